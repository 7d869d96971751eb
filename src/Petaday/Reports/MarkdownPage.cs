using System.Globalization;
using System.Text;
using Petaday.Scenarios;

namespace Petaday.Reports;

/// <summary>A page as Markdown, for issues, wikis and documents.</summary>
public static class MarkdownPage
{
    /// <summary>The Markdown of <paramref name="page"/>.</summary>
    /// <param name="page">What to write.</param>
    /// <param name="picture">
    /// Where a figure's file lies, as a path from the document, or null to leave the figure out; without it all are left out: most viewers show no picture that
    /// stands in the text itself, and what figures show stands in tables too.
    /// </param>
    public static string Text(Page page, Func<Figure, string?>? picture = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        var text = new StringBuilder();
        foreach (var block in page.Blocks)
        {
            if (block is Figure figure)
            {
                text.Append(picture?.Invoke(figure) is { } path ? Picture(figure, path) : "");
                continue;
            }

            Append(text, block);
            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Append(StringBuilder text, Block block)
    {
        switch (block)
        {
            case Heading heading:
                text.Append('#', heading.Level).Append(' ').Append(MarkdownText.Escape(heading.Text)).Append('\n');
                break;
            case FactList facts:
                Table(
                    text,
                    ["", "", ""],
                    [false, false, false],
                    facts.Facts.Select(fact => new[] { fact.Label.Trim(), fact.Value, fact.Remark ?? "" })
                );
                break;
            case BarList bars:
                Table(
                    text,
                    ["part", "amount", "share"],
                    [false, true, true],
                    bars.Bars.Select(bar => new[] { bar.Label, bar.Value, Sizes.Share(bar.Share) })
                );
                break;
            case Grid grid:
                Table(text, [.. grid.Columns], [.. grid.RightAligned], grid.Rows.Select(row => row.ToArray()));
                break;
            case Paragraph paragraph:
                text.Append(MarkdownText.EscapeStart(paragraph.Text)).Append('\n');
                break;
            case Notes notes:
                Items(text, notes.Items);
                break;
            case TreeList tree:
                Tree(text, tree);
                break;
            case Listing listing:
                Fenced(text, listing);
                break;
            case SourceList sources:
                Sources(text, sources);
                break;
            default:
                throw new ArgumentException($"A page holds a block that Markdown cannot show: {block.GetType().Name}.", nameof(block));
        }
    }

    private static string Picture(Figure figure, string path)
    {
        string target =
            path.AsSpan().IndexOfAny(" ()<>") < 0
                ? path
                : $"<{path.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>";
        string caption = MarkdownText.Escape(figure.Caption).Replace("[", "\\[", StringComparison.Ordinal);
        return $"![{caption}]({target})\n\n";
    }

    private static void Fenced(StringBuilder text, Listing listing)
    {
        // A fence is longer than any run of its letter inside.
        string fence = "```";
        while (listing.Text.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        text.Append(fence).Append(listing.Language).Append('\n');
        foreach (string line in listing.Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            text.Append(PlainText.OneLine(line)).Append('\n');
        }

        text.Append(fence).Append('\n');
    }

    private static void Sources(StringBuilder text, SourceList list)
    {
        for (int index = 0; index < list.Sources.Length; index++)
        {
            var source = list.Sources[index];
            string title = MarkdownText.Escape(source.Title);
            string date = source.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) is { } known ? $", {known}" : "";
            string linked = MarkdownText.Address(source.Url) is { } url
                ? $"[{title.Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)}]({url})"
                : title;
            text.Append(CultureInfo.InvariantCulture, $"{index + 1}. {linked}{date}, {Words.Of(source.Grade)}\n");
        }
    }

    private static void Table(StringBuilder text, string[] headings, bool[] rightAligned, IEnumerable<string[]> rows)
    {
        Row(text, headings);
        text.Append('|').AppendJoin('|', rightAligned.Select(right => right ? "---:" : "---")).Append("|\n");
        foreach (var row in rows)
        {
            Row(text, row);
        }
    }

    private static void Row(StringBuilder text, string[] cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(MarkdownText.Escape)).Append(" |\n");

    private static void Items(StringBuilder text, IEnumerable<string> items)
    {
        foreach (string item in items)
        {
            text.Append("- ").Append(MarkdownText.EscapeStart(item)).Append('\n');
        }
    }

    private static void Tree(StringBuilder text, TreeList tree)
    {
        foreach (var row in tree.Rows)
        {
            string indent = new(' ', 2 * row.Depth);
            text.Append(CultureInfo.InvariantCulture, $"{indent}- {MarkdownText.EscapeStart(row.Label)}")
                .Append(row.Value.Length == 0 ? "" : $": **{MarkdownText.Escape(row.Value)}**")
                .Append('\n');
            foreach (string detail in row.Details)
            {
                text.Append(CultureInfo.InvariantCulture, $"{indent}  <br>{MarkdownText.Escape(detail)}\n");
            }
        }
    }
}
