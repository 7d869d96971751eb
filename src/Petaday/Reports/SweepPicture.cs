using System.Collections.Immutable;
using Petaday.Scenarios.Sweeps;

namespace Petaday.Reports;

/// <summary>A sweep for the eye: lines over one key of numbers, bars over one of words, a heat map over two. A picture a result that is shown.</summary>
public static class SweepPicture
{
    // Numbers that span more than this are read by their ratios.
    private const double Wide = 30;

    /// <summary>One SVG document; null where no result that is shown is a number.</summary>
    public static string? Svg(Sweep sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        var shown = Enumerable
            .Range(0, sweep.Shown.Length)
            .Where(index => sweep.Points.Any(point => Value(point, index) is not null))
            .ToList();
        List<string> pictures =
            sweep.Keys.Length == 1
                ? [.. shown.Select(index => SvgChart.Write(Chart(sweep, index)))]
                : [.. shown.SelectMany(index => sweep.Scenarios.Select(scenario => SvgHeatMap.Write(Map(sweep, index, scenario))))];
        return pictures.Count == 0 ? null : SvgPanels.Stack(pictures);
    }

    /// <summary>The chart of one result over one key.</summary>
    internal static Chart Chart(Sweep sweep, int result)
    {
        var key = sweep.Keys[0];
        var axis = key.IsNumeric
            ? new ChartAxis(key.Path, key.Unit, IsWide(key.Values.Select(value => value.Number)))
            : new ChartAxis(key.Path) { Categories = [.. key.Values.Select(value => value.Text)] };
        bool wide = key.IsNumeric && IsWide(sweep.Points.Select(point => Value(point, result)));
        double floor = sweep
            .Points.Select(point => Value(point, result))
            .OfType<double>()
            .Where(value => !wide || value > 0)
            .DefaultIfEmpty(0)
            .Min();
        var feasible = sweep.Scenarios.Select(name => new ChartSeries(
            name,
            key.IsNumeric ? ChartMark.Joined : ChartMark.Bar,
            [
                .. Of(sweep, name)
                    .Select(point => Point(sweep, point, result, point.IsFeasible ? Value(point, result) ?? double.NaN : double.NaN)),
            ]
        ));
        ImmutableArray<ChartPoint> missed =
        [
            .. sweep
                .Points.Where(point => !point.IsFeasible)
                .Select(point => Point(sweep, point, result, Value(point, result) ?? (key.IsNumeric ? floor : 0))),
        ];
        return new Chart(
            sweep.Shown[result].Path,
            axis,
            new ChartAxis(sweep.Shown[result].Path, sweep.Shown[result].Unit, wide),
            [.. feasible, .. missed.Length > 0 ? [new ChartSeries("not feasible", ChartMark.Cross, missed)] : Array.Empty<ChartSeries>()]
        );
    }

    private static HeatMap Map(Sweep sweep, int result, string scenario)
    {
        var (across, up) = (sweep.Keys[0], sweep.Keys[1]);
        var key = sweep.Shown[result];
        var points = Of(sweep, scenario).ToList();
        return new HeatMap(
            scenario.Length == 0 || sweep.Scenarios.Count == 1 ? key.Path : $"{key.Path}: {scenario}",
            new ChartAxis(across.Path) { Categories = [.. across.Values.Select(value => value.Text)] },
            new ChartAxis(up.Path) { Categories = [.. up.Values.Select(value => value.Text)] },
            new ChartAxis(key.Path, key.Unit, IsWide(points.Select(point => point.IsFeasible ? Value(point, result) : null))),
            [
                .. points.Select(point => new HeatCell(
                    across.Values.IndexOf(point.At[0]),
                    up.Values.IndexOf(point.At[1]),
                    point.IsFeasible ? Value(point, result) : null,
                    Written(sweep, point, result),
                    Label(sweep, point, result)
                )),
            ]
        );
    }

    /// <summary>The points of a scenario; along an axis of numbers, from its low end to its high one, whatever order they were asked for in.</summary>
    private static IEnumerable<SweepPoint> Of(Sweep sweep, string scenario)
    {
        var points = sweep.Points.Where(point => point.Scenario == scenario);
        return sweep.Keys is [{ IsNumeric: true }] ? points.OrderBy(point => point.At[0].Number) : points;
    }

    private static ChartPoint Point(Sweep sweep, SweepPoint point, int result, double y)
    {
        var key = sweep.Keys[0];
        double x = key.IsNumeric ? point.At[0].Number!.Value : key.Values.IndexOf(point.At[0]);
        return new ChartPoint(x, y, Label(sweep, point, result));
    }

    private static string Label(Sweep sweep, SweepPoint point, int result) =>
        point.Infeasible is { } infeasible
            ? $"{SweepText.Place(sweep, point)}: not feasible, {infeasible.Constraint} binds: {infeasible.Message}"
            : $"{SweepText.Place(sweep, point)}: {Written(sweep, point, result)}";

    private static string Written(Sweep sweep, SweepPoint point, int result) =>
        point.Results.IsEmpty ? "-" : SweepText.Of(sweep.Shown[result], point.Results[result]);

    private static double? Value(SweepPoint point, int result) => point.Results.IsEmpty ? null : point.Results[result].Number;

    private static bool IsWide(IEnumerable<double?> values)
    {
        var known = values.OfType<double>().ToList();
        return known.Count > 1 && known.Min() > 0 && known.Max() / known.Min() >= Wide;
    }
}
