using System.Collections.Immutable;
using System.Globalization;
using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Serving;

namespace Petaday.Scenarios.ServingCases;

/// <summary>Makes a demand of a scenario's section <c>serving</c>.</summary>
internal static class DemandResolver
{
    private static readonly ImmutableArray<string> Forms = ["serving.users", "serving.requestsPerMonth", "serving.tokensPerMonth"];

    /// <summary>The demand; null, with diagnostics added, where none or more than one is given.</summary>
    public static ServingDemand? Resolve(Scenario scenario, ServingBook book, DefaultsLog log, ICollection<Diagnostic> diagnostics)
    {
        Node[] given = [.. Forms.Select(scenario.At).OfType<Node>()];
        if (given.Length != 1)
        {
            diagnostics.Add(
                given.Length == 0
                    ? (scenario.At("serving") ?? scenario.Root).Problem(
                        DiagnosticCodes.MissingKey,
                        "no demand is given",
                        "one of serving.users, serving.requestsPerMonth and serving.tokensPerMonth"
                    ) with
                    {
                        Key = "serving",
                    }
                    : given[1]
                        .Problem(DiagnosticCodes.NotAllowed, $"the demand is given twice, here and as {given[0].Path}", "one of the two")
            );
            return null;
        }

        var factors = book.Serving;
        Line prompt = Amount(scenario, "promptTokens", factors.PromptTokens, Dimension.Tokens, log);
        Line output = Amount(scenario, "outputTokens", factors.OutputTokens, Dimension.Tokens, log);
        return new ServingDemand(
            Requests(scenario, book, prompt, output, log),
            prompt,
            output,
            Number(scenario, "cachedShare", new Line("cachedShare", "Cached share of a prompt", 0, Dimension.None), null),
            Number(scenario, "peakFactor", factors.PeakFactor, log),
            Number(scenario, "peakUse", factors.PeakUse, log)
        );
    }

    /// <summary>A plain number of the section, or the catalog's, which is then said.</summary>
    public static Line Number(Scenario scenario, string key, Line usual, DefaultsLog? log) =>
        scenario.At("serving." + key) is { } node && node.TryNumber(out double value) ? Given(key, usual, value) : Taken(key, usual, log);

    /// <summary>A quantity of the section as a line that its key sets; null where it is left out.</summary>
    public static Line? Given(Scenario scenario, string key, string name, Dimension unit) =>
        scenario.Amount("serving." + key, unit) is { } value
            ? new Line(key, name, value, unit) { Note = "as the scenario says", Input = "serving." + key }
            : null;

    private static Line Requests(Scenario scenario, ServingBook book, Line prompt, Line output, DefaultsLog log)
    {
        if (Given(scenario, "users", "Users", Dimension.None) is { } users)
        {
            return ServingDemand.OfUsers(users, Number(scenario, "requestsPerUserPerDay", book.Serving.RequestsPerUserPerDay, log));
        }

        return Given(scenario, "requestsPerMonth", "Requests of a month", Dimension.Requests) is { } requests
            ? ServingDemand.OfMonth(requests, book.Month)
            : ServingDemand.OfTokens(Given(scenario, "tokensPerMonth", "Tokens of a month", Dimension.Tokens)!, book.Month, prompt, output);
    }

    private static Line Amount(Scenario scenario, string key, Line usual, Dimension unit, DefaultsLog log) =>
        scenario.Amount("serving." + key, unit) is { } value ? Given(key, usual, value) : Taken(key, usual, log);

    private static Line Given(string key, Line usual, double value) =>
        new(key, usual.Name, value, usual.Unit) { Note = "as the scenario says", Input = "serving." + key };

    private static Line Taken(string key, Line usual, DefaultsLog? log)
    {
        log?.Take(
            "serving." + key,
            usual,
            usual.Value.GetValueOrDefault().ToString("0.###", CultureInfo.InvariantCulture),
            usual.Note ?? "the catalog's default"
        );
        return usual with { Key = key, Input = "serving." + key };
    }
}
