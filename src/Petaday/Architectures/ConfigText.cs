using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Petaday.Catalog;

namespace Petaday.Architectures;

/// <summary>
/// A Hugging Face config.json as short as it can be told: on one line, without the keys that change nothing. Which those are is found by reading, not by a list: a key is left out where the
/// architecture and its notes come out the same without it.
/// </summary>
public static class ConfigText
{
    private static readonly string[] Names = ["name", "id"];

    /// <summary>The short text; null, with diagnostics added, where the file cannot be read as a model.</summary>
    public static string? Compact(Node config, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(config);
        if (ArchitectureReader.FromNode(config, diagnostics) is not { } reading)
        {
            return null;
        }

        var kept = Without(config, shorter => shorter, reading);
        if (kept["text_config"] is { Kind: NodeKind.Map } inner)
        {
            kept = With(kept, Without(inner, shorter => With(kept, shorter), reading));
        }

        var text = new StringBuilder();
        Write(text, kept);
        return text.ToString();
    }

    private static Node With(Node config, Node inner) =>
        Node.Map(
            config.Place,
            [.. config.Entries.Select(entry => entry.Key == "text_config" ? KeyValuePair.Create(entry.Key, inner) : entry)]
        );

    // One key after the other, each tried on what is left: two that stand for each other are not both taken away.
    private static Node Without(Node map, Func<Node, Node> whole, ArchitectureReading reading)
    {
        foreach (string key in map.Keys.Except(Names).ToList())
        {
            var shorter = Node.Map(map.Place, [.. map.Entries.Where(entry => entry.Key != key)]);
            if (IsSame(whole(shorter), reading))
            {
                map = shorter;
            }
        }

        return map;
    }

    private static bool IsSame(Node config, ArchitectureReading reading)
    {
        List<Diagnostic> wrong = [];
        return ArchitectureReader.FromNode(config, wrong) is { } other
            && wrong.Count == 0
            && other.Architecture == reading.Architecture
            && other.Notes.SequenceEqual(reading.Notes);
    }

    private static void Write(StringBuilder text, Node node)
    {
        switch (node.Kind)
        {
            case NodeKind.Map:
                List(
                    text,
                    '{',
                    '}',
                    node.Entries,
                    entry =>
                    {
                        Quote(text, entry.Key).Append(':');
                        Write(text, entry.Value);
                    }
                );
                break;
            case NodeKind.List:
                List(text, '[', ']', node.Items, item => Write(text, item));
                break;
            case NodeKind.Scalar when !node.IsQuoted && (node.TryNumber(out _) || node.TryFlag(out _)):
                text.Append(node.Text);
                break;
            case NodeKind.Scalar:
                Quote(text, node.Text);
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static void List<T>(StringBuilder text, char open, char close, ImmutableArray<T> items, Action<T> write)
    {
        text.Append(open);
        for (int index = 0; index < items.Length; index++)
        {
            if (index > 0)
            {
                text.Append(',');
            }

            write(items[index]);
        }

        text.Append(close);
    }

    private static StringBuilder Quote(StringBuilder text, string value) =>
        text.Append('"').Append(JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)).Append('"');
}
