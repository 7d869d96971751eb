using System.Collections.Immutable;

namespace Petaday.Scenarios.Sweeps;

/// <summary>One point of a sweep.</summary>
/// <param name="Scenario">Name of the scenario that it starts from.</param>
/// <param name="At">The value of each varied key.</param>
/// <param name="Results">What is shown, one a key of the sweep; of a point that is not feasible, what comes nearest. Empty where nothing does.</param>
/// <param name="Infeasible">Why it is not feasible; null where it is.</param>
public sealed record SweepPoint(
    string Scenario,
    ImmutableArray<VariedValue> At,
    ImmutableArray<ResultValue> Results,
    Infeasibility? Infeasible
)
{
    /// <summary>Whether it can be done.</summary>
    public bool IsFeasible => Infeasible is null;
}
