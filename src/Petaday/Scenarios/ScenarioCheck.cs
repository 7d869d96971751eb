using Petaday.Catalog;
using Petaday.Quantities;

namespace Petaday.Scenarios;

/// <summary>Holds a scenario's nodes against its schema. What only the catalog knows (whether an id exists) is checked where it is resolved.</summary>
internal static class ScenarioCheck
{
    /// <summary>Adds a diagnostic for everything at or below <paramref name="node"/> that <paramref name="key"/> does not allow.</summary>
    public static void Check(Node node, ScenarioKey key, ICollection<Diagnostic> diagnostics)
    {
        switch (node.Kind)
        {
            case NodeKind.Map:
                Map(node, key, diagnostics);
                break;
            case NodeKind.List:
                List(node, key, diagnostics);
                break;
            case NodeKind.Scalar:
                Scalar(node, key, diagnostics);
                break;
        }
    }

    private static void Map(Node node, ScenarioKey key, ICollection<Diagnostic> diagnostics)
    {
        if (!key.Types.Contains("object"))
        {
            diagnostics.Add(node.Problem(DiagnosticCodes.WrongType, "a map of keys stands here", key.Expected()));
            return;
        }

        foreach (var (name, value) in key.Children.Length == 0 ? [] : node.Entries)
        {
            if (key.Child(name) is { } child)
            {
                Check(value, child, diagnostics);
            }
            else
            {
                diagnostics.Add(Unknown(value, name, key));
            }
        }
    }

    private static Diagnostic Unknown(Node value, string name, ScenarioKey key)
    {
        string? nearest = Spelling.Nearest(name, key.Children.Select(child => child.Name));
        var elsewhere = nearest is null
            ? ScenarioSchema.Root.Everything().FirstOrDefault(other => other.Name == name || other.Flag == name)
            : null;
        return value.Problem(
            DiagnosticCodes.UnknownKey,
            "there is no such key",
            nearest is null && elsewhere is null ? "one of " + string.Join(", ", key.Children.Select(child => child.Name)) : null,
            nearest is not null ? $"'{nearest}'"
                : elsewhere is not null ? $"'{elsewhere.Path}'"
                : null
        );
    }

    private static void List(Node node, ScenarioKey key, ICollection<Diagnostic> diagnostics)
    {
        if (!key.TakesList)
        {
            diagnostics.Add(node.Problem(DiagnosticCodes.WrongType, "a list stands here", key.Expected()));
            return;
        }

        if (node.Items.Length == 0)
        {
            diagnostics.Add(node.Problem(DiagnosticCodes.WrongType, "the list is empty", key.Expected()));
        }

        foreach (var item in node.Items)
        {
            if (item.Kind == NodeKind.Scalar)
            {
                Scalar(item, key, diagnostics);
            }
            else
            {
                diagnostics.Add(item.Problem(DiagnosticCodes.WrongType, "a list of plain values was expected here", key.Expected()));
            }
        }
    }

    private static void Scalar(Node node, ScenarioKey key, ICollection<Diagnostic> diagnostics)
    {
        if (key.Keywords.Contains(node.Text))
        {
            return;
        }

        if (key.Quantities.Length > 0)
        {
            Amount(node, key, diagnostics);
        }
        else if (key.Allowed.Length > 0)
        {
            Word(node, key, diagnostics);
        }
        else if (key.Types.Contains("integer") || key.Types.Contains("number"))
        {
            Number(node, key, diagnostics);
        }
        else if (
            key.Types.Contains("boolean")
                ? !node.TryFlag(out _)
                : !key.Types.Contains("string") || (key.Children.Length > 0 && key.Reference is null)
        )
        {
            diagnostics.Add(node.Problem(DiagnosticCodes.WrongType, $"{Shown(node)} does not belong here", key.Expected()));
        }
    }

    private static void Word(Node node, ScenarioKey key, ICollection<Diagnostic> diagnostics)
    {
        if (!key.Allowed.Contains(node.Text))
        {
            string? nearest = Spelling.Nearest(node.Text, key.Allowed);
            diagnostics.Add(
                node.Problem(
                    DiagnosticCodes.NotAllowed,
                    $"{Shown(node)} is not known",
                    key.Expected(),
                    nearest is null ? null : $"'{nearest}'"
                )
            );
        }
    }

    private static void Amount(Node node, ScenarioKey key, ICollection<Diagnostic> diagnostics)
    {
        string? problem = null;
        foreach (var dimension in key.Quantities)
        {
            if (Quantity.TryParse(node.Text, dimension, out var quantity, out problem))
            {
                if (OutOfRange(quantity.Value, key))
                {
                    string expected =
                        quantity.Value > 0 ? "at most " + new Quantity(key.Maximum ?? 0, dimension).Format()
                        : key.Minimum is { Exclusive: false } ? "zero or more"
                        : "more than zero";
                    diagnostics.Add(node.Problem(DiagnosticCodes.OutOfRange, $"{Shown(node)} is out of range", expected));
                }

                return;
            }
        }

        // The parser says what it expected of the last dimension; where several will do, all are said instead.
        problem = key.Quantities.Length > 1 ? problem?.Split("; expected", 2)[0] : problem;
        diagnostics.Add(
            node.Problem(
                DiagnosticCodes.BadQuantity,
                problem ?? $"{Shown(node)} is no quantity",
                key.Quantities.Length > 1 ? key.Expected() : null
            )
        );
    }

    private static string Shown(Node node) => $"'{NumberText.Clip(node.Text)}'";

    private static void Number(Node node, ScenarioKey key, ICollection<Diagnostic> diagnostics)
    {
        bool whole = !key.Types.Contains("number");
        if (!node.TryNumber(out double value) || (whole && value != Math.Truncate(value)))
        {
            diagnostics.Add(
                node.Problem(DiagnosticCodes.WrongType, $"{Shown(node)} is no {(whole ? "whole " : "")}number", key.Expected())
            );
        }
        else if (OutOfRange(value, key) || (whole && Math.Abs(value) > int.MaxValue))
        {
            diagnostics.Add(node.Problem(DiagnosticCodes.OutOfRange, $"{Shown(node)} is out of range", key.Expected()));
        }
    }

    private static bool OutOfRange(double value, ScenarioKey key) =>
        (key.Minimum is { } least && (value < least.Value || (least.Exclusive && value == least.Value))) || value > key.Maximum;
}
