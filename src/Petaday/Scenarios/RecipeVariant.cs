using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Hardware;

namespace Petaday.Scenarios;

/// <summary>A scenario with one of the number formats and batches that it leaves open.</summary>
/// <param name="Scenario">The scenario with that format and batch, or with neither where the default holds.</param>
/// <param name="BatchTokens">Tokens of a batch, where <c>auto</c> says it; else null.</param>
/// <param name="Limits">What choosing by time and money alone leaves out.</param>
internal sealed record RecipeVariant(Scenario Scenario, double? BatchTokens, ImmutableArray<string> Limits)
{
    private const string Format = "recipe.precision";
    private const string Batch = "recipe.globalBatch";
    private static readonly double[] Batches = [2e6, 4e6, 8e6];

    /// <summary>Every combination, on one device.</summary>
    public static IEnumerable<RecipeVariant> Of(Scenario scenario, ScenarioWish wish, Accelerator device)
    {
        var (formats, batches) = (scenario.Choices(Format), scenario.Choices(Batch));
        ImmutableArray<string> limits =
        [
            .. Said(formats, "formats are chosen among by time and money alone: what a narrower one does to the loss is not modelled"),
            .. Said(batches, "batches are chosen among by time and money alone: past the critical batch a larger one needs more tokens"),
        ];
        foreach (var (format, fixedFormat) in Formats(formats, wish, device))
        {
            var one = fixedFormat ? scenario : With(scenario, Format, format);
            foreach (var (batch, tokens, fixedBatch) in Sizes(batches, wish))
            {
                yield return new RecipeVariant(fixedBatch ? one : With(one, Batch, batch), tokens, limits);
            }
        }
    }

    private static IEnumerable<string> Said(IReadOnlyList<Node> choices, string limit) =>
        choices.Count > 1 || choices is [{ Text: "auto" }] ? [limit] : [];

    private static IEnumerable<(Node? Node, bool Fixed)> Formats(IReadOnlyList<Node> asked, ScenarioWish wish, Accelerator device)
    {
        if (asked is not [{ Text: "auto" } auto])
        {
            return asked.Count < 2 ? [(null, true)] : asked.DistinctBy(node => node.Text).Select(node => ((Node?)node, false));
        }

        var eight = Node.Scalar(auto.Place, Words.Of(Precision.Fp8));
        return wish == ScenarioWish.Plan && device.PeakFlopPerSecond.ContainsKey(Precision.Fp8)
            ? [(null, false), (eight, false)]
            : [(null, false)];
    }

    private static IEnumerable<(Node? Node, double? Tokens, bool Fixed)> Sizes(IReadOnlyList<Node> asked, ScenarioWish wish)
    {
        if (asked is [{ Text: "auto" }])
        {
            return wish == ScenarioWish.Plan ? Batches.Select(tokens => ((Node?)null, (double?)tokens, false)) : [(null, null, false)];
        }

        return asked.Count < 2
            ? [(null, null, true)]
            : asked.DistinctBy(node => node.Text).Select(node => ((Node?)node, (double?)null, false));
    }

    private static Scenario With(Scenario scenario, string path, Node? value)
    {
        var (section, key) = (path.Split('.')[0], path.Split('.')[1]);
        var under = scenario.Root[section];
        var kept = under is null ? [] : under.Entries.Where(entry => entry.Key != key);
        var node = Node.Map(
            under?.Place ?? scenario.Root.Place,
            [.. kept, .. value is null ? [] : (KeyValuePair<string, Node>[])[KeyValuePair.Create(key, value)]]
        );
        return new Scenario(
            Node.Map(
                scenario.Root.Place,
                [.. scenario.Root.Entries.Where(entry => entry.Key != section), KeyValuePair.Create(section, node)]
            )
        )
        {
            Files = scenario.Files,
        };
    }
}
