namespace Petaday.Explanations.Risk;

/// <summary>What one unknown does to the spread of a line.</summary>
/// <param name="Variable">The unknown.</param>
/// <param name="Low">The line's value where the unknown is at its quantile of 5 % and the rest central; not a number where it has none.</param>
/// <param name="High">The same at 95 %.</param>
/// <param name="FirstOrder">Share of the line's variance that the unknown makes alone (first-order Sobol index, an estimate: it may come out a little below zero).</param>
/// <param name="Total">Share of the variance that would be gone with the unknown, its interplay with others included (total Sobol index).</param>
public sealed record RiskDriver(LineVariable Variable, double Low, double High, double FirstOrder, double Total);
