using System.Collections.Immutable;
using Petaday.Adaptation;
using Petaday.Explanations;

namespace Petaday.Scenarios.Decisions;

/// <summary>What a decision comes to.</summary>
/// <param name="Name">What the scenario is called.</param>
/// <param name="Decision">The paths and the recommendation.</param>
/// <param name="Infeasible">Why no path is allowed; null where one is.</param>
/// <param name="Flips">The figures at which the recommendation changes.</param>
/// <param name="BreakEvens">Monthly tokens at which the recommended path meets the others.</param>
/// <param name="Draws">What demand, prices and failure do to each path.</param>
/// <param name="Defaults">What was chosen for keys left out.</param>
/// <param name="Limits">Limits of the method that apply here.</param>
/// <param name="Explanation">Every number with its formula, parts and sources, by path.</param>
public sealed record DecisionOutcome(
    string Name,
    Decision Decision,
    Infeasibility? Infeasible,
    ImmutableArray<Flip> Flips,
    ImmutableArray<BreakEven> BreakEvens,
    ImmutableArray<PathDraws> Draws,
    ImmutableArray<ChosenDefault> Defaults,
    ImmutableArray<string> Limits,
    Line Explanation
)
{
    /// <summary>The scenario, flags included; null where the caller keeps it.</summary>
    public Scenario? Asked { get; init; }
}
