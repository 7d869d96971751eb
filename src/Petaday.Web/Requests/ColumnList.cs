using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Reports;
using Petaday.Scenarios;
using Petaday.Scenarios.Comparisons;

namespace Petaday.Web.Requests;

/// <summary>Columns as a list: <c>scenarios: [{ name, scenario }, ...]</c> in a body, or as JSON in a parameter.</summary>
internal static class ColumnList
{
    /// <summary>The key that holds the list.</summary>
    public const string Key = "scenarios";

    private const string Expected = "two to five of { name, scenario }";

    /// <summary>The columns of a list; null where the question has none. What is wrong with the list itself is added; what is wrong with a scenario is its column's.</summary>
    public static ImmutableArray<Column>? Read(Question question, ICollection<Diagnostic> slips)
    {
        if (Node(question, slips) is not { } root)
        {
            return slips.Count > 0 ? [] : null;
        }

        foreach (string other in root.Keys.Where(static key => key != Key))
        {
            slips.Add(
                root[other]!.Problem(DiagnosticCodes.UnknownKey, $"only '{Key}' stands beside itself: a key of all columns is a parameter")
            );
        }

        var list = root[Key]!;
        if (list.Kind != NodeKind.List || list.Items.IsEmpty)
        {
            slips.Add(list.Problem(DiagnosticCodes.WrongType, "this is no list of scenarios", Expected));
            return [];
        }

        if (list.Items.Length > Comparison.MostColumns)
        {
            slips.Add(ColumnSet.TooMany(Key));
            return [];
        }

        return [.. list.Items.Select((item, index) => Column(item, index, question, slips)).OfType<Column>()];
    }

    private static Node? Node(Question question, ICollection<Diagnostic> slips)
    {
        // JSON is YAML: on one line it stands under its key as it is.
        string? text =
            question.Rest.TryGetValue(Key, out string? given) ? $"{Key}: {given.ReplaceLineEndings(" ")}"
            : question.Text.Contains(Key, StringComparison.Ordinal) ? question.Text
            : null;
        return text is not null && DocumentReader.Parse(text, null, slips) is { Kind: NodeKind.Map } root && root[Key] is not null
            ? root
            : null;
    }

    private static Column? Column(Node item, int index, Question question, ICollection<Diagnostic> slips)
    {
        string label = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Key}[{index}]");
        if (item.Kind != NodeKind.Map || item["scenario"] is not { Kind: NodeKind.Map or NodeKind.Scalar } scenario)
        {
            slips.Add(item.Problem(DiagnosticCodes.WrongType, "this holds no scenario", "{ name, scenario }") with { Key = label });
            return null;
        }

        foreach (string other in item.Keys.Where(static key => key is not ("name" or "scenario")))
        {
            slips.Add(
                item[other]!.Problem(
                    DiagnosticCodes.UnknownKey,
                    "there is no such key",
                    null,
                    NearNames.Suggest(other, ["name", "scenario"])
                )
            );
        }

        string text = scenario.Kind == NodeKind.Map ? ScenarioText.Of(new Scenario(scenario), []) : scenario.Text;
        ImmutableArray<(string, string)> name = item["name"] is { Kind: NodeKind.Scalar, Text.Length: > 0 } named
            ? [("name", named.Text)]
            : [];
        return new Column(
            label,
            name,
            question with
            {
                Text = text,
                Flags = [.. question.Flags, .. name.Select(one => new ScenarioFlag("name", one.Item2, $"{label}.name"))],
                Rest = question.Rest.Remove(Key),
            },
            []
        );
    }
}
