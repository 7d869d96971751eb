namespace Petaday.Scenarios;

/// <summary>A part of the step in which a plan differs from the winner, as a share of what the goal makes small.</summary>
/// <param name="Part">Key of the step's breakdown, such as <c>bubble</c>.</param>
/// <param name="Change">What it takes more than the winner's, over the winner's whole: +0.1 is a tenth of the winner's cost (or time, energy, carbon) more.</param>
public sealed record PlanDifference(string Part, double Change);
