using System.Collections.Immutable;

namespace Petaday.Outlook;

/// <summary>One quantity over the years: its figures, what was fitted to them, and what is published of it.</summary>
/// <param name="Key">By which programs find it.</param>
/// <param name="Name">What a person reads.</param>
/// <param name="Unit">Unit of the figures.</param>
/// <param name="Figures">The figures.</param>
/// <param name="LeastSquares">The fit by least squares.</param>
/// <param name="Robust">The fit by medians.</param>
/// <param name="Cited">The published trend of the same thing; null where there is none.</param>
public sealed record FittedTrend(
    string Key,
    string Name,
    string Unit,
    ImmutableArray<DatedFigure> Figures,
    TrendFit LeastSquares,
    TrendFit Robust,
    CitedTrend? Cited
)
{
    /// <summary>The fit that is used.</summary>
    public TrendFit Fit(bool robust) => robust ? Robust : LeastSquares;

    /// <summary>Fits the figures; null where they are too few.</summary>
    public static FittedTrend? Of(string key, string name, string unit, IReadOnlyList<DatedFigure> figures, CitedTrend? cited) =>
        TrendFit.LeastSquares(figures) is { } squares && TrendFit.Robust(figures) is { } robust
            ? new FittedTrend(key, name, unit, [.. figures], squares, robust, cited)
            : null;
}
