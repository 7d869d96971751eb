using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Petaday.Catalog;

namespace Petaday.Scenarios;

/// <summary>Writes a scenario as the file that it would be read from.</summary>
public static class ScenarioText
{
    private static readonly string[] Words = ["true", "false", "null", "yes", "no", "on", "off", "~"];

    /// <summary>The scenario as YAML: reading it gives the same scenario.</summary>
    public static string Yaml(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var text = new StringBuilder();
        Map(text, scenario.Root, 0);
        return text.Length == 0 ? "{}\n" : text.ToString();
    }

    private static void Map(StringBuilder text, Node map, int indent)
    {
        foreach (var (key, value) in map.Entries)
        {
            text.Append(' ', indent).Append(Quoted(key)).Append(':');
            switch (value.Kind)
            {
                case NodeKind.Map when value.Entries.Any():
                    text.Append('\n');
                    Map(text, value, indent + 2);
                    break;
                default:
                    text.Append(' ').Append(Inline(value)).Append('\n');
                    break;
            }
        }
    }

    private static string Inline(Node node) =>
        node.Kind switch
        {
            NodeKind.Map => "{" + string.Join(", ", node.Entries.Select(entry => $"{Quoted(entry.Key)}: {Inline(entry.Value)}")) + "}",
            NodeKind.List => "[" + string.Join(", ", node.Items.Select(Inline)) + "]",
            NodeKind.Null => "null",
            _ => Scalar(node),
        };

    // What was quoted and looks like a number or a flag must stay text; what was plain must stay what it looked like.
    private static string Scalar(Node node) =>
        !node.IsQuoted && (node.TryNumber(out _) || node.TryFlag(out _)) ? node.Text
        : node.IsQuoted && Node.Scalar(node.Place, node.Text).TryNumber(out _) ? Json(node.Text)
        : Quoted(node.Text);

    private static string Json(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    /// <summary>Plain where YAML reads it as the same text, else as JSON writes it, which YAML reads too.</summary>
    private static string Quoted(string text) =>
        text.Length > 0
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '-' or '.' or '/' or '+' or '_')
        && text.Trim() == text
        && text[0] is not ('-' or '.' or '/')
        && !Words.Contains(text, StringComparer.OrdinalIgnoreCase)
            ? text
            : Json(text);
}
