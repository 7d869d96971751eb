using System.Collections.Immutable;
using System.Globalization;
using Petaday.Catalog;
using Petaday.Economics;

namespace Petaday.Scenarios.Comparisons;

/// <summary>What a case took of the keys that a scenario may hold as lists.</summary>
internal static class CaseKeys
{
    private static readonly ImmutableArray<(string Path, Func<Case, string?> Of)> Listed =
    [
        ("system.id", static one => one.System.Entry.Id),
        ("system.devices", static one => one.Devices.ToString(CultureInfo.InvariantCulture)),
        ("stack", static one => one.Stack.Entry.Id),
        ("recipe.precision", static one => Words.Of(one.Recipe.Precision)),
        ("recipe.globalBatch", static one => string.Create(CultureInfo.InvariantCulture, $"{one.Recipe.GlobalBatchSequences} sequences")),
        ("site", static one => one.Site.Id),
        ("money.devices", static one => one.Payment.Basis == MoneyBasis.Own ? "own" : "rent"),
        ("money.terms", static one => one.Payment.Basis == MoneyBasis.Own ? null : Words.Of(one.Payment.Basis)),
    ];

    /// <summary>The keys that are lists, or left to be chosen, each with what the case took.</summary>
    public static ImmutableSortedDictionary<string, string> Taken(Scenario asked, Case one) =>
        Listed
            .Where(key => asked.At(key.Path) is { Kind: NodeKind.List } or { Text: "auto" })
            .Select(key => (key.Path, Text: key.Of(one)))
            .Where(static pair => pair.Text is not null)
            .ToImmutableSortedDictionary(static pair => pair.Path, static pair => pair.Text!, StringComparer.Ordinal);
}
