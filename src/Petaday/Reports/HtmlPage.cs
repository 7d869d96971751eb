using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Petaday.Reports;

/// <summary>
/// A page as one HTML file that needs no other: no script, no outside file, so that it can be sent, printed and kept. A table has headings that a screen reader
/// reads with each cell; colours follow the reader's light or dark; wide tables scroll on their own on a phone.
/// </summary>
public static class HtmlPage
{
    private const int FewestForContents = 6;
    private const int DeepestOfContents = 2;

    /// <summary>The document of <paramref name="page"/>.</summary>
    public static string Text(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        string title = page.Blocks.OfType<Heading>().FirstOrDefault()?.Text ?? "Petaday";
        ImmutableArray<(string Id, string Text)> sections =
        [
            .. page
                .Blocks.OfType<Heading>()
                .Where(heading => heading.Level == DeepestOfContents)
                .Select((heading, index) => (Anchor(index), heading.Text)),
        ];
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
            .Append("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"Petaday\">\n")
            .Append(
                CultureInfo.InvariantCulture,
                $"<title>{HtmlText.Escape(title)}</title>\n<style>\n{HtmlStyle.Text}\n</style>\n</head>\n"
            )
            .Append("<body>\n<main>\n");
        int section = 0;
        bool listed = sections.Length < FewestForContents;
        for (int index = 0; index < page.Blocks.Length; index++)
        {
            var block = page.Blocks[index];
            bool opens = block is Heading { Level: DeepestOfContents };
            if (opens && !listed)
            {
                Contents(html, sections);
                listed = true;
            }

            if (block is Heading heading)
            {
                Heading(html, heading, opens ? Anchor(section++) : null);
                continue;
            }

            if (block is BarList && index + 1 < page.Blocks.Length && page.Blocks[index + 1] is Figure { IsNarrow: true } picture)
            {
                Pair(html, block, picture);
                index++;
                continue;
            }

            HtmlBlocks.Append(html, block);
        }

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static string Anchor(int index) => string.Create(CultureInfo.InvariantCulture, $"s{index + 1}");

    private static void Heading(StringBuilder html, Heading heading, string? id)
    {
        int level = Math.Clamp(heading.Level, 1, 6);
        string name = id is null ? "" : $" id=\"{id}\"";
        html.Append(CultureInfo.InvariantCulture, $"<h{level}{name} dir=\"auto\">{HtmlText.Escape(heading.Text)}</h{level}>\n");
    }

    /// <summary>Amounts beside the picture of them, where the window is wide enough.</summary>
    private static void Pair(StringBuilder html, Block amounts, Figure picture)
    {
        html.Append("<div class=\"pair\">\n");
        HtmlBlocks.Append(html, amounts);
        HtmlBlocks.Append(html, picture);
        html.Append("</div>\n");
    }

    private static void Contents(StringBuilder html, ImmutableArray<(string Id, string Text)> sections)
    {
        html.Append("<nav aria-label=\"Contents\">\n<ul>\n");
        foreach (var (id, text) in sections)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{id}\">{HtmlText.Escape(text)}</a></li>\n");
        }

        html.Append("</ul>\n</nav>\n");
    }
}
