using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Petaday.Catalog;
using Petaday.Scenarios;

namespace Petaday.Reports;

/// <summary>A scenario as YAML that can be copied and run, with what was chosen for keys left out as remarks where they would stand.</summary>
public static class ScenarioText
{
    /// <summary>The text of a scenario.</summary>
    /// <param name="scenario">What was asked, flags included.</param>
    /// <param name="chosen">What was taken for keys left out.</param>
    public static string Of(Scenario scenario, IEnumerable<ChosenDefault> chosen)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(chosen);
        var text = new StringBuilder();
        var left = chosen.ToList();
        Map(text, scenario.Root, "", 0, left, scenario.Uncertain.ToDictionary(one => one.Path, one => one.Written, StringComparer.Ordinal));
        foreach (var one in left)
        {
            Remark(text, 0, one.Key, one);
        }

        return text.ToString();
    }

    private static void Map(
        StringBuilder text,
        Node map,
        string path,
        int indent,
        List<ChosenDefault> left,
        IReadOnlyDictionary<string, string> uncertain
    )
    {
        foreach (var (key, node) in map.Entries)
        {
            text.Append(' ', indent).Append(Scalar(key)).Append(':');
            string below = path.Length == 0 ? key : $"{path}.{key}";
            if (node.Kind == NodeKind.Map && node.Entries.Length > 0)
            {
                text.Append('\n');
                Map(text, node, below, indent + 2, left, uncertain);
                continue;
            }

            text.Append(' ').Append(uncertain.TryGetValue(below, out string? written) ? Distribution(written) : Flow(node)).Append('\n');
            Remarks(text, indent, below, left.Where(one => one.Key == below), left);
        }

        Remarks(text, indent, path, left.Where(one => IsUnder(one.Key, path)), left);
    }

    private static bool IsUnder(string key, string path) =>
        path.Length > 0
        && key.Length > path.Length + 1
        && key.StartsWith(path + ".", StringComparison.Ordinal)
        && !key[(path.Length + 1)..].Contains('.', StringComparison.Ordinal);

    private static void Remarks(StringBuilder text, int indent, string path, IEnumerable<ChosenDefault> some, List<ChosenDefault> left)
    {
        foreach (var one in some.ToList())
        {
            Remark(text, indent, one.Key == path ? path[(path.LastIndexOf('.') + 1)..] : one.Key[(path.Length + 1)..], one);
            left.Remove(one);
        }
    }

    private static void Remark(StringBuilder text, int indent, string key, ChosenDefault one) =>
        text.Append(' ', indent).Append(PlainText.OneLine($"# chosen: {key}: {one.Value} ({one.Why})")).Append('\n');

    private static string Flow(Node node) =>
        node.Kind switch
        {
            NodeKind.Map => $"{{ {string.Join(", ", node.Entries.Select(entry => $"{Scalar(entry.Key)}: {Flow(entry.Value)}"))} }}",
            NodeKind.List => $"[{string.Join(", ", node.Items.Select(Flow))}]",
            NodeKind.Scalar => node.IsQuoted || !IsPlain(node.Text) ? Quoted(node.Text) : node.Text,
            _ => "null",
        };

    // As it was written, not its centre.
    private static string Distribution(string written) =>
        written.StartsWith('[')
            ? $"[{string.Join(", ", written.Trim('[', ']').Split(',').Select(one => Scalar(one.Trim())))}]"
            : Scalar(written);

    private static string Scalar(string key) => IsPlain(key) ? key : Quoted(key);

    // Letters that no YAML reader takes for anything but themselves, wherever they stand.
    private static bool IsPlain(string text) =>
        text.Length > 0
        && char.IsAsciiLetterOrDigit(text[0])
        && !text.EndsWith(' ')
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '.' or '-' or '/' or '_' or '%' or '+');

    /// <summary>A string of JSON is one of YAML too.</summary>
    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
