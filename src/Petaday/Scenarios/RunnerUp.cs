namespace Petaday.Scenarios;

/// <summary>A plan that keeps to the goal and is not the best, with what it loses on.</summary>
/// <param name="Point">What was chosen.</param>
/// <param name="Answer">What it takes.</param>
/// <param name="Time">Its time over the winner's; null where not known.</param>
/// <param name="Cost">The same of cost.</param>
/// <param name="Carbon">The same of carbon.</param>
/// <param name="Largest">The part of the step in which the two differ most.</param>
public sealed record RunnerUp(PlanPoint Point, Answer Answer, double? Time, double? Cost, double? Carbon, PlanDifference? Largest);
