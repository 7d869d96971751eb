namespace Petaday.Reports;

/// <summary>A picture in a page. A terminal leaves it out: what it shows stands in tables too.</summary>
/// <param name="Id">Its file's name without ending, when it is written to one: lower case, hyphens.</param>
/// <param name="Caption">What it shows, in a sentence.</param>
/// <param name="Svg">The SVG document.</param>
public sealed record Figure(string Id, string Caption, string Svg) : Block
{
    /// <summary>Whether its letters can still be read at the width of a phone; a picture that is not scrolls there.</summary>
    public bool IsNarrow { get; init; }

    /// <summary>The chart that it is a drawing of, where a page may make a live one of it; null for a drawing alone.</summary>
    public Chart? Chart { get; init; }

    /// <summary>A chart as a figure.</summary>
    public static Figure Of(string id, string caption, Chart chart) => new(id, caption, SvgChart.Write(chart));

    /// <summary>Bars as a figure.</summary>
    public static Figure Of(string id, string caption, BarPicture bars) => new(id, caption, SvgBars.Write(bars)) { IsNarrow = true };
}
