using System.Globalization;
using System.Text;

namespace Petaday.Reports;

/// <summary>
/// Draws a <see cref="BarPicture"/> as a standalone SVG: names and amounts stand above their bars, so that long names never meet a bar and the picture is
/// narrow enough for a phone. No script and no outside file.
/// </summary>
public static class SvgBars
{
    private const double Width = 480;
    private const double Edge = 6;
    private const double RowHeight = 40;
    private const double BarHeight = 13;
    private const double LetterWidth = 7.4;
    private const string Part = "#0072b2";
    private const string Total = "#555555";
    private const string Mark = "#d55e00";

    /// <summary>The SVG document of <paramref name="picture"/>.</summary>
    public static string Write(BarPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        List<BarRow> rows = [.. picture.Rows.Where(row => double.IsFinite(row.Start) && double.IsFinite(row.End))];
        var scale = Scale(picture, rows);
        double top = picture.Limit is null ? 40 : 62;
        double height = top + (RowHeight * rows.Count) + 6;
        var svg = new StringBuilder();
        string title = SvgText.Escape(picture.Title);
        svg.Append(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" width="{Width}" height="{height}" role="img" font-family="system-ui, sans-serif" font-size="14">
            <title>{title}</title>
            <rect width="{Width}" height="{height}" fill="#ffffff"/>
            <text x="{Edge}" y="21" font-size="15" font-weight="600">{SvgText.Escape(SvgText.Fitted(picture.Title, Width - Edge))}</text>

            """
        );
        for (int index = 0; index < rows.Count; index++)
        {
            Row(svg, rows[index], top + (RowHeight * index), scale);
        }

        Limit(svg, picture, scale, top, rows.Count);
        return svg.Append("</svg>\n").ToString();
    }

    private static Func<double, double> Scale(BarPicture picture, List<BarRow> rows)
    {
        List<double> values =
        [
            .. rows.SelectMany(row => new[] { row.Start, row.End, row.Range?.Low ?? row.End, row.Range?.High ?? row.End }),
        ];
        values.AddRange(picture.Limit is { } limit && double.IsFinite(limit) ? [limit] : []);
        values.AddRange(picture.FromZero ? [0] : []);
        double low = values.Count == 0 ? 0 : values.Min();
        double high = values.Count == 0 ? 1 : values.Max();
        double span = high > low ? high - low : 1;
        return value => Edge + ((value - low) / span * (Width - (2 * Edge)));
    }

    private static void Row(StringBuilder svg, BarRow row, double y, Func<double, double> scale)
    {
        double bar = y + 18;
        double room = Width - (3 * Edge) - (LetterWidth * row.Value.Length);
        string weight = row.IsTotal ? " font-weight=\"600\"" : "";
        var (left, right) = (Math.Min(scale(row.Start), scale(row.End)), Math.Max(scale(row.Start), scale(row.End)));
        svg.Append(
            CultureInfo.InvariantCulture,
            $"""
            <text x="{Edge}" y="{y + 13:0.##}"{weight}>{SvgText.Escape(SvgText.Fitted(row.Label, room))}</text>
            <text x="{Width - Edge}" y="{y + 13:0.##}" text-anchor="end"{weight}>{SvgText.Escape(row.Value)}</text>
            <rect x="{Edge}" y="{bar:0.##}" width="{Width - (2 * Edge)}" height="{BarHeight}" fill="#eef1f4"/>
            <rect x="{left:0.##}" y="{bar:0.##}" width="{Math.Max(1, right - left):0.##}" height="{BarHeight}" fill="{(
                row.IsTotal ? Total : Part
            )}"><title>{SvgText.Escape($"{row.Label}: {row.Value}")}</title></rect>

            """
        );
        if (row.Range is { } range)
        {
            double middle = bar + (BarHeight / 2);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<path d=\"M{scale(range.Low):0.##} {middle:0.##}H{scale(range.High):0.##}M{scale(range.Low):0.##} {bar:0.##}v{BarHeight}M{scale(range.High):0.##} {bar:0.##}v{BarHeight}\" stroke=\"{Mark}\" stroke-width=\"2\" fill=\"none\"/>\n"
            );
        }
    }

    private static void Limit(StringBuilder svg, BarPicture picture, Func<double, double> scale, double top, int rows)
    {
        if (picture.Limit is not { } limit || !double.IsFinite(limit))
        {
            return;
        }

        double x = scale(limit);
        string anchor = x > Width / 2 ? "end" : "start";
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{x:0.##}\" y=\"{top - 8}\" text-anchor=\"{anchor}\" font-size=\"13\">{SvgText.Escape(SvgText.Fitted(picture.LimitLabel, Width / 2))}</text>\n"
        );
        // Across the bars alone: names and amounts stay free of it.
        for (int index = 0; index < rows; index++)
        {
            double bar = top + (RowHeight * index) + 18;
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"{x:0.##}\" y1=\"{bar - 3:0.##}\" x2=\"{x:0.##}\" y2=\"{bar + BarHeight + 3:0.##}\" stroke=\"{Mark}\" stroke-width=\"2.5\"/>\n"
            );
        }
    }
}
