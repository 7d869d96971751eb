using System.Globalization;
using System.Text;

namespace Petaday.Reports;

/// <summary>The upright bars of a <see cref="Chart"/>: beside each other, or each on the one before.</summary>
internal static class SvgColumns
{
    private const double Filled = 0.8;
    private const double FilledByStack = 0.55;

    /// <summary>Bars of one of <paramref name="count"/> series that stand beside each other.</summary>
    public static void BesideEachOther(
        StringBuilder svg,
        List<ChartPoint> points,
        ChartScale horizontal,
        ChartScale vertical,
        string colour,
        int index,
        int count
    )
    {
        double floor = SvgChart.Y(vertical, vertical.Low > 0 ? vertical.Low : 0);
        double slot = Filled * (SvgChart.X(horizontal, 1) - SvgChart.X(horizontal, 0)) / count;
        foreach (var point in points)
        {
            double left = SvgChart.X(horizontal, point.X) + (slot * (index - (count / 2.0)));
            Bar(svg, left, slot, floor, SvgChart.Y(vertical, point.Y), colour, point);
        }
    }

    /// <summary>Bars that begin where those before them end.</summary>
    /// <param name="svg">The drawing.</param>
    /// <param name="points">The bars.</param>
    /// <param name="horizontal">Scale along.</param>
    /// <param name="vertical">Scale up.</param>
    /// <param name="colour">Their colour.</param>
    /// <param name="floors">Where the bars before end, by place along; the new ends are put there.</param>
    public static void Stacked(
        StringBuilder svg,
        List<ChartPoint> points,
        ChartScale horizontal,
        ChartScale vertical,
        string colour,
        Dictionary<double, double> floors
    )
    {
        double slot = Math.Min(140, FilledByStack * (SvgChart.X(horizontal, 1) - SvgChart.X(horizontal, 0)));
        foreach (var point in points)
        {
            double from = floors.GetValueOrDefault(point.X);
            double to = from + point.Y;
            floors[point.X] = to;
            Bar(
                svg,
                SvgChart.X(horizontal, point.X) - (slot / 2),
                slot,
                SvgChart.Y(vertical, from),
                SvgChart.Y(vertical, to),
                colour,
                point
            );
        }
    }

    /// <summary>How high the stacks of a chart are; empty where it has none.</summary>
    public static IEnumerable<double> Heights(Chart chart) =>
        chart
            .Series.Where(static series => series.Mark == ChartMark.Stack)
            .SelectMany(static series => series.Points)
            .Where(static point => double.IsFinite(point.Y))
            .GroupBy(static point => point.X, static point => point.Y)
            .Select(static stack => stack.Sum());

    private static void Bar(StringBuilder svg, double left, double width, double floor, double top, string colour, ChartPoint point) =>
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<rect x=\"{left:0.##}\" y=\"{Math.Min(top, floor):0.##}\" width=\"{width:0.##}\" height=\"{Math.Abs(floor - top):0.##}\" fill=\"{colour}\">{SvgChart.Label(point)}</rect>\n"
        );
}
