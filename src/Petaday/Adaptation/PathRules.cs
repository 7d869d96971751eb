using System.Globalization;

namespace Petaday.Adaptation;

/// <summary>What forbids a path, whatever it costs.</summary>
internal static class PathRules
{
    private const double Gibibyte = 1L << 30;

    /// <summary>Why a candidate cannot be gone before anything is worked out; null where it may.</summary>
    public static Refusal? Before(Candidate candidate, AdaptationTask task, AdaptationFacts facts) =>
        Privacy(candidate, task) ?? Team(candidate, task, facts.Factors) ?? Data(candidate, task) ?? Machines(candidate, facts);

    /// <summary>Why a candidate that was worked out is not allowed; null where it is.</summary>
    public static Refusal? After(PathWorth worth, double presentCost, AdaptationTask task)
    {
        if (worth.Candidate.Machines is { Most: { } most } && worth.Devices?.Value is { } devices && devices > most)
        {
            return new Refusal(
                "task.machines",
                string.Create(CultureInfo.InvariantCulture, $"needs {devices:0} devices; {most} are at hand")
            );
        }

        double seconds = worth.Start.Value.GetValueOrDefault() * 730 * 3600;
        if (task.DeadlineSeconds is { } deadline && seconds > deadline)
        {
            return new Refusal(
                "goal.deadline",
                string.Create(CultureInfo.InvariantCulture, $"first use after {Days(seconds)} d; the deadline is {Days(deadline)} d")
            );
        }

        if (worth.Start.Value >= task.HorizonMonths)
        {
            return new Refusal(
                "task.horizon",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"first use after {worth.Start.Value:0.#} months; the horizon is {task.HorizonMonths:0.#}"
                )
            );
        }

        return task.Budget is { } budget && presentCost > budget
            ? new Refusal(
                "goal.budget",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"costs {presentCost:N0} USD of today over the horizon; the budget is {budget:N0} USD"
                )
            )
            : null;
    }

    private static string Days(double seconds) => (seconds / 86_400).ToString("0.#", CultureInfo.InvariantCulture);

    private static Refusal? Privacy(Candidate candidate, AdaptationTask task) =>
        task.Privacy != PrivacyLevel.OnPremises ? null
        : candidate.Place == Place.Hosted ? new Refusal("task.privacy", "the data must stay on the premises, and a provider would read it")
        : candidate.Place == Place.Rented
            ? new Refusal("task.privacy", "the data must stay on the premises, and the machines are a cloud's")
        : null;

    private static Refusal? Team(Candidate candidate, AdaptationTask task, AdaptationFactors factors) =>
        task.Engineers is { } team && factors.LeastTeam(candidate.Path).Value is { } least && team < least
            ? new Refusal(
                "task.engineers",
                string.Create(CultureInfo.InvariantCulture, $"needs {least:0} engineers of machine learning; the team has {team:0}")
            )
            : null;

    private static Refusal? Data(Candidate candidate, AdaptationTask task) =>
        candidate.Path is PathKind.Lora or PathKind.Qlora or PathKind.FullFineTune && task.Examples <= 0
            ? new Refusal("task.examples", "there are no labelled examples to learn from")
        : candidate.Path is PathKind.ContinuePreTraining && task.DomainTokens <= 0
            ? new Refusal("task.domainTokens", "there is no text of the domain to train on")
        : candidate.Path is PathKind.PreTrain && candidate.Base!.PretrainingTokens.Value is null
            ? new Refusal("model", $"nobody states how many tokens {candidate.ModelName} was trained on, so that a repetition has no price")
        : candidate is { Path: PathKind.Distil, Teacher: null } ? new Refusal("task.privacy", "no better model may read the data and teach")
        : null;

    private static Refusal? Machines(Candidate candidate, AdaptationFacts facts)
    {
        if (candidate.Machines is not { } machines)
        {
            return null;
        }

        if (machines.Price.Value is null || machines.Purchase is { Value: null })
        {
            return new Refusal("system.id", $"nobody states a price of {machines.SystemId}");
        }

        if (facts.Quotes.Serving(candidate.Base!, machines) is { Refusal: { } serving })
        {
            return new Refusal("memory", serving);
        }

        return candidate.Trains && facts.Quotes.Training(candidate.Base!, candidate.Method, machines) is { Refusal: { } training } quote
            ? new Refusal(
                "memory",
                quote.BytesPerDevice > 0
                    ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"{training} ({quote.BytesPerDevice / Gibibyte:0.#} of {quote.CapacityBytes / Gibibyte:0.#} GiB a device)"
                    )
                    : training
            )
            : null;
    }
}
