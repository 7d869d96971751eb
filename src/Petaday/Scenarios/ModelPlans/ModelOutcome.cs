using System.Collections.Immutable;
using System.Globalization;
using Petaday.Catalog;
using Petaday.Environment;
using Petaday.Quantities;

namespace Petaday.Scenarios.ModelPlans;

/// <summary>Makes the outcome of what was chosen: answers through the scenario that an estimate would read.</summary>
internal sealed class ModelOutcome(
    Scenario scenario,
    ModelGoal goal,
    Knowledge knowledge,
    DefaultsLog log,
    OptionEvaluator evaluator,
    ImmutableArray<GridSite> sites,
    ImmutableArray<MachineOffer> machines,
    ImmutableArray<ShapeOffer> shapes
)
{
    private long Options => machines.Sum(machine => (long)machine.Devices.Length) * shapes.Length * sites.Length;

    /// <summary>The outcome.</summary>
    /// <param name="chosen">What was chosen.</param>
    /// <param name="seconds">How long that took.</param>
    public Outcome Of(ChosenModels chosen, double seconds)
    {
        if (chosen.Best is not { } best)
        {
            return new Outcome(null, Unreachable(), []);
        }

        var search = new SearchAnswer(Options, evaluator.Searched, evaluator.Feasible, seconds);
        var answer = AnswerOf(best, search);
        answer = answer with { Defaults = [.. Chosen(best)], Limits = [.. answer.Limits, .. Limits(best)] };
        return new Outcome(
            answer,
            chosen.IsFeasible ? null : Missed(best),
            [answer, .. chosen.Others.Select(other => AnswerOf(other, null))]
        )
        {
            Model = new ModelPlan(
                goal.Law.Id,
                best.Option.Shape.Model.Architecture,
                best.Need.Binding,
                machines.Length,
                shapes.Length,
                sites.Length,
                Options,
                evaluator.Searched,
                evaluator.Strategies,
                chosen.Curve,
                PlannedScenario.Text(scenario, best)
            ),
        };
    }

    private Answer AnswerOf(EvaluatedOption one, SearchAnswer? search)
    {
        List<Diagnostic> wrong = [];
        var resolved = ScenarioReader.Parse(PlannedScenario.Text(scenario, one), [], scenario.Files, wrong) is { } planned
            ? ScenarioResolver.Resolve(planned, knowledge, ScenarioWish.Estimate, wrong)
            : null;
        return resolved is null
            ? throw new InvalidOperationException("A planned scenario cannot be read: " + string.Join("; ", wrong))
            : AnswerBuilder.Build(resolved.Cases[0], one.Candidate, search, knowledge);
    }

    private IEnumerable<ChosenDefault> Chosen(EvaluatedOption best)
    {
        var (machine, shape, devices) = best.Option;
        string aim = goal.IsLowestLoss
            ? "the lowest predicted loss"
            : $"the least {goal.Limits.Minimize.ToString().ToLowerInvariant()} for what is asked";
        string end = goal.IsLowestLoss && goal.Tokens is null ? $"as many as {best.Need.Binding} allows" : "what the goal asks for";
        string[] own = ["system.id", "system.devices", "site", "recipe.globalBatch"];
        return
        [
            .. log.Chosen.Where(chosen => !own.Contains(chosen.Key)),
            new ChosenDefault("model", shape.Model.Id, $"{aim} of {shapes.Length} architectures"),
            new ChosenDefault("recipe.tokens", new Quantity(best.Need.Tokens, Dimension.Tokens).Format(), end),
            .. log
                .Chosen.Where(chosen => chosen.Key == "recipe.globalBatch")
                .Select(chosen => chosen with { Value = string.Create(CultureInfo.InvariantCulture, $"{shape.Batch} sequences") }),
            new ChosenDefault(
                "system",
                string.Create(CultureInfo.InvariantCulture, $"{devices} devices of {machine.System.Entry.Id}"),
                $"{aim} of {machines.Length} systems"
            ),
            new ChosenDefault("stack", machine.Stack.Entry.Id, "what goes with the devices"),
            new ChosenDefault(
                "site",
                best.Site.Id,
                $"of {sites.Length} sites the best, and where they are as good the one with the least carbon"
            ),
        ];
    }

    private IEnumerable<string> Limits(EvaluatedOption best)
    {
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Looked at {Options:N0} combinations: {machines.Length} systems, {machines.Max(machine => machine.Devices.Length)} numbers of devices at most, {shapes.Length} architectures, {sites.Length} sites; searched the strategies of {evaluator.Searched} of them ({evaluator.Strategies:N0} strategies). What bounds passed over may be better by {(goal.IsLowestLoss ? "0.001 nats a token" : "1 %")} at most."
        );
        var family = shapes.Where(shape => shape.Family == best.Option.Shape.Family).ToList();
        if (goal.IsLowestLoss && family.Count > 1 && (best.Option.Shape == family[0] || best.Option.Shape == family[^1]))
        {
            yield return $"{best.Option.Shape.Model.Id} is the {(best.Option.Shape == family[0] ? "smallest" : "largest")} of its family that is looked at: the best may lie beyond.";
        }

        if (goal.ServedTokens > 0)
        {
            double served = goal.ServedTokens / best.Option.Shape.TokensPerStep * best.Option.Shape.ServingShare;
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Serving {goal.ServedTokens:0.##e+0} tokens takes 2 FLOPs a parameter and token, paid for as training's are: {best.Rates.Cost * best.Option.Devices * best.StepSeconds * served:N0} USD beside the run (Sardana et al. 2023)."
            );
        }
    }

    private Infeasibility Missed(EvaluatedOption best) =>
        new(
            best.Need.Binding ?? "goal",
            string.Create(
                CultureInfo.InvariantCulture,
                $"nothing keeps to {scenario.Text(best.Need.Binding ?? "goal.budget") ?? "it"}{(goal.IsLowestLoss ? $" with {ModelGoal.FewestSteps} optimizer updates or more" : "")}"
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{best.Option.Shape.Model.Id} on {best.Option.Devices} x {best.Option.Machine.System.Spec.Accelerator.Id} comes nearest with {best.Need.Miss:0.##} times that"
            )
        );

    private Infeasibility Unreachable() =>
        goal.Loss is { } loss
            ? new Infeasibility(
                "goal.loss",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"no architecture up to {shapes.Max(shape => shape.Model.Parameters.Total):0.#e+0} parameters reaches {loss} by {goal.Law.Id}"
                ),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{shapes.Min(shape => shape.Question.Loss(ModelGoal.MostTokens)):0.###} without end of data"
                )
            )
            : new Infeasibility(
                "memory",
                "no architecture fits the devices that may be used",
                "more devices, or a system with more memory"
            );
}
