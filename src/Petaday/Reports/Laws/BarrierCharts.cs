using System.Collections.Immutable;
using Petaday.Scenarios.Laws;

namespace Petaday.Reports.Laws;

/// <summary>The barrier law beside the engine on logarithmic axes: a panel a quantity, lines the law's, dots the engine's.</summary>
public static class BarrierCharts
{
    /// <summary>One SVG document.</summary>
    public static string Svg(BarrierStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return SvgPanels.Stack([
            Chart(study, "Compute of a compute-optimal model", "compute", "FLOP", figures => figures.Flops),
            Chart(study, "Device-hours", "device-hours", "", figures => figures.DeviceHours),
            Chart(study, "Days on the devices of the table", "time", "d", figures => figures.Days),
            Chart(study, "Power", "power", "MW", figures => figures.Megawatts),
            Chart(study, "Money", "cost", "USD", figures => figures.Cost),
            Chart(study, "Carbon", "carbon", "tCO2e", figures => figures.Tonnes),
        ]);
    }

    private static string Chart(BarrierStudy study, string title, string axis, string unit, Func<BarrierFigures, double?> value) =>
        SvgChart.Write(
            new Chart(
                title,
                new ChartAxis("parameters", "", Logarithmic: true),
                new ChartAxis(axis, unit, Logarithmic: true),
                [
                    .. study
                        .Rows.GroupBy(row => row.Family)
                        .SelectMany(family =>
                            new[]
                            {
                                new ChartSeries($"{family.Key}: law", ChartMark.Line, Points(family, row => value(row.Law))),
                                new ChartSeries(
                                    $"{family.Key}: engine",
                                    ChartMark.Scatter,
                                    Points(family, row => row.Engine is { } engine ? value(engine) : null)
                                ),
                            }
                        ),
                ]
            )
        );

    private static ImmutableArray<ChartPoint> Points(IEnumerable<BarrierRow> rows, Func<BarrierRow, double?> value) =>
        [.. rows.Select(row => new ChartPoint(row.Parameters, value(row) ?? double.NaN, Sizes.Number(row.Parameters)))];
}
