using System.Collections.Immutable;

namespace Petaday.Reports;

/// <summary>What <see cref="SvgHeatMap"/> draws: a value for every pair of two keys.</summary>
/// <param name="Title">Heading, and the accessible name of the picture.</param>
/// <param name="X">Horizontal axis, whose names are the columns.</param>
/// <param name="Y">Vertical axis, whose names are the rows, the first lowest.</param>
/// <param name="Value">What the colours mean; logarithmic where equal ratios are equal distances of colour.</param>
/// <param name="Cells">The cells.</param>
public sealed record HeatMap(string Title, ChartAxis X, ChartAxis Y, ChartAxis Value, ImmutableArray<HeatCell> Cells);
