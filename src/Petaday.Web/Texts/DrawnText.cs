using System.Net;
using System.Text;

namespace Petaday.Web.Texts;

/// <summary>Translates what is written in a drawing (SVG): its texts and titles. All else stays byte for byte.</summary>
internal static class DrawnText
{
    private const string Label = "aria-label=\"";

    /// <summary>The drawing in a language.</summary>
    public static string In(Language language, string svg)
    {
        if (language.IsEnglish)
        {
            return svg;
        }

        var drawn = new StringBuilder(svg.Length + 256);
        int at = 0;
        while (at < svg.Length)
        {
            int open = svg.IndexOf('<', at);
            open = open < 0 ? svg.Length : open;
            drawn.Append(Said(language, svg[at..open]));
            int close = open < svg.Length ? svg.IndexOf('>', open) : -1;
            if (close < 0)
            {
                return drawn.Append(svg, open, svg.Length - open).ToString();
            }

            at = close + 1;
            drawn.Append(Tag(language, svg[open..at]));
            if (svg.AsSpan(open).StartsWith("<style", StringComparison.Ordinal))
            {
                int end = svg.IndexOf("</style", at, StringComparison.Ordinal);
                end = end < 0 ? svg.Length : end;
                drawn.Append(svg, at, end - at);
                at = end;
            }
        }

        return drawn.ToString();
    }

    private static string Tag(Language language, string tag)
    {
        int start = tag.IndexOf(Label, StringComparison.Ordinal);
        int end = start < 0 ? -1 : tag.IndexOf('"', start + Label.Length);
        return end < 0 ? tag : tag[..(start + Label.Length)] + Said(language, tag[(start + Label.Length)..end]) + tag[end..];
    }

    private static string Said(Language language, string text) =>
        string.IsNullOrWhiteSpace(text) ? text : WebUtility.HtmlEncode(Words(language, WebUtility.HtmlDecode(text)));

    private static string Words(Language language, string text)
    {
        if (!text.EndsWith('…') || language.Begun(text[..^1]) is not { } whole)
        {
            return language[text];
        }

        // An ideograph is as wide as two letters.
        int most = Math.Max(4, (text.Length / 2) + 1);
        return whole.Length <= most ? whole.TrimEnd('。', '.') : whole[..most] + "…";
    }
}
