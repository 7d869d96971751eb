using System.Collections.Immutable;

namespace Petaday.Outlook;

/// <summary>A fit on the figures up to a year, held against those after it.</summary>
/// <param name="Name">Of what.</param>
/// <param name="Until">The last year that was fitted.</param>
/// <param name="Fit">The fit.</param>
/// <param name="Points">Every figure after it, with what was predicted.</param>
public sealed record BackTest(string Name, int Until, TrendFit Fit, ImmutableArray<BackTestPoint> Points)
{
    /// <summary>The share that a 90 % interval promises.</summary>
    public const double Stated = 0.9;

    /// <summary>The share of later figures that lie within the fit's interval.</summary>
    public double Coverage => Points.IsEmpty ? double.NaN : (double)Points.Count(point => point.IsInside) / Points.Length;

    /// <summary>Median of measured over predicted: what the middle of the fit is off by.</summary>
    public double MedianRatio
    {
        get
        {
            double[] ratios = [.. Points.Select(point => point.Figure.Value / point.Predicted).Order()];
            return ratios.Length == 0 ? double.NaN : ratios[ratios.Length / 2];
        }
    }

    /// <summary>Fits the figures up to a year; null where they are too few.</summary>
    public static BackTest? Of(string name, IReadOnlyList<DatedFigure> figures, int until, bool robust)
    {
        ArgumentNullException.ThrowIfNull(figures);
        List<DatedFigure> seen = [.. figures.Where(figure => figure.Year < until + 1)];
        return (robust ? TrendFit.Robust(seen) : TrendFit.LeastSquares(seen)) is { } fit
            ? new BackTest(
                name,
                until,
                fit,
                [
                    .. figures
                        .Where(figure => figure.Year >= until + 1)
                        .Select(figure => new BackTestPoint(figure, fit.At(figure.Year), fit.Prediction(figure.Year))),
                ]
            )
            : null;
    }
}
