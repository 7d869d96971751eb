using System.Collections.Immutable;
using Petaday.Catalog;

namespace Petaday.Scenarios.Sweeps;

/// <summary>Works out single points of a sweep. Holds nothing that changes: any number of threads may use it.</summary>
internal sealed class PointWork(
    ImmutableArray<VariedKey> keys,
    ImmutableArray<ResultKey> shown,
    Knowledge knowledge,
    TimeProvider clock,
    CancellationToken cancellation
)
{
    /// <summary>The scenario with the varied keys set to <paramref name="at"/>.</summary>
    public WorkedPoint Evaluate(Node root, string name, ImmutableArray<VariedValue> at)
    {
        List<Diagnostic> slips = [];
        List<Diagnostic> broken = [];
        var flags = keys.Select((key, index) => new ScenarioFlag(key.Path, at[index].Text, VaryReader.Flag)).ToList();
        var outcome = ScenarioReader.Checked(root, flags, new DiskFiles(), slips) is { } scenario ? Outcome(scenario, broken) : null;
        // A search that is stopped may give the best so far: that is no answer to this point.
        cancellation.ThrowIfCancellationRequested();
        if (outcome?.Answer is { } answer && ResultKeys.Missing(shown, answer) is { } missing)
        {
            slips.Add(missing);
        }

        slips.AddRange(broken.Where(problem => !IsRule(problem)));
        ImmutableArray<Diagnostic> rules = [.. broken.Where(IsRule)];
        var values = outcome?.Answer is { } known ? shown.Select(key => key.Read(known)).ToImmutableArray() : [];
        return new WorkedPoint(
            new SweepPoint(name, at, values, outcome is null ? Why(slips, rules) : outcome.Infeasible),
            [.. slips],
            rules
        );
    }

    private Outcome? Outcome(Scenario scenario, List<Diagnostic> diagnostics)
    {
        var wish = Wish(scenario);
        return ScenarioResolver.Resolve(scenario, knowledge, wish, diagnostics) is not { } resolved ? null
            : wish == ScenarioWish.Plan ? Planner.Plan(resolved, knowledge, clock, diagnostics, cancellation: cancellation)
            : Estimator.Estimate(resolved.Cases[0], resolved.Source, knowledge, clock, diagnostics, null, cancellation);
    }

    /// <summary>A goal, a list or <c>auto</c> asks for a choice; all else is one estimate.</summary>
    internal static ScenarioWish Wish(Scenario scenario) =>
        scenario.At("goal") is not null
        || new[] { "system.id", "system.devices", "site" }.Any(key => scenario.At(key) is { Kind: NodeKind.List } or { Text: "auto" })
            ? ScenarioWish.Plan
            : ScenarioWish.Estimate;

    private static bool IsRule(Diagnostic problem) => problem.Code is DiagnosticCodes.NotAllowed or DiagnosticCodes.OutOfRange;

    private static Infeasibility Why(List<Diagnostic> slips, ImmutableArray<Diagnostic> rules)
    {
        var first =
            rules.Concat(slips).FirstOrDefault()
            ?? new Diagnostic(DiagnosticCodes.NotAllowed, null, 0, 0, "scenario", "nothing is left to work out");
        string expected = first.Expected is null ? "" : $"; expected {first.Expected}";
        return new Infeasibility(first.Key, first.Message + expected, null);
    }
}
