using System.Collections.Immutable;
using Petaday.Scenarios;
using Petaday.Scenarios.Comparisons;
using Petaday.Web.Requests;

namespace Petaday.Web.Pages;

/// <summary>Addresses of comparisons: the same columns with one more, one less, or in another order; and one column as a question of its own.</summary>
/// <param name="Frame">The page that it is asked from.</param>
/// <param name="Columns">Its columns.</param>
public sealed record CompareAddress(Frame Frame, ImmutableArray<Column> Columns)
{
    private static readonly ImmutableArray<string> Texts = [Question.TextParameter, Question.ConfigParameter, Examples.Parameter];

    /// <summary>Without a column.</summary>
    public string Without(int index) => Of([.. Columns.RemoveAt(index).Select(one => one.Own)]);

    /// <summary>With a column as the first, against which the others are held.</summary>
    public string First(int index) => Of([Columns[index].Own, .. Columns.RemoveAt(index).Select(one => one.Own)]);

    /// <summary>With a column like another; a name is one column's alone.</summary>
    public string Copied(int index) => Of([.. Columns.Select(one => one.Own), [.. Columns[index].Own.Where(pair => pair.Name != "name")]]);

    /// <summary>A column as a question of its own, with machines as they were found.</summary>
    public string Alone(Column column, string path, Answer? answer, params ReadOnlySpan<(string Name, string Text)> more)
    {
        Dictionary<string, string> keys = [];
        foreach (var flag in column.Question.Flags)
        {
            keys[Name(flag.Path)] = flag.Text;
        }

        foreach (string text in Texts)
        {
            if (column.Own.LastOrDefault(one => one.Name == text).Text is { } own)
            {
                keys[text] = own;
            }
            else if (Frame.Question.Rest.TryGetValue(text, out string? common) && !column.Own.Any(one => Texts.Contains(one.Name)))
            {
                keys[text] = common;
            }
        }

        if (answer is not null)
        {
            keys[Name("system.id")] = answer.System.Id;
            keys[Name("system.devices")] = answer.System.Devices.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        foreach (var (name, text) in more)
        {
            keys[name] = text;
        }

        return Query(path, keys.Select(pair => (pair.Key, pair.Value)).Concat(Language));
    }

    /// <summary>Cases of one scenario, each as a column of its own.</summary>
    public string Split(Comparison comparison)
    {
        var listed = comparison.Cases.SelectMany(one => one.Taken.Keys).ToHashSet(StringComparer.Ordinal);
        var common = Frame.Question with { Flags = [.. Frame.Question.Flags.Where(flag => !listed.Contains(flag.Path))] };
        return (this with { Frame = Frame with { Question = common } }).Of([
            .. comparison.Cases.Select(one => one.Taken.Select(pair => (Name(pair.Key), pair.Value)).ToImmutableArray()),
        ]);
    }

    /// <summary>A page's scenario as two columns: as it is, and to be changed.</summary>
    public static string Twice(Frame frame)
    {
        ImmutableArray<(string, string)> own = [.. frame.Question.Flags.Select(flag => (Name(flag.Path), flag.Text))];
        var common = frame.Question with { Flags = [] };
        return new CompareAddress(frame with { Question = common }, []).Of([own, own]);
    }

    /// <summary>The parameter of a key.</summary>
    public static string Name(string path) => ScenarioSchema.Find(path)?.Flag ?? path;

    private string Of(ImmutableArray<ImmutableArray<(string Name, string Text)>> columns)
    {
        var common = Frame
            .Question.Flags.Select(flag => (Name(flag.Path), flag.Text))
            .Concat(Frame.Question.Rest.Where(pair => Texts.Contains(pair.Key)).Select(pair => (pair.Key, pair.Value)));
        var own = columns.SelectMany((column, index) => column.Select(one => ($"{Column.Letter(index)}.{one.Name}", one.Text)));
        IEnumerable<(string, string)> count = columns.Any(column => column.IsEmpty)
            ? [(ColumnSet.Count, columns.Length.ToString(System.Globalization.CultureInfo.InvariantCulture))]
            : [];
        return Query("/compare", common.Concat(own).Concat(count).Concat(Language));
    }

    private IEnumerable<(string, string)> Language => Frame.Question.Rest.TryGetValue("lang", out string? code) ? [("lang", code)] : [];

    private static string Query(string path, IEnumerable<(string Name, string Text)> pairs) =>
        string.Join('&', pairs.Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Text)}"))
            is { Length: > 0 } query
            ? $"{path}?{query}"
            : path;
}
