using System.Collections.Immutable;
using Petaday.Explanations;

namespace Petaday.Runs;

/// <summary>
/// Figures by family of accelerators, as catalog/factors keeps them: a key is the beginning of an accelerator's id (`h100`, `tpu-v3`)
/// or its kind (`gpu`); the longest that fits is taken, else `default`.
/// </summary>
/// <param name="Figures">A line for each key.</param>
public sealed record FamilyTable(ImmutableSortedDictionary<string, Line> Figures)
{
    /// <summary>The figure for an id or kind; null where none fits and there is no default.</summary>
    public Line? For(string id) => Families.Of(id, Figures.Keys) is { } key ? Figures[key] : null;
}
