using Petaday.Catalog;
using Petaday.Quantities;

namespace Petaday.Scenarios;

/// <summary>Reads a scenario file and those that it includes into one map.</summary>
internal sealed class ScenarioFile(IInputFiles source, ICollection<Diagnostic> diagnostics)
{
    private const int DeepestInclude = 8;
    private const int MostFiles = 100;

    private int files;

    /// <summary>The merged map; null, with diagnostics added, where a file cannot be read.</summary>
    public static Node? Read(string path, IInputFiles source, ICollection<Diagnostic> diagnostics) =>
        source.TryReadText(path, diagnostics, out string text) && DocumentReader.Parse(text, path, diagnostics) is { } node
            ? new ScenarioFile(source, diagnostics).Merged(node, [source.Whole(path)!])
            : null;

    /// <summary>The same of a document that is at hand: what it includes is taken from <paramref name="source"/>.</summary>
    public static Node? Merge(Node node, IInputFiles source, ICollection<Diagnostic> diagnostics) =>
        new ScenarioFile(source, diagnostics).Merged(node, []);

    private Node? Merged(Node node, IReadOnlyList<string> chain)
    {
        if (node.Kind != NodeKind.Map)
        {
            diagnostics.Add(node.Problem(DiagnosticCodes.WrongType, "a scenario is a map of keys", "at least 'model: <id>'"));
            return null;
        }

        return
            Inclusions(node, chain)
                .Aggregate((Node?)null, (merged, included) => merged is null ? included : Overlay.Merge(merged, included))
                is { } below
            ? Overlay.Merge(below, node)
            : node;
    }

    private IEnumerable<Node> Inclusions(Node node, IReadOnlyList<string> chain)
    {
        var include = node["include"];
        IEnumerable<Node> names = include?.Kind switch
        {
            NodeKind.Scalar => [include],
            NodeKind.List => include.Items,
            _ => [],
        };
        foreach (var name in names.Where(name => name.Kind == NodeKind.Scalar && name.Text.Length > 0))
        {
            if (files > MostFiles)
            {
                yield break;
            }

            if (Included(name, chain) is { } included)
            {
                yield return included;
            }
        }
    }

    private Node? Included(Node name, IReadOnlyList<string> chain)
    {
        string path = source.PathOf(name);
        string? whole = source.Whole(path);
        if (Refusal(name, whole, chain) is { } problem)
        {
            diagnostics.Add(problem);
            return null;
        }

        List<Diagnostic> found = [];
        var node = source.TryReadText(path, found, out string text) ? DocumentReader.Parse(text, path, found) : null;
        foreach (var one in found)
        {
            // That a file cannot be read is a slip of the line that names it.
            diagnostics.Add(
                one.Code == DiagnosticCodes.Unreadable
                    ? name.Problem(one.Code, $"'{NumberText.Clip(name.Text)}': {one.Message}", one.Expected, one.Nearest)
                    : one
            );
        }

        return node is null ? null : Merged(node, [.. chain, whole!]);
    }

    private Diagnostic? Refusal(Node name, string? whole, IReadOnlyList<string> chain) =>
        whole is null ? name.Problem(DiagnosticCodes.NotAllowed, $"'{NumberText.Clip(name.Text)}' cannot be a file's name")
        : chain.Contains(whole, StringComparer.Ordinal)
            ? name.Problem(
                DiagnosticCodes.NotAllowed,
                $"'{NumberText.Clip(name.Text)}' includes itself",
                "files that do not include each other in a circle"
            )
        : chain.Count >= DeepestInclude
            ? name.Problem(DiagnosticCodes.TooLarge, $"files include each other more than {DeepestInclude} deep")
        : source.Refusal(name) is { } refusal ? refusal
        : ++files > MostFiles ? name.Problem(DiagnosticCodes.TooLarge, $"more than {MostFiles} files are included")
        : null;
}
