using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Quantities;
using Petaday.Scenarios.Risk;

namespace Petaday.Scenarios;

/// <summary>What was asked, checked against the schema; nothing is filled in yet. Keys are paths such as <c>recipe.sequence</c>.</summary>
/// <param name="Root">The keys, each with the file and line (or flag) that it comes from.</param>
public sealed record Scenario(Node Root)
{
    /// <summary>The keys that were given as distributions; each stands in <see cref="Root"/> with its central value.</summary>
    public ImmutableArray<UncertainKey> Uncertain { get; init; } = [];

    /// <summary>Where the files that it names come from; none where nobody says.</summary>
    public IInputFiles Files { get; init; } = AttachedFiles.None;

    /// <summary>The node under a key; null where it is left out or empty.</summary>
    public Node? At(string path) => Root.Find(path) is { Kind: not NodeKind.Null } node ? node : null;

    /// <summary>A key's text; null where it is left out.</summary>
    public string? Text(string path) => At(path) is { Kind: NodeKind.Scalar } node ? node.Text : null;

    /// <summary>A key's words, one or several; empty where it is left out.</summary>
    public IReadOnlyList<Node> Choices(string path) =>
        At(path) switch
        {
            { Kind: NodeKind.Scalar } node => [node],
            { Kind: NodeKind.List } node => node.Items,
            _ => [],
        };

    /// <summary>
    /// The scenario with a model's file in place of its name, so that it stands alone; itself where the model is no file. The model is still called after the file.
    /// </summary>
    public Scenario WithModelInPlace(ICollection<Diagnostic> diagnostics)
    {
        if (!ModelResolver.NamesFile(this) || ModelResolver.Config(Files, At("model")!, diagnostics) is not { Kind: NodeKind.Map } config)
        {
            return this;
        }

        var name = At("model")!;
        var model = Node.Map(
            config.Place,
            [KeyValuePair.Create("name", Node.Scalar(name.Place, name.Text)), .. config.Entries.Where(static entry => entry.Key != "name")]
        );
        return this with
        {
            Root = Node.Map(
                Root.Place,
                [.. Root.Entries.Select(entry => entry.Key == "model" ? KeyValuePair.Create("model", model) : entry)]
            ),
        };
    }

    /// <summary>A key's whole number; null where it is left out.</summary>
    public int? Integer(string path) => At(path) is { } node && node.TryNumber(out double value) ? (int)value : null;

    /// <summary>A key's true or false; null where it is left out.</summary>
    public bool? Flag(string path) => At(path) is { } node && node.TryFlag(out bool value) ? value : null;

    /// <summary>A key's quantity in <paramref name="dimension"/>, SI units; null where it is left out or is of another dimension.</summary>
    public double? Amount(string path, Dimension dimension) =>
        Text(path) is { } text && Quantity.TryParse(text, dimension, out var quantity, out _) ? quantity.Value : null;
}
