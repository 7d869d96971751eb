using System.Text;

namespace Petaday.Reports;

/// <summary>Names from files of somebody else's, so that they stay text on a line of their own.</summary>
public static class PlainText
{
    /// <summary>
    /// The text on one line: line breaks and tabs become spaces; control characters, and those that turn the direction of what follows them, are left out.
    /// Letters that read from right to left stay.
    /// </summary>
    public static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsPlain(text) ? text : Cleaned(text);
    }

    /// <summary>Whether a letter would change how what stands beside it is shown: a control character, or one that overrides the direction of text.</summary>
    public static bool IsControl(char letter) =>
        char.IsControl(letter)
        || letter
            is '\u2028'
                or '\u2029'
                or '\u200e'
                or '\u200f'
                or '\u061c'
                or (>= '\u202a' and <= '\u202e')
                or (>= '\u2066' and <= '\u2069')
        || letter is '\ufeff' or '\ufffe' or '\uffff';

    private static bool IsPlain(string text)
    {
        foreach (char letter in text)
        {
            if (IsControl(letter) || char.IsSurrogate(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static string Cleaned(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // half a surrogate pair becomes the replacement character
        {
            if (rune.IsBmp && IsControl((char)rune.Value))
            {
                kept.Append(rune.Value is '\r' or '\n' or '\t' or '\u2028' or '\u2029' ? " " : "");
                continue;
            }

            kept.Append(rune.ToString());
        }

        return kept.ToString();
    }
}
