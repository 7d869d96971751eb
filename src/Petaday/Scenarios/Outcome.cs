using System.Collections.Immutable;

namespace Petaday.Scenarios;

/// <summary>What an estimate or a plan comes to.</summary>
/// <param name="Answer">The answer, or what comes nearest to one where nothing is feasible; null where nothing comes near.</param>
/// <param name="Infeasible">Why nothing meets what was asked; null where something does.</param>
/// <param name="Considered">Whole answers: the answer's own first; of a plan, then the runners-up; of a comparison, every case in the order of the scenario.</param>
public sealed record Outcome(Answer? Answer, Infeasibility? Infeasible, ImmutableArray<Answer> Considered)
{
    /// <summary>What stands beside the best plan; null where nothing was planned, or nothing is near.</summary>
    public PlanDetails? Plan { get; init; }

    /// <summary>What was asked, flags included; null where the caller did not say.</summary>
    public Scenario? Asked { get; init; }

    /// <summary>The cases of <see cref="Considered"/>, where every case of a scenario was worked out; else empty.</summary>
    public ImmutableArray<Case> Cases { get; init; } = [];

    /// <summary>How the model was chosen; null where the scenario names it.</summary>
    public ModelPlan? Model { get; init; }
}
