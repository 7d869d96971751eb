using System.Text;

namespace Petaday.Reports;

/// <summary>Text inside HTML.</summary>
internal static class HtmlText
{
    /// <summary>The text so that no letter of it is taken for markup, in an element or a quoted attribute.</summary>
    public static string Escape(string text) => Markup(PlainText.OneLine(text));

    /// <summary>The same for text of several lines.</summary>
    public static string Lines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Escape));

    /// <summary>An address as the target of a link; null for anything but http and https, which could run when it is followed.</summary>
    public static string? Address(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? Escape(address.AbsoluteUri)
            : null;

    private static string Markup(string text)
    {
        if (text.AsSpan().IndexOfAny("&<>\"'") < 0)
        {
            return text;
        }

        var written = new StringBuilder(text.Length + 16);
        foreach (char letter in text)
        {
            _ = letter switch
            {
                '&' => written.Append("&amp;"),
                '<' => written.Append("&lt;"),
                '>' => written.Append("&gt;"),
                '"' => written.Append("&quot;"),
                '\'' => written.Append("&#39;"),
                _ => written.Append(letter),
            };
        }

        return written.ToString();
    }
}
