using System.Text.RegularExpressions;

namespace Petaday.Web.Components;

/// <summary>Finds addresses in text.</summary>
internal static partial class TextLinks
{
    /// <summary>The text in pieces, each with its address where it is one.</summary>
    public static IEnumerable<(string Text, string? Address)> Of(string text)
    {
        int at = 0;
        foreach (Match match in Address().Matches(text))
        {
            yield return (text[at..match.Index], null);
            yield return (match.Groups[1].Value, match.Groups[1].Value);
            at = match.Index + match.Length;
        }

        yield return (text[at..], null);
    }

    [GeneratedRegex("<(https?://[^<>\\s]+)>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
