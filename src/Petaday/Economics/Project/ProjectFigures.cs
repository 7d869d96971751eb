using System.Collections.Immutable;
using Petaday.Explanations;

namespace Petaday.Economics.Project;

/// <summary>What a project's lines are worked out from, by scenario key: a given value, else the catalog's; a key with neither is not in it.</summary>
/// <param name="lines">Leaves by key, such as <c>people.months</c>; each carries the key as its <see cref="Line.Input"/>.</param>
/// <param name="given">Keys that the scenario gives itself.</param>
/// <param name="words">Keys whose value is a word.</param>
public sealed class ProjectFigures(
    ImmutableDictionary<string, Line> lines,
    ImmutableHashSet<string> given,
    ImmutableDictionary<string, string> words
)
{
    /// <summary>Every key with a value.</summary>
    public IEnumerable<string> Keys => lines.Keys;

    /// <summary>The figure of a key; null where neither scenario nor catalog has one.</summary>
    public Line? Find(string key) => lines.GetValueOrDefault(key);

    /// <summary>The figure of a key; a leaf that is not known, with the key in its note, where there is none.</summary>
    public Line Of(string key, Quantities.Dimension unit) => Find(key) ?? Line.Unknown(key, key, unit, $"{key} is not given");

    /// <summary>True where each key has a value.</summary>
    public bool Has(params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            if (!lines.ContainsKey(key))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True where the scenario itself gives the key.</summary>
    public bool IsGiven(string key) => given.Contains(key);

    /// <summary>True where the scenario itself gives any key of a section, such as <c>people</c>.</summary>
    public bool IsSectionGiven(string section) => given.Any(key => key.StartsWith(section + ".", StringComparison.Ordinal));

    /// <summary>The word of a key; null where it is left out.</summary>
    public string? Word(string key) => words.GetValueOrDefault(key);
}
