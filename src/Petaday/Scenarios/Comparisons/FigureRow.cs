using System.Collections.Immutable;

namespace Petaday.Scenarios.Comparisons;

/// <summary>A figure side by side.</summary>
/// <param name="Figure">What it is.</param>
/// <param name="Cells">One a column.</param>
public sealed record FigureRow(ComparedFigure Figure, ImmutableArray<FigureCell> Cells);
