using Petaday.Quantities;

namespace Petaday.Outlook;

/// <summary>A growth that somebody published, from a figure that is known: y = y₀ g^(t − t₀).</summary>
/// <param name="Year">t₀, decimal year.</param>
/// <param name="Value">y₀, above zero.</param>
/// <param name="Growth">g, a year.</param>
/// <param name="Range">Range of <paramref name="Growth"/>; null where the source gives none.</param>
public sealed record GrowthTrend(double Year, double Value, double Growth, Interval? Range)
{
    /// <summary>The trend at a decimal year.</summary>
    public double At(double year) => Value * Math.Pow(Growth, year - Year);

    /// <summary>Its range at a decimal year, by the range of the growth alone; null where the source gives none.</summary>
    public Interval? Between(double year)
    {
        if (Range is not { } range)
        {
            return null;
        }

        double one = Value * Math.Pow(range.Low, year - Year);
        double other = Value * Math.Pow(range.High, year - Year);
        return new Interval(Math.Min(one, other), Math.Max(one, other));
    }

    /// <summary>When it passes a value, with the range of the growth.</summary>
    public Crossing Passes(double value) => new(value, When(value, Growth), When(value, Range?.High), When(value, Range?.Low));

    private double? When(double value, double? growth) =>
        growth is { } known && known > 1 ? Year + (Math.Log(value / Value) / Math.Log(known)) : null;
}
