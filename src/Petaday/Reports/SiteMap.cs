using System.Globalization;
using System.Text;
using Petaday.Scenarios.Siting;

namespace Petaday.Reports;

/// <summary>
/// Sites by longitude and latitude (equirectangular) as a standalone SVG: colour by what is made small, dark where it is least; a ring around sites of the front; a cross where the
/// project cannot stand. No coast lines: nothing but what is known of the sites.
/// </summary>
public static class SiteMap
{
    private const double Width = 960;
    private const double Left = 50;
    private const double Right = 20;
    private const double Top = 60;
    private const double Bottom = 60;
    private const double LeastSpan = 12;
    private const double Margin = 0.06;
    private const double Radius = 5;

    /// <summary>The SVG document; null where no site's position is known.</summary>
    public static string? Svg(SiteStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var rows = study.Rows.Concat(study.Refused).Where(row => row.Place.Position is not null).ToList();
        return rows.Count == 0
            ? null
            : Drawn(
                study,
                rows,
                MapFrame.Around([.. rows.Select(row => row.Place.Position!.Value)], Width - Left - Right, LeastSpan, Margin)
            );
    }

    private static string Drawn(SiteStudy study, List<SiteRow> rows, MapFrame frame)
    {
        double height = Top + frame.Height + Bottom;
        var svg = new StringBuilder();
        string title = $"Sites for {study.Name}, by {SiteWords.Of(study.Minimize)}";
        svg.Append(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height:0.##}" width="{Width}" height="{height:0.##}" role="img" font-family="system-ui, sans-serif" font-size="12">
            <title>{SvgText.Escape(title)}</title>
            <rect width="{Width}" height="{height:0.##}" fill="#ffffff"/>
            <text x="{Left}" y="26" font-size="16" font-weight="600">{SvgText.Escape(title)}</text>
            <text x="{Left}" y="46">{SvgText.Escape(Legend(study))}</text>

            """
        );
        Lines(svg, frame);
        Points(svg, study, rows, frame);
        return svg.Append("</svg>\n").ToString();
    }

    private static string Legend(SiteStudy study)
    {
        var known = study.Rows.Select(row => row.Account[study.Minimize]).OfType<double>().ToList();
        string range =
            known.Count == 0
                ? ""
                : $"dark {SiteWords.Figure(known.Min(), SiteWords.Unit(study.Minimize))}, light {SiteWords.Figure(known.Max(), SiteWords.Unit(study.Minimize))}; ";
        return range + "ring: nothing betters it in cost, carbon and water; cross: not possible; longitude across, latitude up";
    }

    private static void Lines(StringBuilder svg, MapFrame frame)
    {
        foreach (double longitude in frame.Longitudes())
        {
            double x = Left + frame.X(longitude);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"{x:0.##}\" y1=\"{Top}\" x2=\"{x:0.##}\" y2=\"{Top + frame.Height:0.##}\" stroke=\"#e3e3e3\"/>\n"
            );
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{x:0.##}\" y=\"{Top + frame.Height + 18:0.##}\" text-anchor=\"middle\">{longitude}°</text>\n"
            );
        }

        foreach (double latitude in frame.Latitudes())
        {
            double y = Top + frame.Y(latitude);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"{Left}\" y1=\"{y:0.##}\" x2=\"{Width - Right}\" y2=\"{y:0.##}\" stroke=\"#e3e3e3\"/>\n"
            );
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 6}\" y=\"{y + 4:0.##}\" text-anchor=\"end\">{latitude}°</text>\n");
        }
    }

    private static void Points(StringBuilder svg, SiteStudy study, List<SiteRow> rows, MapFrame frame)
    {
        var points = rows.Select(row =>
                (Row: row, X: Left + frame.X(row.Place.Position!.Value.Longitude), Y: Top + frame.Y(row.Place.Position!.Value.Latitude))
            )
            .ToList();
        var labels = MapLabels.Place(
            [.. points.Select(point => (point.X, point.Y, Radius + 1, point.Row.Place.Id))],
            Width,
            Top,
            Top + frame.Height + 1
        );
        for (int index = 0; index < points.Count; index++)
        {
            Leader(svg, points[index].X, points[index].Y, labels[index]);
        }

        var known = study.Rows.Select(row => row.Account[study.Minimize]).OfType<double>().DefaultIfEmpty(0).ToList();
        foreach (var (row, x, y) in points)
        {
            Mark(svg, study, row, x, y, (known.Min(), known.Max()));
        }

        foreach (var label in labels.OfType<MapLabel>())
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{label.Left:0.##}\" y=\"{label.Top + 11:0.##}\" textLength=\"{label.Width:0.##}\" lengthAdjust=\"spacingAndGlyphs\">{SvgText.Escape(label.Text)}</text>\n"
            );
        }
    }

    // A label that found no place beside its point is tied to it.
    private static void Leader(StringBuilder svg, double x, double y, MapLabel? label)
    {
        if (label is not { } box)
        {
            return;
        }

        double nearX = Math.Clamp(x, box.Left, box.Left + box.Width);
        double nearY = Math.Clamp(y, box.Top, box.Top + box.Height);
        if (Math.Abs(nearX - x) + Math.Abs(nearY - y) > 3 * Radius)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"{x:0.##}\" y1=\"{y:0.##}\" x2=\"{nearX:0.##}\" y2=\"{nearY:0.##}\" stroke=\"#999999\" stroke-width=\"0.7\"/>\n"
            );
        }
    }

    private static void Mark(StringBuilder svg, SiteStudy study, SiteRow row, double x, double y, (double Least, double Most) range)
    {
        string value = row.Refusal ?? SiteWords.Figure(row.Account[study.Minimize], SiteWords.Unit(study.Minimize));
        string tip = $"<title>{SvgText.Escape($"{row.Place.Name} ({row.Place.Id}): {value}")}</title>";
        if (row.Refusal is not null)
        {
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<path d=\"M{x - 4:0.##} {y - 4:0.##}l8 8m0 -8l-8 8\" stroke=\"#888888\" stroke-width=\"2\" fill=\"none\">{tip}</path>\n"
            );
            return;
        }

        double span = Math.Max(range.Most - range.Least, double.Epsilon);
        string colour = row.Account[study.Minimize] is { } known ? ColourRamp.At((known - range.Least) / span) : "#cccccc";
        string ring = study.Front.Contains(row) ? " stroke=\"#d55e00\" stroke-width=\"3\"" : " stroke=\"#555555\"";
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<circle cx=\"{x:0.##}\" cy=\"{y:0.##}\" r=\"{Radius}\" fill=\"{colour}\"{ring}>{tip}</circle>\n"
        );
    }
}
