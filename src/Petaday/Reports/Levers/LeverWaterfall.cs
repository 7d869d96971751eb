using System.Globalization;
using System.Text;
using Petaday.Scenarios.Levers;

namespace Petaday.Reports.Levers;

/// <summary>
/// Draws the waterfall as a standalone SVG: what the scenario takes as it stands, what each lever takes away or adds on a logarithmic axis (a bar of one length is one
/// ratio wherever it stands), the 90 % interval so far as a whisker, and what is left.
/// </summary>
public static class LeverWaterfall
{
    private const double Width = 900;
    private const double Left = 300;
    private const double Right = 130;
    private const double Top = 64;
    private const double RowHeight = 28;
    private const string Whole = "#555555";
    private const string Less = "#0072b2";
    private const string More = "#d55e00";
    private const string Unproven = "#cc79a7";

    /// <summary>The SVG document.</summary>
    public static string Svg(LeverStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var steps = study.Steps.Where(step => step.Figures is not null).ToList();
        var scale = ChartScale.Over(
            steps
                .SelectMany(step => new[] { step.After, step.Interval.Low * study.StartValue, step.Interval.High * study.StartValue })
                .Append(study.StartValue),
            logarithmic: true
        );
        double height = Top + ((steps.Count + 2) * RowHeight) + 56;
        var svg = new StringBuilder();
        Open(svg, study, height);
        Grid(svg, scale, height);
        Bar(svg, 0, "as it stands", scale.Low, study.StartValue, scale, Whole, LeverText.Of(study.Metric, study.StartValue));
        for (int index = 0; index < steps.Count; index++)
        {
            var step = steps[index];
            string colour =
                step.Lever.IsUnproven ? Unproven
                : step.After <= step.Before ? Less
                : More;
            Bar(svg, index + 1, step.Lever.Name, step.Before, step.After, scale, colour, LeverText.Ratio(step.Ratio));
            Whisker(svg, index + 1, step.Interval.Low * study.StartValue, step.Interval.High * study.StartValue, scale);
        }

        Bar(svg, steps.Count + 1, "with all levers", scale.Low, study.EndValue, scale, Whole, LeverText.Of(study.Metric, study.EndValue));
        string caption = $"{LeverText.Name(study.Metric)} ({LeverFigures.Unit(study.Metric)}), logarithmic";
        Text(svg, (Left + Width - Right) / 2, height - 10, "middle", 13, caption);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Open(StringBuilder svg, LeverStudy study, double height)
    {
        string title = $"What levers do to {study.Scenario}";
        svg.Append(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" width="{Width}" height="{height}" role="img" font-family="system-ui, sans-serif" font-size="13">
            <title>{SvgText.Escape(title)}</title>
            <rect width="{Width}" height="{height}" fill="#ffffff"/>

            """
        );
        Text(svg, 12, 24, "start", 16, title);
        Key(svg, 12, Less, "takes away");
        Key(svg, 112, More, "adds");
        Key(svg, 172, Unproven, "unproven");
        Text(svg, 262, 48, "start", 12, "whiskers: 90 % by grade of evidence, so far");
    }

    private static void Key(StringBuilder svg, double x, string colour, string name)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"38\" width=\"10\" height=\"10\" fill=\"{colour}\"/>\n");
        Text(svg, x + 14, 48, "start", 12, name);
    }

    private static void Grid(StringBuilder svg, ChartScale scale, double height)
    {
        foreach (double tick in scale.Ticks())
        {
            double x = X(scale, tick);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"{x:0.##}\" y1=\"{Top}\" x2=\"{x:0.##}\" y2=\"{height - 48}\" stroke=\"#e3e3e3\"/>\n"
            );
            Text(svg, x, height - 32, "middle", 12, ChartScale.Caption(tick));
        }
    }

    private static void Bar(StringBuilder svg, int row, string name, double from, double to, ChartScale scale, string colour, string value)
    {
        double y = Top + (row * RowHeight);
        var (low, high) = (X(scale, Math.Min(from, to)), X(scale, Math.Max(from, to)));
        Text(svg, Left - 10, y + 18, "end", 12, SvgText.Fitted(name, Left - 14));
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<rect x=\"{low:0.##}\" y=\"{y + 6:0.##}\" width=\"{Math.Max(1, high - low):0.##}\" height=\"{RowHeight - 12}\" fill=\"{colour}\"><title>{SvgText.Escape($"{name}: {value}")}</title></rect>\n"
        );
        Text(svg, Width - Right + 10, y + 18, "start", 12, value);
    }

    private static void Whisker(StringBuilder svg, int row, double low, double high, ChartScale scale)
    {
        double y = Top + (row * RowHeight) + (RowHeight / 2);
        var (from, to) = (X(scale, low), X(scale, high));
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<path d=\"M{from:0.##} {y - 4:0.##}v8m0 -4H{to:0.##}m0 -4v8\" stroke=\"#000000\" stroke-width=\"1\" fill=\"none\"/>\n"
        );
    }

    private static void Text(StringBuilder svg, double x, double y, string anchor, int size, string text) =>
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{x:0.##}\" y=\"{y:0.##}\" text-anchor=\"{anchor}\" font-size=\"{size}\">{SvgText.Escape(text)}</text>\n"
        );

    private static double X(ChartScale scale, double value) => Left + (scale.Position(value) * (Width - Left - Right));
}
