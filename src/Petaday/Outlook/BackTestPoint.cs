using Petaday.Quantities;

namespace Petaday.Outlook;

/// <summary>A later figure, beside what an earlier fit said of its year.</summary>
/// <param name="Figure">What became known.</param>
/// <param name="Predicted">The middle of the fit.</param>
/// <param name="Interval">Its 90 % prediction interval.</param>
public readonly record struct BackTestPoint(DatedFigure Figure, double Predicted, Interval Interval)
{
    /// <summary>Whether the figure lies in the interval.</summary>
    public bool IsInside => Figure.Value >= Interval.Low && Figure.Value <= Interval.High;
}
