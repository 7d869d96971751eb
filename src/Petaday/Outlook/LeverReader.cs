using System.Collections.Immutable;
using System.Globalization;
using Petaday.Catalog;
using Petaday.Quantities;

namespace Petaday.Outlook;

/// <summary>Reads effects.yaml of one or several directories; all that is wrong is said at once.</summary>
internal sealed class LeverReader(IReadOnlyList<Node> files, ImmutableArray<LeverEvidence> evidence, ICollection<Diagnostic> diagnostics)
{
    private const double LargestFactor = 1e6;
    private const double MostEffort = 1000;

    private static readonly string[] FileKeys = ["stages", "grades", "efforts", "levers"];
    private static readonly string[] Keys =
    [
        "name",
        "evidence",
        "stage",
        "set",
        "tokens",
        "unique",
        "family",
        "shrink",
        "results",
        "range",
        "none",
        "when",
        "excludes",
        "group",
        "effort",
        "grade",
        "scope",
        "standard",
    ];

    /// <summary>Results that a lever may reach.</summary>
    public static readonly string[] Results = ["flops", "deviceHours", "days", "cost", "energy", "carbon"];

    /// <summary>The levers, each once.</summary>
    public IEnumerable<Lever> Read()
    {
        string[] stages =
        [
            .. files.SelectMany(file => file["stages"]?.Items ?? []).Select(item => item.Text).Distinct(StringComparer.Ordinal),
        ];
        var spreads = files.SelectMany(Spreads).GroupBy(spread => spread.Grade).ToDictionary(group => group.Key, group => group.Last());
        Dictionary<string, Lever> levers = new(StringComparer.Ordinal);
        foreach (var file in files)
        {
            Known(file, FileKeys, "a file of levers");
            foreach (var (id, node) in file["levers"]?.Entries ?? [])
            {
                if (One(id, node, stages, spreads) is { } lever)
                {
                    levers[id] = lever;
                }
            }
        }

        return levers.Values;
    }

    private IEnumerable<GradeSpread> Spreads(Node file)
    {
        foreach (var (grade, node) in file["grades"]?.Entries ?? [])
        {
            if (Number(node["low"] ?? node, 0, 10) is { } low && Number(node["high"] ?? node, 0, 10) is { } high)
            {
                yield return new GradeSpread(grade, Math.Min(low, high), Math.Max(low, high));
            }
        }
    }

    private Lever? One(string id, Node node, string[] stages, Dictionary<string, GradeSpread> spreads)
    {
        int before = diagnostics.Count;
        Known(node, Keys, "a lever");
        var row = Row(node);
        string grade = node["grade"]?.Text ?? row?.Grade ?? "unverified";
        if (!spreads.TryGetValue(grade, out var spread))
        {
            Problem(
                node["grade"] ?? node,
                $"the grade '{grade}' has no spread",
                "one of " + string.Join(", ", spreads.Keys),
                Spelling.Nearest(grade, spreads.Keys)
            );
        }

        int stage = Array.IndexOf(stages, node["stage"]?.Text ?? "");
        if (stage < 0)
        {
            Problem(
                node["stage"] ?? node,
                "a lever has a stage of the roadmap",
                "one of " + string.Join(", ", stages),
                Spelling.Nearest(node["stage"]?.Text ?? "", stages)
            );
        }

        ImmutableArray<LeverEffect> effects = [.. Effects(node)];
        if (effects.IsEmpty == (node["none"] is null))
        {
            Problem(
                node,
                "a lever either changes something or says under 'none' why not",
                "set, tokens, unique, family, shrink, results or none"
            );
        }

        double effort = node["effort"] is { } points ? Number(points, 0, MostEffort) ?? 0 : 0;
        var range = Range(node["range"] ?? node["tokens"]);
        return diagnostics.Count > before
            ? null
            : new Lever(id, node["name"]?.Text ?? id, new LeverStage(stages[stage], stage), effects, effort, spread!)
            {
                Evidence = row,
                WhyNone = node["none"]?.Text,
                Scope = node["scope"]?.Text ?? row?.Scope,
                When = [.. (node["when"]?.Entries ?? []).Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Text))],
                Group = node["group"]?.Text,
                Excludes = [.. (node["excludes"]?.Items ?? []).Select(item => item.Text)],
                Range = range,
                IsStandard = node["standard"] is { } standard && standard.TryFlag(out bool flag) && flag,
            };
    }

    private LeverEvidence? Row(Node node)
    {
        string? name = node["evidence"]?.Text;
        var row = evidence.LastOrDefault(one => one.Lever == name);
        if (name is not null && row is null)
        {
            Problem(node["evidence"]!, $"levers.csv has no row '{name}'", null, Spelling.Nearest(name, evidence.Select(one => one.Lever)));
        }

        return row;
    }

    private IEnumerable<LeverEffect> Effects(Node node)
    {
        foreach (var (key, value) in node["set"]?.Entries ?? [])
        {
            yield return new LeverEffect(LeverEffectKind.Set, key, value.Text, 1);
        }

        if (node["family"] is { } family)
        {
            yield return new LeverEffect(LeverEffectKind.Family, family.Text, "", 1);
        }

        if (Factor(node["shrink"]) is { } shrink)
        {
            yield return new LeverEffect(LeverEffectKind.Shrink, "", "", shrink);
        }

        if (Factor(node["tokens"] is { Kind: NodeKind.Map } map ? map["factor"] ?? map : node["tokens"]) is { } tokens)
        {
            yield return new LeverEffect(LeverEffectKind.Tokens, "", "", tokens);
        }

        if (Factor(node["unique"]) is { } unique)
        {
            yield return new LeverEffect(LeverEffectKind.UniqueTokens, "", "", unique);
        }

        foreach (var (key, value) in node["results"]?.Entries ?? [])
        {
            if (!Results.Contains(key))
            {
                Problem(
                    value,
                    $"'{NumberText.Clip(key)}' is no result that a lever reaches",
                    "one of " + string.Join(", ", Results),
                    Spelling.Nearest(key, Results)
                );
            }
            else if (Factor(value) is { } factor)
            {
                yield return new LeverEffect(LeverEffectKind.Result, key, "", factor);
            }
        }
    }

    private Interval? Range(Node? node) =>
        node is { Kind: NodeKind.Map }
        && node["low"] is { } least
        && node["high"] is { } most
        && Factor(least) is { } low
        && Factor(most) is { } high
            ? new Interval(Math.Min(low, high), Math.Max(low, high))
            : null;

    private double? Factor(Node? node) => node is null ? null : Number(node, double.Epsilon, LargestFactor);

    private double? Number(Node node, double least, double most)
    {
        if (node.TryNumber(out double value) && value >= least && value <= most)
        {
            return value;
        }

        Problem(
            node,
            $"'{NumberText.Clip(node.Text)}' is no number that fits here",
            string.Create(CultureInfo.InvariantCulture, $"a number {(least > 0 ? "above 0" : "from 0")} to {most:0}")
        );
        return null;
    }

    private void Known(Node node, string[] keys, string of)
    {
        foreach (var (key, value) in node.Entries.Where(entry => !keys.Contains(entry.Key)))
        {
            string? nearest = Spelling.Nearest(key, keys);
            diagnostics.Add(
                value.Problem(
                    DiagnosticCodes.UnknownKey,
                    $"{of} has no key '{NumberText.Clip(key)}'",
                    "one of " + string.Join(", ", keys),
                    nearest is null ? null : $"'{nearest}'"
                )
            );
        }
    }

    private void Problem(Node node, string message, string? expected, string? nearest = null) =>
        diagnostics.Add(node.Problem(DiagnosticCodes.NotAllowed, message, expected, nearest is null ? null : $"'{nearest}'"));
}
