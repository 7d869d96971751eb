using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Petaday.Reports;

/// <summary>Draws a <see cref="HeatMap"/> as a standalone SVG of the same size as a chart: no script and no outside file.</summary>
public static class SvgHeatMap
{
    private const double Width = 760;
    private const double Height = 520;
    private const double Left = 130;
    private const double Right = 110;
    private const double Top = 52;
    private const double Bottom = 64;
    private const int MostNames = 24;
    private const int BarSteps = 40;

    /// <summary>The SVG document of <paramref name="map"/>.</summary>
    public static string Write(HeatMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var values = map
            .Cells.Select(cell => cell.Value)
            .OfType<double>()
            .Where(value => ChartScale.Shows(value, map.Value.Logarithmic))
            .ToList();
        var colours = new Colours(values, map.Value.Logarithmic);
        var svg = new StringBuilder();
        Open(svg, map);
        foreach (var cell in map.Cells)
        {
            Cell(svg, map, cell, colours);
        }

        Names(svg, map);
        if (values.Count > 0)
        {
            Key(svg, map, colours);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Open(StringBuilder svg, HeatMap map)
    {
        string title = SvgText.Escape(map.Title);
        double middle = (Top + Height - Bottom) / 2;
        svg.Append(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}" role="img" font-family="system-ui, sans-serif" font-size="13">
            <title>{title}</title>
            <rect width="{Width}" height="{Height}" fill="#ffffff"/>
            <text x="{Left}" y="24" font-size="16" font-weight="600">{title}</text>
            <text x="{(Left + Width - Right) / 2}" y="{Height - 16}" text-anchor="middle">{SvgText.Escape(map.X.Caption)}</text>
            <text x="20" y="{middle}" text-anchor="middle" transform="rotate(-90 20 {middle})">{SvgText.Escape(map.Y.Caption)}</text>

            """
        );
    }

    private static void Cell(StringBuilder svg, HeatMap map, HeatCell cell, Colours colours)
    {
        double width = (Width - Left - Right) / map.X.Categories.Length;
        double height = (Height - Top - Bottom) / map.Y.Categories.Length;
        double x = Left + (cell.Column * width);
        double y = Height - Bottom - ((cell.Row + 1) * height);
        double? share = cell.Value is { } value && ChartScale.Shows(value, map.Value.Logarithmic) ? colours.Share(value) : null;
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{width:0.##}\" height=\"{height:0.##}\" fill=\"{(share is { } part ? ColourRamp.At(part) : "#dddddd")}\" stroke=\"#ffffff\" stroke-width=\"0.5\"><title>{SvgText.Escape(cell.Label)}</title></rect>\n"
        );
        string text = share is null ? "×" : cell.Text;
        if (height >= 16 && width >= 8 + (6.2 * text.Length))
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{x + (width / 2):0.##}\" y=\"{y + (height / 2) + 4:0.##}\" text-anchor=\"middle\" font-size=\"11\" fill=\"{(share is { } shade ? ColourRamp.Ink(shade) : "#555555")}\" pointer-events=\"none\">{SvgText.Escape(text)}</text>\n"
            );
        }
    }

    private static void Names(StringBuilder svg, HeatMap map)
    {
        double width = (Width - Left - Right) / map.X.Categories.Length;
        double height = (Height - Top - Bottom) / map.Y.Categories.Length;
        foreach (int column in Shown(map.X.Categories, Width - Left - Right))
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{Left + ((column + 0.5) * width):0.##}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{SvgText.Escape(SvgText.Fitted(map.X.Categories[column], Math.Max(width, 60)))}</text>\n"
            );
        }

        foreach (int row in Shown(map.Y.Categories, 3 * (Height - Top - Bottom)))
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{Left - 8}\" y=\"{Height - Bottom - ((row + 0.5) * height) + 4:0.##}\" text-anchor=\"end\">{SvgText.Escape(SvgText.Fitted(map.Y.Categories[row], Left - 40))}</text>\n"
            );
        }
    }

    /// <summary>Which names are written: so many that they do not touch.</summary>
    private static IEnumerable<int> Shown(ImmutableArray<string> names, double room)
    {
        double longest = 14 + (7.0 * Math.Min(8, names.Max(name => name.Length)));
        int most = Math.Clamp((int)(room / longest), 1, MostNames);
        int every = (names.Length + most - 1) / most;
        return Enumerable.Range(0, names.Length).Where(index => index % every == 0);
    }

    private static void Key(StringBuilder svg, HeatMap map, Colours colours)
    {
        double x = Width - Right + 24;
        double step = (Height - Top - Bottom) / BarSteps;
        for (int index = 0; index < BarSteps; index++)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect x=\"{x}\" y=\"{Height - Bottom - ((index + 1) * step):0.##}\" width=\"14\" height=\"{step + 0.5:0.##}\" fill=\"{ColourRamp.At((index + 0.5) / BarSteps)}\"/>\n"
            );
        }

        foreach (double share in (double[])[0, 0.25, 0.5, 0.75, 1])
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{x + 20}\" y=\"{Height - Bottom - (share * (Height - Top - Bottom)) + 4:0.##}\" font-size=\"11\">{Short(colours.Value(share))}</text>\n"
            );
        }

        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{Width - 8}\" y=\"42\" text-anchor=\"end\" font-size=\"12\">{SvgText.Escape(map.Value.Caption)}</text>\n"
        );
    }

    private static string Short(double value) =>
        ChartScale.Caption(double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    /// <summary>From values to shares of the range of colours and back.</summary>
    private sealed class Colours(List<double> values, bool logarithmic)
    {
        private readonly double low = values.Count == 0 ? 0 : Placed(values.Min(), logarithmic);
        private readonly double high = values.Count == 0 ? 1 : Placed(values.Max(), logarithmic);

        public double Share(double value) => high > low ? (Placed(value, logarithmic) - low) / (high - low) : 0.5;

        public double Value(double share)
        {
            double placed = low + (share * (high - low));
            return logarithmic ? Math.Pow(10, placed) : placed;
        }

        private static double Placed(double value, bool logarithmic) => logarithmic ? Math.Log10(value) : value;
    }
}
