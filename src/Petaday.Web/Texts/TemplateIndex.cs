using System.Collections.Frozen;

namespace Petaday.Web.Texts;

/// <summary>Templates by the rarest of their words, so that a text is tried against the few that may fit it.</summary>
internal sealed class TemplateIndex
{
    private readonly FrozenDictionary<string, PhraseTemplate[]> byWord;
    private readonly FrozenDictionary<string, PhraseTemplate[]>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly PhraseTemplate[] others;

    public TemplateIndex(IEnumerable<PhraseTemplate> templates)
    {
        var all = templates.ToList();
        var common = all.SelectMany(one => one.Words.Distinct()).CountBy(word => word).ToDictionary(StringComparer.Ordinal);
        byWord = all.Where(one => one.Words.Length > 0)
            .GroupBy(one => one.Words.MinBy(word => (common[word], -word.Length, word))!, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        lookup = byWord.GetAlternateLookup<ReadOnlySpan<char>>();
        others = [.. all.Where(one => one.Words.Length == 0)];
    }

    /// <summary>Templates that may fit a text, those that say most first.</summary>
    public List<PhraseTemplate> For(string text)
    {
        List<PhraseTemplate> found = [];
        foreach (var range in text.AsSpan().Split(' '))
        {
            if (lookup.TryGetValue(text.AsSpan(range), out var templates))
            {
                found.AddRange(templates);
            }
        }

        found.AddRange(others);
        found.Sort(
            static (one, other) =>
                one.Weight == other.Weight ? string.CompareOrdinal(one.English, other.English) : other.Weight.CompareTo(one.Weight)
        );
        return found;
    }
}
