namespace Petaday.Web.Texts;

/// <summary>Chinese and Japanese letters and their marks stand without spaces between them.</summary>
internal static class Ideographs
{
    /// <summary>The text without spaces between two such letters or beside such a mark, as pieces put together may have.</summary>
    public static string Joined(string text)
    {
        if (!text.Contains(' ', StringComparison.Ordinal))
        {
            return text;
        }

        var kept = new System.Text.StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            bool between =
                text[i] == ' '
                && i > 0
                && i + 1 < text.Length
                && (IsMark(text[i - 1]) || IsMark(text[i + 1]) || (IsLetter(text[i - 1]) && IsLetter(text[i + 1])));
            if (!between)
            {
                kept.Append(text[i]);
            }
        }

        return kept.Length == text.Length ? text : kept.ToString();
    }

    private static bool IsLetter(char letter) => letter is >= '\u3400' and <= '\u9fff';

    private static bool IsMark(char letter) => letter is (>= '\u3001' and <= '\u303f') or (>= '\uff01' and <= '\uff5e');
}
