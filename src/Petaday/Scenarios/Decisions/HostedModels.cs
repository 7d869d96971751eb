using System.Collections.Immutable;
using Petaday.Adaptation;
using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Scenarios.Decisions;

/// <summary>Reads hosted models and general scores from catalog/factors, where a dot of an id is written '_'.</summary>
internal static class HostedModels
{
    private const string Table = "models";

    /// <summary>Every hosted model of the price list that has a price.</summary>
    public static ImmutableArray<HostedModel> Read(Entry prices, Entry quality) =>
        [
            .. prices
                .Keys(Table)
                .Select(key => Model(prices, quality, $"{Table}.{key}", key.Replace('_', '.')))
                .Where(static model => model.Input.Value is not null && model.Output.Value is not null),
        ];

    /// <summary>The general score of a model; null where none is at hand.</summary>
    public static Line? Score(Entry quality, string id)
    {
        string path = "mmluPro." + id.Replace('.', '_');
        return quality.Has(path) ? quality.Line(path, "score", $"MMLU-Pro of {id}", Dimension.None) : null;
    }

    /// <summary>Ids that have a general score.</summary>
    public static IEnumerable<string> Scored(Entry quality) => quality.Keys("mmluPro").Select(static key => key.Replace('_', '.'));

    private static HostedModel Model(Entry prices, Entry quality, string path, string id)
    {
        Line input = prices.Line(path + ".input", "input", $"{id}, a token read", Dimension.MoneyPerToken);
        return new HostedModel(
            id,
            prices.Text(path + ".name") ?? id,
            prices.Text(path + ".provider") ?? "a provider",
            prices.Flag(path + ".open") ?? false,
            input,
            prices.Has(path + ".cachedInput")
                ? prices.Line(path + ".cachedInput", "cachedInput", $"{id}, a token read again", Dimension.MoneyPerToken)
                : input,
            prices.Line(path + ".output", "output", $"{id}, a token written", Dimension.MoneyPerToken),
            Score(quality, id)
        );
    }
}
