using System.Globalization;
using Petaday.Outlook;
using Petaday.Quantities;

namespace Petaday.Reports.Forecasts;

/// <summary>A forecast for a spreadsheet: a row a figure.</summary>
public static class ForecastCsv
{
    /// <summary>The text.</summary>
    public static string Of(ForecastStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return CsvReport.Of(
            ["kind", "of", "year", "value", "unit", "low", "high"],
            [
                .. study.Years.SelectMany(Year),
                .. study.Crossings.SelectMany(Crossing),
                .. study.Capability.Select(year => Row("capability", study.Fixed.Model, year.Year, year.Cost.Value, "USD", null)),
                .. study.Affordable.Select(model => Row("affordable parameters", model.Budget.Id, model.Year, model.Parameters, "", null)),
                .. study.Affordable.Select(model =>
                    Row("frontier over affordable compute", model.Budget.Id, model.Year, model.Gap, "", null)
                ),
                .. study.Limits.Select(bound => Row("bound", bound.Limit.Id, bound.Middle, bound.Limit.Middle, "FLOP", bound.Limit.Range)),
                .. study.BackTests.SelectMany(test =>
                    test.Points.Select(point =>
                        Row($"back-test: {test.Name}", point.Figure.Name, point.Figure.Year, point.Figure.Value, "", point.Interval)
                    )
                ),
            ]
        );
    }

    private static IEnumerable<IEnumerable<string>> Year(ForecastYear year) =>
        [
            Row("costliest run", "published growth", year.Year, year.RecordCost, "USD", year.RecordRange),
            Row("frontier run", "fit", year.Year, year.Cost, "USD", year.CostInterval),
            Row("largest run", "published growth", year.Year, year.RecordFlops, "FLOP", year.RecordFlopsRange),
            Row("frontier run", "fit", year.Year, year.Flops, "FLOP", year.FlopsInterval),
            Row("price-performance", "fit", year.Year, year.FlopsPerDollar, "FLOP/USD", year.FlopsPerDollarInterval),
            Row("power", "published growth", year.Year, year.Watts, "W", null),
            Row("power", "derived", year.Year, year.DerivedWatts, "W", null),
        ];

    private static IEnumerable<IEnumerable<string>> Crossing(WatchedCrossing crossing) =>
        [Passed(crossing, "published growth", crossing.Cited), Passed(crossing, "fit or derived", crossing.Fitted)];

    private static IEnumerable<string> Passed(WatchedCrossing watched, string by, Crossing crossing) =>
        [
            $"passes {CsvReport.Number(crossing.Value)} {watched.Unit}",
            by,
            CsvReport.Number(crossing.Year),
            CsvReport.Number(crossing.Value),
            watched.Unit,
            CsvReport.Number(crossing.Earliest),
            CsvReport.Number(crossing.Latest),
        ];

    private static IEnumerable<string> Row(string kind, string of, double? year, double? value, string unit, Interval? interval) =>
        [
            kind,
            of,
            year?.ToString("0.###", CultureInfo.InvariantCulture) ?? "",
            CsvReport.Number(value),
            unit,
            CsvReport.Number(interval?.Low),
            CsvReport.Number(interval?.High),
        ];
}
