using System.Globalization;
using System.Text;
using Petaday.Explanations.Risk;
using Petaday.Quantities;

namespace Petaday.Reports.Risk;

/// <summary>
/// A tornado as a standalone SVG: for each unknown a bar from the line's value at the unknown's 5 % to that at its 95 %, the rest central; the widest on top, with its share of
/// the variance behind.
/// </summary>
public static class TornadoSvg
{
    private const double Width = 760;
    private const double Top = 64;
    private const double Row = 30;
    private const double Left = 280;
    private const double Right = 110;
    private const double Bottom = 40;
    private const int MostBars = 12;
    private const string Below = "#0072b2";
    private const string Above = "#d55e00";

    /// <summary>The SVG document of one target; null where no bar has a width.</summary>
    public static string? Write(RiskTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var bars = target
            .Drivers.Where(static driver => double.IsFinite(driver.Low) && double.IsFinite(driver.High) && driver.Low != driver.High)
            .OrderByDescending(static driver => Math.Abs(driver.High - driver.Low))
            .Take(MostBars)
            .ToList();
        double centre = target.Centre;
        if (bars.Count == 0)
        {
            return null;
        }

        double unit = TickUnit(target);
        var scale = ChartScale.Over(
            [.. bars.SelectMany(static bar => new[] { bar.Low, bar.High }).Append(centre).Select(end => end / unit)],
            logarithmic: false
        );
        var svg = new StringBuilder();
        double height = Top + (bars.Count * Row) + Bottom;
        Open(svg, target, height);
        Ticks(svg, target, scale, height);
        for (int index = 0; index < bars.Count; index++)
        {
            Bar(svg, target, bars[index], end => X(scale, end / unit), Top + (index * Row));
        }

        double middle = X(scale, centre / unit);
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<line x1=\"{middle:0.##}\" y1=\"{Top - 6}\" x2=\"{middle:0.##}\" y2=\"{height - Bottom}\" stroke=\"#333333\"/>\n"
        );
        return svg.Append("</svg>\n").ToString();
    }

    private static void Open(StringBuilder svg, RiskTarget target, double height)
    {
        string title = $"What drives: {target.Of.Line.Name}";
        svg.Append(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" width="{Width}" height="{height}" role="img" font-family="system-ui, sans-serif" font-size="13">
            <title>{SvgText.Escape(title)}</title>
            <rect width="{Width}" height="{height}" fill="#ffffff"/>
            <text x="16" y="24" font-size="16" font-weight="600">{SvgText.Escape(title)}</text>
            <text x="16" y="44" fill="#555555">each unknown at its 5 % (blue) and its 95 % (orange), the rest central; right: share of the variance</text>

            """
        );
    }

    private static void Ticks(StringBuilder svg, RiskTarget target, ChartScale scale, double height)
    {
        double last = double.NegativeInfinity;
        foreach (double tick in scale.Ticks())
        {
            double x = X(scale, tick);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"{x:0.##}\" y1=\"{Top - 6}\" x2=\"{x:0.##}\" y2=\"{height - Bottom}\" stroke=\"#e3e3e3\"/>\n"
            );
            // Captions with units are wide: those that would touch are left out.
            if (x - last >= 84)
            {
                last = x;
                svg.Append(
                    CultureInfo.InvariantCulture,
                    $"<text x=\"{x:0.##}\" y=\"{height - Bottom + 18}\" text-anchor=\"middle\">{SvgText.Escape(RiskPage.Shown(target.Of.Line, tick * TickUnit(target)))}</text>\n"
                );
            }
        }
    }

    private static void Bar(StringBuilder svg, RiskTarget target, RiskDriver driver, Func<double, double> place, double y)
    {
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{Left - 10}\" y=\"{y + 18:0.##}\" text-anchor=\"end\">{SvgText.Escape(SvgText.Fitted(driver.Variable.Name, Left - 26))}</text>\n"
        );
        Half(svg, target, place, driver.Low, y, Below);
        Half(svg, target, place, driver.High, y, Above);
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{Width - Right + 14}\" y=\"{y + 18:0.##}\">{Sizes.Share(driver.Total)}</text>\n"
        );
    }

    private static void Half(StringBuilder svg, RiskTarget target, Func<double, double> place, double end, double y, string colour)
    {
        double centre = target.Centre;
        double from = place(Math.Min(centre, end));
        double width = place(Math.Max(centre, end)) - from;
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<rect x=\"{from:0.##}\" y=\"{y + 5:0.##}\" width=\"{width:0.##}\" height=\"{Row - 10}\" fill=\"{colour}\" fill-opacity=\"0.85\"><title>{SvgText.Escape(RiskPage.Shown(target.Of.Line, end))}</title></rect>\n"
        );
    }

    // Round numbers of what a person reads: days and megawatt-hours, not seconds and joules.
    private static double TickUnit(RiskTarget target) =>
        target.Of.Line.Unit == Dimension.Seconds ? Units.SecondsPerDay
        : target.Of.Line.Unit == Dimension.Joules ? 1e6 * Units.SecondsPerHour
        : 1;

    private static double X(ChartScale scale, double value) => Left + (scale.Position(value) * (Width - Left - Right));
}
