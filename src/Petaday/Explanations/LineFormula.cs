namespace Petaday.Explanations;

/// <summary>The value of a line from those of its parts, in their order, all in SI units. It must depend on nothing else.</summary>
/// <param name="parts">One value a part.</param>
public delegate double LineFormula(ReadOnlySpan<double> parts);
