using System.Collections.Immutable;
using System.Globalization;
using Petaday.Catalog;
using Petaday.Scenarios;
using Petaday.Scenarios.Comparisons;

namespace Petaday.Web.Requests;

/// <summary>The scenarios that a question sets side by side: by letters before its parameters, or as a list.</summary>
/// <param name="Columns">The columns; empty where the question is of one scenario.</param>
/// <param name="Slips">What is wrong with the set as a whole.</param>
internal sealed record ColumnSet(ImmutableArray<Column> Columns, ImmutableArray<Diagnostic> Slips)
{
    /// <summary>The parameter that says how many columns there are, for those without a parameter of their own.</summary>
    public const string Count = "columns";

    private static readonly int Most = Comparison.MostColumns;

    /// <summary>Reads the columns of a question.</summary>
    public static ColumnSet Of(Question question)
    {
        List<Diagnostic> slips = [];
        if (ColumnList.Read(question, slips) is { } listed)
        {
            return new ColumnSet(slips.Count > 0 ? [] : listed, [.. slips]);
        }

        var given = question
            .Rest.Where(static pair => Column.IsOf(pair.Key))
            .GroupBy(static pair => pair.Key[0], static pair => (Name: pair.Key[2..], Text: pair.Value))
            .ToDictionary(static group => group.Key, static group => group.ToImmutableArray());
        foreach (char letter in given.Keys.Where(static letter => letter >= Column.Letter(Most)).Order())
        {
            slips.Add(TooMany($"{letter}.{given[letter][0].Name}"));
        }

        int count = Asked(question, slips);
        IEnumerable<Column> columns = Enumerable
            .Range(0, Most)
            .Select(Column.Letter)
            .Where((letter, index) => given.ContainsKey(letter) || index < count)
            .Select(letter => Of(letter.ToString(), given.GetValueOrDefault(letter, []), question));
        return new ColumnSet([.. columns], [.. slips]);
    }

    /// <summary>More columns than there may be.</summary>
    internal static Diagnostic TooMany(string key) =>
        new(
            DiagnosticCodes.OutOfRange,
            null,
            0,
            0,
            key,
            string.Create(CultureInfo.InvariantCulture, $"at most {Most} scenarios stand side by side"),
            $"columns {Column.Letter(0)} to {Column.Letter(Most - 1)}"
        );

    private static int Asked(Question question, List<Diagnostic> slips)
    {
        if (!question.Rest.TryGetValue(Count, out string? text))
        {
            return 0;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count <= Most)
        {
            return count;
        }

        slips.Add(TooMany(Count));
        return 0;
    }

    private static Column Of(string label, ImmutableArray<(string Name, string Text)> own, Question common)
    {
        List<Diagnostic> slips = [];
        List<ScenarioFlag> flags = [];
        foreach (var (name, text) in own)
        {
            if (Question.PathOf(name) is { } path)
            {
                flags.Add(new ScenarioFlag(path, text, $"{label}.{name}"));
            }
            else if (name is not (Question.TextParameter or Question.ConfigParameter or Examples.Parameter))
            {
                slips.Add(Unknown(label, name));
            }
        }

        string? Value(string name) => own.LastOrDefault(one => one.Name == name).Text;
        string? written = Value(Question.TextParameter);
        if (written is null && Value(Examples.Parameter) is { } example)
        {
            written = Examples.Text(example);
            slips.AddRange(written is null ? [Missing(label, example)] : []);
        }

        string? config =
            Value(Question.ConfigParameter) ?? (written is null ? common.Rest.GetValueOrDefault(Question.ConfigParameter) : null);
        var rest = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        return new Column(
            label,
            own,
            new Question(
                written ?? common.Text,
                [.. written is null ? common.Flags : Silent(written, common.Flags), .. flags],
                config is null ? rest : rest.Add(Question.ConfigParameter, config)
            )
            {
                Files = common.Files,
            },
            [.. slips]
        );
    }

    // What a column's own scenario says goes before what holds for all: a published run stays what it was.
    private static IEnumerable<ScenarioFlag> Silent(string written, IEnumerable<ScenarioFlag> common)
    {
        var root = DocumentReader.Parse(written, null, []);
        return common.Where(flag => root is null || !Says(root, flag.Path));
    }

    private static bool Says(Node root, string path) =>
        root.Find(path) is not null || (path == "system.id" && root["system"] is { Kind: NodeKind.Scalar or NodeKind.List });

    private static Diagnostic Unknown(string label, string name) =>
        new(
            DiagnosticCodes.UnknownKey,
            null,
            0,
            0,
            $"{label}.{name}",
            "there is no such parameter",
            null,
            NearNames.Suggest(
                $"{label}.{name}",
                Question
                    .Names.Concat([Question.TextParameter, Question.ConfigParameter, Examples.Parameter])
                    .Select(known => $"{label}.{known}")
            )
        );

    private static Diagnostic Missing(string label, string example) =>
        new(
            DiagnosticCodes.UnknownId,
            null,
            0,
            0,
            $"{label}.{Examples.Parameter}",
            $"there is no example '{example}'",
            null,
            NearNames.Suggest(example, Examples.Ids)
        );
}
