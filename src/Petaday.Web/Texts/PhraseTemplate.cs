using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Petaday.Web.Texts;

/// <summary>
/// A phrase with places to fill, <c>{0} of {1}</c>, and what stands for it. A place <c>{0:n}</c> takes a number or a quantity alone,
/// <c>{0:o}</c> any text, such as a title, which may stay as it is. What stands in quotes is what somebody wrote, and is never translated.
/// </summary>
internal sealed partial class PhraseTemplate
{
    private readonly string[] literals;
    private readonly (int Place, HoleKind Kind)[] holes;
    private readonly ImmutableArray<(string Literal, int Hole)> said;

    public PhraseTemplate(string english, string translation)
    {
        English = english;
        literals = Hole().Split(english);
        holes = [.. Hole().Matches(english).Select((hole, i) => (Place(hole), Kind(hole, literals[i], literals[i + 1])))];
        said = Pieces(translation);
        Weight = literals.Sum(one => one.Length);
        Words = [.. Whole()];
    }

    /// <summary>The phrase as the library writes it.</summary>
    public string English { get; }

    /// <summary>Letters outside its places: of two that fit, the one with more says more.</summary>
    public int Weight { get; }

    /// <summary>Words of it that stand whole in every text that fits.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>What a place takes.</summary>
    public HoleKind Kind(int index) => holes[index].Kind;

    /// <summary>Whether a phrase has places.</summary>
    public static bool Is(string english) => english.Contains('{', StringComparison.Ordinal) && Hole().IsMatch(english);

    /// <summary>The numbers of the places of a phrase, in order.</summary>
    public static IEnumerable<int> Places(string phrase) => Hole().Matches(phrase).Select(Place).Order();

    /// <summary>What a text has in the places; null where it does not fit.</summary>
    public string[]? Match(string text)
    {
        if (!text.StartsWith(literals[0], StringComparison.Ordinal) || text.Length < Weight + holes.Length)
        {
            return null;
        }

        var found = new string[holes.Length];
        int at = literals[0].Length;
        for (int i = 0; i < holes.Length; i++)
        {
            string next = literals[i + 1];
            int end =
                i == holes.Length - 1
                    ? (text.EndsWith(next, StringComparison.Ordinal) ? text.Length - next.Length : -1)
                    : text.IndexOf(next, Math.Min(at + 1, text.Length), StringComparison.Ordinal);
            if (end <= at)
            {
                return null;
            }

            found[i] = text[at..end];
            at = end + next.Length;
        }

        return found;
    }

    /// <summary>The translation with its places filled, in the order of the English phrase.</summary>
    public string Fill(IReadOnlyList<string> parts) =>
        string.Concat(
            said.Select(piece => piece.Hole < 0 ? piece.Literal : parts[Array.FindIndex(holes, hole => hole.Place == piece.Hole)])
        );

    private static ImmutableArray<(string Literal, int Hole)> Pieces(string text)
    {
        var pieces = ImmutableArray.CreateBuilder<(string, int)>();
        int at = 0;
        foreach (Match hole in Hole().Matches(text))
        {
            pieces.Add((text[at..hole.Index], -1));
            pieces.Add(("", Place(hole)));
            at = hole.Index + hole.Length;
        }

        pieces.Add((text[at..], -1));
        return pieces.ToImmutable();
    }

    // A word that touches a place may be a part of a longer one in the text.
    private IEnumerable<string> Whole()
    {
        for (int i = 0; i < literals.Length; i++)
        {
            string[] words = literals[i].Split(' ');
            for (int j = 0; j < words.Length; j++)
            {
                bool touches = (j == 0 && i > 0) || (j == words.Length - 1 && i < literals.Length - 1);
                if (words[j].Length > 0 && !touches)
                {
                    yield return words[j];
                }
            }
        }
    }

    private static HoleKind Kind(Match hole, string before, string after) =>
        hole.Value.EndsWith("n}", StringComparison.Ordinal) ? HoleKind.Number
        : hole.Value.EndsWith("o}", StringComparison.Ordinal) ? HoleKind.Open
        : before.EndsWith('\'') && after.StartsWith('\'') ? HoleKind.Quoted
        : HoleKind.Text;

    private static int Place(Match hole) => int.Parse(hole.Value.AsSpan(1, 1), CultureInfo.InvariantCulture);

    [GeneratedRegex("\\{[0-9](?::[no])?\\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hole();
}
