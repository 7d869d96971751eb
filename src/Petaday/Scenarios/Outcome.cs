using System.Collections.Immutable;

namespace Petaday.Scenarios;

/// <summary>What an estimate or a plan comes to.</summary>
/// <param name="Answer">The answer, or what comes nearest to one where nothing is feasible; null where nothing comes near.</param>
/// <param name="Infeasible">Why nothing meets what was asked; null where something does.</param>
/// <param name="Considered">Everything that a plan chose among, in the order of the scenario.</param>
public sealed record Outcome(Answer? Answer, Infeasibility? Infeasible, ImmutableArray<Answer> Considered)
{
    /// <summary>How the model was chosen; null where the scenario names it.</summary>
    public ModelPlan? Model { get; init; }
}
