using System.Collections.Immutable;

namespace Petaday.Scenarios;

/// <summary>What stands beside the best plan.</summary>
/// <param name="Goal">What was asked.</param>
/// <param name="Winner">What was chosen for the answer; where nothing is feasible, what comes nearest.</param>
/// <param name="RunnersUp">The next best that a person would call different.</param>
/// <param name="Front">Plans that no other betters in time, cost and carbon alike, the fastest first.</param>
/// <param name="Sensitivity">What becomes of the winner where things are other than supposed; empty where nothing is feasible.</param>
/// <param name="Points">Every plan that was evaluated.</param>
/// <param name="Steps">Choices of model, system, devices and recipe; a search each, unless it was passed over.</param>
/// <param name="Searched">Those that were searched.</param>
/// <param name="Partial">Whether the plan was stopped before it had looked at everything.</param>
public sealed record PlanDetails(
    Goal Goal,
    PlanPoint Winner,
    ImmutableArray<RunnerUp> RunnersUp,
    ImmutableArray<PlanPoint> Front,
    ImmutableArray<SensitivityRow> Sensitivity,
    ImmutableArray<PlanPoint> Points,
    int Steps,
    int Searched,
    bool Partial
)
{
    /// <summary>Evaluated plans of which time, cost or carbon is not known, so that they cannot be on the front.</summary>
    public int Incomparable =>
        Points.Count(point => point.Figures is not { Seconds: not null, Cost: not null, OperationalKilograms: not null });

    /// <summary>Whether a plan keeps to the goal.</summary>
    public bool Keeps(PlanPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return Constraints.Missed(Goal, point, point.Figures).Count == 0;
    }
}
