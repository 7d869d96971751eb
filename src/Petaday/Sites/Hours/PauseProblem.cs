using System.Collections.Immutable;

namespace Petaday.Sites.Hours;

/// <summary>Work that may pause, and what each hour of it costs.</summary>
/// <param name="Costs">Of working through each hour until the deadline, in any unit; may be below zero.</param>
/// <param name="WorkHours">Hours of work, above zero.</param>
/// <param name="HoldingCost">Of each hour from the start to the end, at work or not, in the same unit, 0 or more.</param>
/// <param name="RestartHours">Work that is lost at every restart after a pause, 0 to 1 hour.</param>
public sealed record PauseProblem(ImmutableArray<double> Costs, double WorkHours, double HoldingCost, double RestartHours);
