using Petaday.Quantities;

namespace Petaday.Outlook;

/// <summary>The published growths, each from the record that is known.</summary>
internal sealed class ForecastGrowth
{
    /// <summary>Draws them on from the records.</summary>
    public ForecastGrowth(TrendBook book, RunCost record, RunCost largest, double watts, double powerYear)
    {
        Cost = Growth(book.Trend("amortised training cost growth (frontier)"), record.Middle, record.Usd);
        Flops = Growth(book.Trend("training compute growth (frontier)"), largest.Middle, largest.Flops!.Value);
        Power = Growth(book.Trend("power of largest training runs"), powerYear, watts);
        double slower =
            book.Trend("energy efficiency of leading ML hardware").Growth!.Value * book.Trend("training run length").Growth!.Value;
        DerivedPower = new GrowthTrend(
            powerYear,
            watts,
            Flops.Growth / slower,
            Flops.Range is { } range ? new Interval(range.Low / slower, range.High / slower) : null
        );
    }

    /// <summary>Cost of the costliest run.</summary>
    public GrowthTrend Cost { get; }

    /// <summary>Compute of the largest run.</summary>
    public GrowthTrend Flops { get; }

    /// <summary>Power of its machines, by the published growth.</summary>
    public GrowthTrend Power { get; }

    /// <summary>The same by growth of compute over that of efficiency and of run length.</summary>
    public GrowthTrend DerivedPower { get; }

    /// <summary>When the largest run comes to a bound.</summary>
    public BindingLimit Bound(ScaleLimit limit) =>
        new(
            limit,
            Flops.Passes(limit.Middle).Year,
            Flops.Passes(limit.Least).Year,
            limit.Range is { } range ? Flops.Passes(range.High).Year : null
        );

    private static GrowthTrend Growth(CitedTrend trend, double year, double value) =>
        new(
            year,
            value,
            trend.Growth ?? throw new InvalidDataException($"'{trend.Metric}' of catalog/trends/trends.csv is no growth"),
            trend.GrowthRange
        );
}
