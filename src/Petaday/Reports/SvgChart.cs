using System.Globalization;
using System.Text;

namespace Petaday.Reports;

/// <summary>
/// Draws a <see cref="Chart"/> as a standalone SVG: axes with units, a light grid, a legend. No script and no outside file; colours differ in lightness
/// as well as hue, so that the picture reads in print and to the colour-blind (Okabe and Ito's palette).
/// </summary>
public static class SvgChart
{
    private const double Width = 760;
    private const double Height = 520;
    private const double Left = 80;
    private const double Right = 20;
    private const double Top = 52;
    private const double Bottom = 64;
    private static readonly string[] Colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000"];

    /// <summary>The SVG document of <paramref name="chart"/>.</summary>
    public static string Write(Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var (horizontal, vertical) = Scales(chart);
        var svg = new StringBuilder();
        Open(svg, chart.Title);
        Grid(svg, chart, horizontal, vertical);
        Captions(svg, chart);
        int bars = chart.Series.Count(series => series.Mark == ChartMark.Bar);
        int bar = 0;
        Dictionary<double, double> floors = [];
        for (int index = 0; index < chart.Series.Length; index++)
        {
            var series = chart.Series[index];
            string colour = Colours[index % Colours.Length];
            var points = series
                .Points.Where(point => ChartScale.Shows(point.X, chart.X.Logarithmic) && ChartScale.Shows(point.Y, chart.Y.Logarithmic))
                .ToList();
            switch (series.Mark)
            {
                case ChartMark.Scatter:
                    Dots(svg, points, horizontal, vertical, colour);
                    break;
                case ChartMark.Line:
                    Paths(svg, chart, series, horizontal, vertical, colour);
                    break;
                case ChartMark.Joined:
                    Paths(svg, chart, series, horizontal, vertical, colour);
                    Dots(svg, points, horizontal, vertical, colour);
                    break;
                case ChartMark.Cross:
                    Crosses(svg, points, horizontal, vertical, colour);
                    break;
                case ChartMark.Stack:
                    SvgColumns.Stacked(svg, points, horizontal, vertical, colour, floors);
                    break;
                default:
                    SvgColumns.BesideEachOther(svg, points, horizontal, vertical, colour, bar++, bars);
                    break;
            }
        }

        Legend(svg, chart);
        return svg.Append("</svg>\n").ToString();
    }

    private static (ChartScale X, ChartScale Y) Scales(Chart chart)
    {
        var points = chart.Series.SelectMany(series => series.Points).ToList();
        bool bars = chart.Series.Any(series => series.Mark is ChartMark.Bar or ChartMark.Stack);
        var xs = points.Select(point => point.X);
        var ys = points.Select(point => point.Y).Concat(SvgColumns.Heights(chart));
        if (bars)
        {
            xs = xs.SelectMany(x => new[] { x - 0.5, x + 0.5 });
        }

        return chart.X.Categories.Length > 0
                ? (ChartScale.Exactly(-0.5, chart.X.Categories.Length - 0.5), ChartScale.Over(ys, chart.Y.Logarithmic, fromZero: bars))
            : chart.SameRange ? (ChartScale.Over(xs.Concat(ys), chart.X.Logarithmic), ChartScale.Over(xs.Concat(ys), chart.Y.Logarithmic))
            : (ChartScale.Over(xs, chart.X.Logarithmic), ChartScale.Over(ys, chart.Y.Logarithmic, fromZero: bars));
    }

    private static void Open(StringBuilder svg, string title) =>
        svg.Append(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}" role="img" font-family="system-ui, sans-serif" font-size="13">
            <title>{SvgText.Escape(title)}</title>
            <rect width="{Width}" height="{Height}" fill="#ffffff"/>
            <text x="{Left}" y="24" font-size="16" font-weight="600">{SvgText.Escape(title)}</text>

            """
        );

    private static void Grid(StringBuilder svg, Chart chart, ChartScale horizontal, ChartScale vertical)
    {
        var names = chart.X.Categories;
        foreach (double tick in names.Length > 0 ? Enumerable.Range(0, names.Length).Select(index => (double)index) : horizontal.Ticks())
        {
            string caption =
                names.Length > 0 ? SvgText.Fitted(names[(int)tick], (Width - Left - Right) / names.Length)
                : chart.X.IsYear ? tick.ToString("0", CultureInfo.InvariantCulture)
                : ChartScale.Caption(tick);
            double x = X(horizontal, tick);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"{x:0.##}\" y1=\"{Top}\" x2=\"{x:0.##}\" y2=\"{Height - Bottom}\" stroke=\"#e3e3e3\"/>\n"
            );
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{x:0.##}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{SvgText.Escape(caption)}</text>\n"
            );
        }

        foreach (double tick in vertical.Ticks())
        {
            double y = Y(vertical, tick);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"{Left}\" y1=\"{y:0.##}\" x2=\"{Width - Right}\" y2=\"{y:0.##}\" stroke=\"#e3e3e3\"/>\n"
            );
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{Left - 8}\" y=\"{y + 4:0.##}\" text-anchor=\"end\">{ChartScale.Caption(tick)}</text>\n"
            );
        }
    }

    private static void Captions(StringBuilder svg, Chart chart)
    {
        double middle = (Top + Height - Bottom) / 2;
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 16}\" text-anchor=\"middle\">{SvgText.Escape(chart.X.Caption)}</text>\n"
        );
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"20\" y=\"{middle}\" text-anchor=\"middle\" transform=\"rotate(-90 20 {middle})\">{SvgText.Escape(chart.Y.Caption)}</text>\n"
        );
    }

    private static void Dots(StringBuilder svg, List<ChartPoint> points, ChartScale horizontal, ChartScale vertical, string colour)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<g fill=\"{colour}\" fill-opacity=\"0.6\">\n");
        foreach (var point in points)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<circle cx=\"{X(horizontal, point.X):0.##}\" cy=\"{Y(vertical, point.Y):0.##}\" r=\"{point.Radius:0.##}\"{Ending(point)}\n"
            );
        }

        svg.Append("</g>\n");
        foreach (var point in points.Where(point => point.Text is not null))
        {
            var x = X(horizontal, point.X);
            var (anchor, gap) = x > (Left + Width - Right) / 2 ? ("end", -point.Radius - 4) : ("start", point.Radius + 4);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{x + gap:0.##}\" y=\"{Y(vertical, point.Y) - point.Radius - 2:0.##}\" text-anchor=\"{anchor}\" font-size=\"12\" fill=\"#000000\">{SvgText.Escape(point.Text!)}</text>\n"
            );
        }
    }

    private static void Crosses(StringBuilder svg, List<ChartPoint> points, ChartScale horizontal, ChartScale vertical, string colour)
    {
        foreach (var point in points)
        {
            var (x, y) = (X(horizontal, point.X), Y(vertical, point.Y));
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<path d=\"M{x - 4:0.##} {y - 4:0.##}l8 8m0 -8l-8 8\" stroke=\"{colour}\" stroke-width=\"2\" fill=\"none\">{Label(point)}</path>\n"
            );
        }
    }

    private static void Paths(StringBuilder svg, Chart chart, ChartSeries series, ChartScale horizontal, ChartScale vertical, string colour)
    {
        List<string> corners = [];
        foreach (var point in series.Points.Append(new ChartPoint(double.NaN, double.NaN)))
        {
            if (ChartScale.Shows(point.X, chart.X.Logarithmic) && ChartScale.Shows(point.Y, chart.Y.Logarithmic))
            {
                corners.Add(string.Create(CultureInfo.InvariantCulture, $"{X(horizontal, point.X):0.##},{Y(vertical, point.Y):0.##}"));
                continue;
            }

            if (corners.Count > 1)
            {
                svg.Append(
                    CultureInfo.InvariantCulture,
                    $"<polyline points=\"{string.Join(' ', corners)}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.5\"/>\n"
                );
            }

            corners.Clear();
        }
    }

    private static void Legend(StringBuilder svg, Chart chart)
    {
        double Wide(string name) => 32 + (6.6 * name.Length);
        bool isLong = chart.Series.Where(series => series.Name.Length > 0).Sum(series => Wide(series.Name)) > Width - Left;
        (double x, double y) = (Left, isLong ? 24 : 34);
        for (int index = 0; index < chart.Series.Length; index++)
        {
            string name = chart.Series[index].Name;
            if (name.Length == 0)
            {
                continue;
            }

            if (x > Left && x + Wide(name) > Width)
            {
                (x, y) = (Left, y + 14); // a legend too long for one line goes on in a second
            }

            svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect x=\"{x:0.##}\" y=\"{y}\" width=\"10\" height=\"10\" fill=\"{Colours[index % Colours.Length]}\"/><text x=\"{x + 14:0.##}\" y=\"{y + 9}\" font-size=\"12\">{SvgText.Escape(name)}</text>\n"
            );
            x += Wide(name);
        }
    }

    internal static double X(ChartScale scale, double value) => Left + (scale.Position(value) * (Width - Left - Right));

    internal static double Y(ChartScale scale, double value) => Height - Bottom - (scale.Position(value) * (Height - Top - Bottom));

    private static string Ending(ChartPoint point) => point.Label is null ? "/>" : $">{Label(point)}</circle>";

    internal static string Label(ChartPoint point) => point.Label is null ? "" : $"<title>{SvgText.Escape(point.Label)}</title>";
}
