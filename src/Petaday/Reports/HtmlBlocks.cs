using System.Globalization;
using System.Text;
using Petaday.Scenarios;

namespace Petaday.Reports;

/// <summary>The blocks of a page as HTML elements.</summary>
internal static class HtmlBlocks
{
    /// <summary>Writes a block that is no heading.</summary>
    public static void Append(StringBuilder html, Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                html.Append(CultureInfo.InvariantCulture, $"<p dir=\"auto\">{HtmlText.Escape(paragraph.Text)}</p>\n");
                break;
            case Notes notes:
                Items(html, notes);
                break;
            case FactList facts:
                Facts(html, facts);
                break;
            case BarList bars:
                Bars(html, bars);
                break;
            case Grid grid:
                HtmlGrid.Append(html, grid);
                break;
            case TreeList tree:
                HtmlTree.Append(html, tree);
                break;
            case Listing listing:
                html.Append(CultureInfo.InvariantCulture, $"<pre tabindex=\"0\"><code>{HtmlText.Lines(listing.Text)}</code></pre>\n");
                break;
            case Figure figure:
                Picture(html, figure);
                break;
            case SourceList sources:
                Sources(html, sources);
                break;
            default:
                throw new ArgumentException($"A page holds a block that HTML cannot show: {block.GetType().Name}.", nameof(block));
        }
    }

    private static void Items(StringBuilder html, Notes notes)
    {
        html.Append("<ul>\n");
        foreach (string item in notes.Items)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li dir=\"auto\">{HtmlText.Escape(item)}</li>\n");
        }

        html.Append("</ul>\n");
    }

    private static void Facts(StringBuilder html, FactList list)
    {
        html.Append("<table class=\"facts\">\n<tbody>\n");
        foreach (var fact in list.Facts)
        {
            // A label that begins with a space belongs to the one above it.
            string inner = fact.Label.StartsWith(' ') ? " class=\"inner\"" : "";
            string tone = Class(fact.Tone);
            html.Append(
                CultureInfo.InvariantCulture,
                $"<tr><th scope=\"row\"{inner}>{HtmlText.Escape(fact.Label.Trim())}</th><td class=\"value{tone}\">{HtmlText.Escape(fact.Value)}</td><td class=\"remark\">{HtmlText.Escape(fact.Remark ?? "")}</td></tr>\n"
            );
        }

        html.Append("</tbody>\n</table>\n");
    }

    private static string Class(Tone tone) =>
        tone switch
        {
            Tone.Good => " good",
            Tone.Warning => " warning",
            Tone.Bad => " bad",
            _ => "",
        };

    private static void Bars(StringBuilder html, BarList list)
    {
        html.Append(
            "<table>\n<thead><tr><th scope=\"col\">part</th><th scope=\"col\" class=\"number\">amount</th><th scope=\"col\" class=\"number\">share</th><td></td></tr></thead>\n<tbody>\n"
        );
        foreach (var bar in list.Bars)
        {
            double width = double.IsFinite(bar.Share) ? Math.Clamp(bar.Share, 0, 1) * 100 : 0;
            html.Append(
                CultureInfo.InvariantCulture,
                $"<tr><th scope=\"row\">{HtmlText.Escape(bar.Label)}</th><td class=\"number\">{HtmlText.Escape(bar.Value)}</td><td class=\"number\">{Sizes.Share(bar.Share)}</td><td class=\"share\" aria-hidden=\"true\"><span style=\"width:{width:0.#}%\"></span></td></tr>\n"
            );
        }

        html.Append("</tbody>\n</table>\n");
    }

    private static void Picture(StringBuilder html, Figure figure) =>
        html.Append(
            CultureInfo.InvariantCulture,
            $"<figure{(figure.IsNarrow ? "" : " class=\"scrolls\" tabindex=\"0\"")}>\n{figure.Svg}<figcaption dir=\"auto\">{HtmlText.Escape(figure.Caption)}</figcaption>\n</figure>\n"
        );

    private static void Sources(StringBuilder html, SourceList list)
    {
        html.Append("<ol class=\"sources\">\n");
        foreach (var source in list.Sources)
        {
            string title = HtmlText.Escape(source.Title);
            string? address = HtmlText.Address(source.Url);
            string date = source.Date?.ToString("yyyy-MM-dd, ", CultureInfo.InvariantCulture) ?? "";
            html.Append(
                CultureInfo.InvariantCulture,
                $"<li>{(address is null ? title : $"<a href=\"{address}\" rel=\"noreferrer\">{title}</a>")} <small>{date}{HtmlText.Escape(Words.Of(source.Grade))}{(address is null ? "" : $"<br>{address}")}</small></li>\n"
            );
        }

        html.Append("</ol>\n");
    }
}
