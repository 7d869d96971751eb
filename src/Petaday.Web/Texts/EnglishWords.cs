using System.Collections.Frozen;

namespace Petaday.Web.Texts;

/// <summary>Tells English prose from what is the same in every language: identifiers, keys, symbols of units, abbreviations, numbers.</summary>
internal static class EnglishWords
{
    /// <summary>Whether a text has a word of plain letters, small after the first, of three letters or more: <c>not known</c> has, <c>h100-sxm</c>, <c>GiB</c> and <c>recipe.tokens</c> have not.</summary>
    public static bool Any(ReadOnlySpan<char> text) => Any(text, null);

    /// <summary>The same, names left out.</summary>
    public static bool Any(ReadOnlySpan<char> text, FrozenSet<string>? names)
    {
        int at = 0;
        while (at < text.Length)
        {
            int end = at;
            while (end < text.Length && !IsGap(text, end))
            {
                end++;
            }

            if (IsWord(text[at..end]) && names?.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Stem(text[at..end])) is not true)
            {
                return true;
            }

            at = end + 1;
        }

        return false;
    }

    // A full stop or a colon ends a word only where nothing follows it: recipe.tokens is one.
    private static bool IsGap(ReadOnlySpan<char> text, int at) =>
        text[at] is ' ' or ',' or ';' or '(' or ')' or '[' or ']' or '"' or '\'' or '“' or '”' or '=' or '×'
        || (text[at] is '.' or ':' or '?' or '!' && (at + 1 == text.Length || text[at + 1] is ' ' or ')' or '"'));

    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word) => word.EndsWith("'s") ? word[..^2] : word;

    private static bool IsWord(ReadOnlySpan<char> word)
    {
        int end = Stem(word).Length;
        if (end < 3 || !char.IsAsciiLetter(word[0]))
        {
            return false;
        }

        foreach (char letter in word[1..end])
        {
            if (!char.IsAsciiLetterLower(letter))
            {
                return false;
            }
        }

        return true;
    }
}
