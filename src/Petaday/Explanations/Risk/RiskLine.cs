namespace Petaday.Explanations.Risk;

/// <summary>A line of the tree with where its draws lie.</summary>
/// <param name="Path">Keys from the root's parts down.</param>
/// <param name="Line">The line with everything at its central value.</param>
/// <param name="Spread">Null for a line that stands still, or has no value in any draw.</param>
public sealed record RiskLine(string Path, Line Line, Spread? Spread);
