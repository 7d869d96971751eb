using System.Collections.Immutable;
using System.Globalization;
using Petaday.Explanations.Risk;
using Petaday.Quantities;
using Petaday.Quantities.Distributions;

namespace Petaday.Scenarios.Risk;

/// <summary>
/// The risk of a scenario: draws of its distributions, of cited ranges and of the step model's own error, through the tree of its answer. Keys that change the step itself are
/// estimated at a modest number of points, among which draws choose.
/// </summary>
public static class ScenarioRisk
{
    // About what the estimates take of the time, where there are any; the rest is draws.
    private const double EstimatesShare = 0.7;

    // Sections whose keys change a step: what the others hold either stands in the tree or does not bear on it.
    private static readonly ImmutableArray<string> Step = ["recipe", "system", "strategy"];

    /// <summary>Draws an answer.</summary>
    /// <param name="resolved">The scenario, resolved for an estimate.</param>
    /// <param name="answer">Its answer, with every key at its central value.</param>
    /// <param name="subject">Which tree of it.</param>
    /// <param name="knowledge">The catalog and its factors.</param>
    /// <param name="clock">Times the searches.</param>
    /// <param name="options">How to draw.</param>
    /// <param name="progress">Gets the share that is done.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null where the subject has no tree.</returns>
    public static RiskResult? Of(
        ResolvedScenario resolved,
        Answer answer,
        RiskSubject subject,
        Knowledge knowledge,
        TimeProvider clock,
        RiskOptions options,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(resolved);
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(options);
        var scenario = resolved.Source;
        if (subject.Tree(resolved, answer) is not { } root)
        {
            return null;
        }

        var tree = new RiskWorld(root, new AnswerVariables(scenario, answer).Of, []);
        var chosen = Unfollowed(scenario, tree);
        var span = new ProgressSpan(progress);
        double estimates = chosen.IsEmpty ? 0 : EstimatesShare;
        var (worlds, missing) = chosen.IsEmpty
            ? ([], 0)
            : new ChoiceWorlds(resolved, subject, knowledge, clock).At(chosen, options.Seed, span.Part(0, estimates), cancellation);
        var model = new RiskModel(tree, subject.Targets)
        {
            Choices = worlds.IsEmpty ? [] : [.. chosen.Select(AnswerVariables.Variable)],
            Worlds = worlds,
            Limits = Limits(resolved, subject),
        };
        var result = RiskStudy.Of(model, options, span.Part(estimates, 1), cancellation);
        span.Report(1);
        return result with { Notes = [.. Notes(chosen, worlds.Length, missing, result)] };
    }

    /// <summary>Keys of the step that are given as distributions and stand in no line of the tree that can be worked out anew.</summary>
    private static ImmutableArray<UncertainKey> Unfollowed(Scenario scenario, RiskWorld tree)
    {
        var followed = LineProgram
            .Of(tree.Root, tree.Variable)
            .Variables.Select(static one => one.Variable.Id)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. scenario.Uncertain.Where(key =>
                !key.Distribution.IsFixed && !followed.Contains(key.Path) && Step.Contains(key.Path.Split('.')[0], StringComparer.Ordinal)
            ),
        ];
    }

    private static ImmutableArray<RiskLimit> Limits(ResolvedScenario resolved, RiskSubject subject)
    {
        var goal = resolved.Goal;
        return
        [
            .. new[]
            {
                Limit(resolved, "goal.budget", "Budget", goal.Budget, Dimension.Money, [subject.Cost]),
                Limit(resolved, "goal.deadline", "Deadline", goal.DeadlineSeconds, Dimension.Seconds, [subject.Elapsed]),
                Limit(resolved, "goal.carbonCap", "Carbon cap", goal.CarbonCap, Dimension.Carbon, subject.Carbon),
            }.OfType<RiskLimit>(),
        ];
    }

    private static RiskLimit? Limit(
        ResolvedScenario resolved,
        string key,
        string name,
        double? value,
        Dimension unit,
        ImmutableArray<string> paths
    ) =>
        value is { } limit
            ? new RiskLimit(
                key,
                name,
                paths,
                resolved.Source.Uncertain.FirstOrDefault(one => one.Path == key)?.Distribution ?? Distribution.Uniform(unit, limit, limit)
            )
            : null;

    private static IEnumerable<string> Notes(ImmutableArray<UncertainKey> chosen, int worlds, int missing, RiskResult result)
    {
        if (!chosen.IsEmpty)
        {
            string keys = string.Join(", ", chosen.Select(static key => key.Path));
            yield return worlds == 0
                ? $"{keys}: no strategy is feasible at any of the values looked at; they stand at their central value"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{keys}: estimated anew at {worlds} points, each with its own strategy; a draw takes the nearest{(missing > 0 ? $"; at {missing} more nothing is feasible" : "")}"
                );
        }

        if (!result.Still.IsEmpty)
        {
            yield return $"not drawn, since no formula works them out anew: {string.Join(", ", result.Still)}";
        }
    }
}
