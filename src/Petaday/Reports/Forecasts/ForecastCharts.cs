using System.Collections.Immutable;
using System.Globalization;
using Petaday.Outlook;

namespace Petaday.Reports.Forecasts;

/// <summary>A forecast for the eye: cost, compute, price-performance and power against the year, each on a logarithmic axis; a capability's cost; who affords what.</summary>
public static class ForecastCharts
{
    /// <summary>One SVG document, the charts under each other.</summary>
    public static string Svg(ForecastStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return SvgPanels.Stack([.. All(study).Select(SvgChart.Write)]);
    }

    private static IEnumerable<Chart> All(ForecastStudy study)
    {
        yield return Trend(
            study,
            Forecaster.Cost,
            "Cost of a training run",
            "cost",
            "USD",
            year => (year.RecordCost, year.RecordRange is { } range ? (range.Low, range.High) : null)
        );
        yield return Trend(
            study,
            Forecaster.Flops,
            "Compute of a training run",
            "compute",
            "FLOP",
            year => (year.RecordFlops, year.RecordFlopsRange is { } range ? (range.Low, range.High) : null)
        );
        yield return Trend(
            study,
            Forecaster.FlopsPerDollar,
            "What a dollar buys of training",
            "compute for a dollar",
            "FLOP/USD",
            _ => null
        );
        yield return Power(study);
        yield return Capability(study);
        yield return Affordable(study);
    }

    private static Chart Trend(
        ForecastStudy study,
        string key,
        string title,
        string axis,
        string unit,
        Func<ForecastYear, (double Middle, (double Low, double High)? Range)?> cited
    )
    {
        var trend = study.Trend(key);
        var fit = trend.Fit(study.Request.IsRobust);
        double[] grid = Grid(trend.Figures.Min(figure => figure.Year), study.Request.To + 0.5);
        var drawn = study.Years.Select(year => (Year: year.Year + 0.5, Value: cited(year))).Where(pair => pair.Value is not null).ToList();
        return new Chart(
            title,
            new ChartAxis("year") { IsYear = true },
            new ChartAxis(axis, unit, Logarithmic: true),
            [
                new ChartSeries(
                    "published runs",
                    ChartMark.Scatter,
                    [
                        .. trend.Figures.Select(figure => new ChartPoint(
                            figure.Year,
                            figure.Value,
                            $"{figure.Name}: {ForecastText.PerDollar(figure.Value)} {unit}"
                        )),
                    ]
                ),
                new ChartSeries("fit", ChartMark.Line, [.. grid.Select(year => new ChartPoint(year, fit.At(year)))]),
                new ChartSeries(
                    "90 % of one run",
                    ChartMark.Line,
                    [
                        .. grid.Select(year => new ChartPoint(year, fit.Prediction(year).Low)),
                        Gap,
                        .. grid.Select(year => new ChartPoint(year, fit.Prediction(year).High)),
                    ]
                ),
                .. drawn.Count == 0
                    ? Array.Empty<ChartSeries>()
                    :
                    [
                        new ChartSeries(
                            "record, published growth",
                            ChartMark.Line,
                            [.. drawn.Select(pair => new ChartPoint(pair.Year, pair.Value!.Value.Middle))]
                        ),
                        .. drawn.TrueForAll(pair => pair.Value!.Value.Range is not null)
                            ?
                            [
                                new ChartSeries(
                                    "its range",
                                    ChartMark.Line,
                                    [
                                        .. drawn.Select(pair => new ChartPoint(pair.Year, pair.Value!.Value.Range!.Value.Low)),
                                        Gap,
                                        .. drawn.Select(pair => new ChartPoint(pair.Year, pair.Value!.Value.Range!.Value.High)),
                                    ]
                                ),
                            ]
                            : Array.Empty<ChartSeries>(),
                    ],
            ]
        );
    }

    private static ChartPoint Gap => new(double.NaN, double.NaN);

    private static Chart Power(ForecastStudy study) =>
        new(
            "Power of the largest run's machines",
            new ChartAxis("year") { IsYear = true },
            new ChartAxis("power", "MW", Logarithmic: true),
            [
                new ChartSeries("published growth", ChartMark.Line, Line(study, year => year.Watts / 1e6)),
                new ChartSeries("compute over efficiency and length", ChartMark.Line, Line(study, year => year.DerivedWatts / 1e6)),
            ]
        );

    private static Chart Capability(ForecastStudy study) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"What {study.Fixed.Model} of {study.Fixed.Year} costs"),
            new ChartAxis("year") { IsYear = true },
            new ChartAxis("cost", "USD", Logarithmic: true),
            [
                new ChartSeries(
                    "hardware alone",
                    ChartMark.Line,
                    [.. study.Capability.Select(year => new ChartPoint(year.Year + 0.5, year.HardwareOnly))]
                ),
                new ChartSeries(
                    "hardware and algorithms",
                    ChartMark.Line,
                    [.. study.Capability.Select(year => new ChartPoint(year.Year + 0.5, year.Cost.Value ?? double.NaN))]
                ),
            ]
        );

    private static Chart Affordable(ForecastStudy study) =>
        new(
            "The largest compute-optimal model that a budget rents",
            new ChartAxis("year") { IsYear = true },
            new ChartAxis("parameters", "", Logarithmic: true),
            [
                .. study
                    .Affordable.GroupBy(model => model.Budget)
                    .Select(group => new ChartSeries(
                        group.Key.Id,
                        ChartMark.Line,
                        [.. group.Select(model => new ChartPoint(model.Year + 0.5, model.Parameters))]
                    )),
                new ChartSeries(
                    "largest run",
                    ChartMark.Line,
                    [
                        .. study
                            .Affordable.GroupBy(model => model.Year)
                            .Select(group => new ChartPoint(group.Key + 0.5, group.First().Parameters * Math.Sqrt(group.First().Gap))),
                    ]
                ),
            ]
        );

    private static ImmutableArray<ChartPoint> Line(ForecastStudy study, Func<ForecastYear, double> value) =>
        [.. study.Years.Select(year => new ChartPoint(year.Year + 0.5, value(year)))];

    private static double[] Grid(double from, double to)
    {
        const int Points = 60;
        return [.. Enumerable.Range(0, Points + 1).Select(step => from + (step * (to - from) / Points))];
    }
}
