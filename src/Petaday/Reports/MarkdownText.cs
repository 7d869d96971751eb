using System.Text;

namespace Petaday.Reports;

/// <summary>Text inside Markdown.</summary>
internal static class MarkdownText
{
    /// <summary>The text on one line, so that no letter of it becomes a column, a tag, a link or a style.</summary>
    public static string Escape(string text)
    {
        string plain = PlainText.OneLine(text);
        var written = new StringBuilder(plain.Length + 16);
        for (int at = 0; at < plain.Length; at++)
        {
            string letter = plain[at] switch
            {
                '<' => "&lt;",
                '|' or '*' or '_' or '`' or '\\' => $"\\{plain[at]}",
                ']' when at + 1 < plain.Length && plain[at + 1] is '(' or '[' or ':' => "\\]",
                '~' when Beside(plain, at, '~') => "\\~",
                '&' when at + 1 < plain.Length && (char.IsAsciiLetter(plain[at + 1]) || plain[at + 1] == '#') => "&amp;",
                _ => "",
            };
            _ = letter.Length == 0 ? written.Append(plain[at]) : written.Append(letter);
        }

        return written.ToString();
    }

    /// <summary>The same where a line begins: no heading, quote, list or rule comes of it.</summary>
    public static string EscapeStart(string text)
    {
        string escaped = Escape(text).TrimStart();
        int digits = 0;
        while (digits < escaped.Length && char.IsAsciiDigit(escaped[digits]))
        {
            digits++;
        }

        return escaped switch
        {
            ['#' or '>' or '-' or '+' or '=', ..] => "\\" + escaped,
            _ when digits > 0 && digits + 1 < escaped.Length && escaped[digits] is '.' or ')' && escaped[digits + 1] == ' ' =>
                escaped.Insert(digits, "\\"),
            _ => escaped,
        };
    }

    /// <summary>An address between the brackets of a link; null for anything but http and https.</summary>
    public static string? Address(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
            : null;

    private static bool Beside(string text, int at, char letter) =>
        (at > 0 && text[at - 1] == letter) || (at + 1 < text.Length && text[at + 1] == letter);
}
