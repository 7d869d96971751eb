using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Quantities;
using Petaday.Quantities.Distributions;

namespace Petaday.Scenarios.Risk;

/// <summary>Reads distributions where a scenario's key takes a number, and puts one number in their place.</summary>
internal static class UncertainKeys
{
    private const int Triangle = 3;

    /// <summary>Whether a node is written as a distribution of a key: words where it takes a number, or three values where it takes no list.</summary>
    public static bool Applies(Node node, ScenarioKey key) =>
        IsNumeric(key)
        && node.Kind switch
        {
            NodeKind.Scalar => !key.Keywords.Contains(node.Text) && Distribution.LooksLike(node.Text),
            NodeKind.List => !key.TakesList && node.Items.Length > 0 && node.Items.All(static item => item.Kind == NodeKind.Scalar),
            _ => false,
        };

    /// <summary>The distribution of a node that <see cref="Applies"/>; null, with a diagnostic added, where there is none such.</summary>
    public static UncertainKey? Read(Node node, ScenarioKey key, ICollection<Diagnostic> diagnostics)
    {
        string? problem = null;
        foreach (var unit in key.Quantities.IsEmpty ? [Dimension.None] : key.Quantities)
        {
            if (TryRead(node, unit, out var read, out problem))
            {
                return Limited(read!, node, key, diagnostics);
            }
        }

        diagnostics.Add(
            IsOtherList(node)
                ? node.Problem(DiagnosticCodes.WrongType, "a list stands here", $"{key.Expected()}, or a distribution: [low, mode, high]")
                : node.Problem(DiagnosticCodes.BadQuantity, problem!)
        );
        return null;
    }

    /// <summary>The map with every distribution's central value in its place, and the distributions.</summary>
    public static (Node Map, ImmutableArray<UncertainKey> Keys) Settle(Node map, ScenarioKey schema)
    {
        var found = ImmutableArray.CreateBuilder<UncertainKey>();
        var settled = Settled(map, schema, found);
        return (settled, found.ToImmutable());
    }

    private static Node Settled(Node node, ScenarioKey key, ImmutableArray<UncertainKey>.Builder found)
    {
        if (node.Kind == NodeKind.Map)
        {
            return Node.Map(
                node.Place,
                [
                    .. node.Entries.Select(entry =>
                        key.Child(entry.Key) is { } child ? KeyValuePair.Create(entry.Key, Settled(entry.Value, child, found)) : entry
                    ),
                ]
            );
        }

        if (!Applies(node, key) || Read(node, key, []) is not { } uncertain)
        {
            return node;
        }

        found.Add(uncertain);
        return uncertain.Fixed(node.Place, uncertain.Central);
    }

    // Whoever lists two or four values need not have meant a distribution.
    private static bool IsOtherList(Node node) => node.Kind == NodeKind.List && node.Items.Length != Triangle;

    private static bool IsNumeric(ScenarioKey key) =>
        key.Allowed.IsEmpty && (!key.Quantities.IsEmpty || key.Types.Contains("integer") || key.Types.Contains("number"));

    private static bool IsWhole(ScenarioKey key) => key.Quantities.IsEmpty && !key.Types.Contains("number");

    private static bool TryRead(Node node, Dimension unit, out Distribution? read, out string? problem) =>
        node.Kind == NodeKind.List
            ? Distribution.TryTriangle([.. node.Items.Select(static item => item.Text)], unit, out read, out problem)
            : Distribution.TryParse(node.Text, unit, out read, out problem);

    private static UncertainKey? Limited(Distribution read, Node node, ScenarioKey key, ICollection<Diagnostic> diagnostics)
    {
        double least = key.Minimum?.Value ?? double.NegativeInfinity;
        double most = Math.Min(key.Maximum ?? double.PositiveInfinity, IsWhole(key) ? int.MaxValue : double.PositiveInfinity);
        bool touches =
            key.Minimum is { Exclusive: true } && read.Within(least, most) is { } kept && kept.Quantile(0) <= least && kept.IsFixed;
        if (!touches && read.Within(least, most) is { } inside)
        {
            return new UncertainKey(key.Path, inside, IsWhole(key), Written(node));
        }

        diagnostics.Add(
            node.Problem(
                DiagnosticCodes.OutOfRange,
                $"'{NumberText.Clip(Written(node))}' reaches beyond what the key allows",
                Limits(key, read.Unit)
            )
        );
        return null;
    }

    private static string Limits(ScenarioKey key, Dimension unit)
    {
        string? low = key.Minimum is { } least ? (least.Exclusive ? "above " : "from ") + new Quantity(least.Value, unit).Format() : null;
        string? high = key.Maximum is { } most ? "up to " + new Quantity(most, unit).Format() : null;
        return "a distribution of values " + string.Join(" and ", new[] { low, high }.OfType<string>());
    }

    private static string Written(Node node) =>
        node.Kind == NodeKind.List ? $"[{string.Join(", ", node.Items.Select(static item => item.Text))}]" : node.Text;
}
