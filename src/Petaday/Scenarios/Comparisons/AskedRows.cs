using System.Collections.Immutable;
using System.Globalization;
using Petaday.Catalog;
using Petaday.Quantities;

namespace Petaday.Scenarios.Comparisons;

/// <summary>What scenarios ask, key by key.</summary>
internal static class AskedRows
{
    private const int LongestText = 200;

    /// <summary>Every key that any of them names or had chosen for it, in the order of the schema.</summary>
    public static ImmutableArray<AskedRow> Of(IReadOnlyList<ComparedCase> cases)
    {
        var columns = cases.Select(Texts).ToList();
        var order = ScenarioSchema.Root.Everything().Select(static (key, place) => (key.Path, place)).ToDictionary();
        return
        [
            .. columns
                .SelectMany(static column => column.Keys)
                .Distinct(StringComparer.Ordinal)
                .OrderBy(key => order.GetValueOrDefault(key, int.MaxValue))
                .ThenBy(static key => key, StringComparer.Ordinal)
                .Select(key => Row(key, [.. columns.Select(column => column.GetValueOrDefault(key))])),
        ];
    }

    private static AskedRow Row(string key, ImmutableArray<AskedValue> values) =>
        new(key, values, values.Any(value => !Same(ScenarioSchema.Find(key), value.Text, values[0].Text)));

    private static Dictionary<string, AskedValue> Texts(ComparedCase one)
    {
        Dictionary<string, AskedValue> found = [];
        foreach (var chosen in one.Answer.Defaults)
        {
            found.TryAdd(chosen.Key, new AskedValue(NumberText.Clip(chosen.Value, LongestText), true));
        }

        if (one.Asked is { } asked)
        {
            Given(asked.Root, "", found);
            foreach (var uncertain in asked.Uncertain)
            {
                found[uncertain.Path] = new AskedValue(NumberText.Clip(uncertain.Written, LongestText), false);
            }
        }

        foreach (var (key, text) in one.Taken)
        {
            found[key] = new AskedValue(text, one.IsBest);
        }

        return found;
    }

    // A name is what a column is called, and an inline model is called by its name alone: neither is a key that anybody weighs.
    private static void Given(Node map, string path, Dictionary<string, AskedValue> found)
    {
        foreach (var (key, node) in map.Entries)
        {
            string below = path.Length == 0 ? key : $"{path}.{key}";
            if (below is "name" or "include" || node.Kind == NodeKind.Null)
            {
                continue;
            }

            if (node.Kind == NodeKind.Map && ScenarioSchema.Find(below) is { Children.Length: > 0 } && below != "model")
            {
                Given(node, below, found);
                continue;
            }

            found[below] = new AskedValue(NumberText.Clip(Written(node), LongestText), false);
        }
    }

    private static string Written(Node node) =>
        node.Kind switch
        {
            NodeKind.Map => $"{{ {string.Join(", ", node.Entries.Select(static entry => $"{entry.Key}: {Written(entry.Value)}"))} }}",
            NodeKind.List => string.Join(", ", node.Items.Select(Written)),
            NodeKind.Scalar => node.Text,
            _ => "",
        };

    private static bool Same(ScenarioKey? key, string? one, string? other)
    {
        if (one is null || other is null || string.Equals(one, other, StringComparison.OrdinalIgnoreCase))
        {
            return one is null == other is null;
        }

        return (Number(one) is { } left && Number(other) is { } right && left.Equals(right))
            || (
                key?.Quantities.Any(unit =>
                    Quantity.TryParse(one, unit, out var first, out _)
                    && Quantity.TryParse(other, unit, out var second, out _)
                    && Near(first.Value, second.Value)
                )
                ?? false
            );
    }

    private static bool Near(double one, double other) => Math.Abs(one - other) <= 1e-12 * Math.Max(Math.Abs(one), Math.Abs(other));

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out double value)
            ? value
            : null;
}
