using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Economics;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Validation.Evidence;

namespace Petaday.Validation.Checks;

/// <summary>Published figures that anybody can work out anew, from catalog/validation/checks.csv and check-inputs.csv.</summary>
public static class CheckBook
{
    private const string ChecksPath = "validation/checks.csv";
    private const string InputsPath = "validation/check-inputs.csv";
    private static readonly ImmutableArray<string> Columns =
    [
        "id",
        "name",
        "method",
        "inputs",
        "part",
        "published",
        "published_high",
        "allowed",
        "source",
        "why",
    ];
    private static readonly ImmutableArray<string> InputColumns = ["check", "key", "value", "source", "note"];

    /// <summary>Every published figure with what the models make of its inputs; what cannot be read is a diagnostic.</summary>
    public static ImmutableArray<PublishedCheck> Read(Library library, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var factors = FactorBook.Read(library);
        var sources = new SourceBook(library.Directories);
        var inputs = EvidenceTable
            .Rows(library, InputsPath, InputColumns, diagnostics)
            .GroupBy(row => EvidenceTable.Text(row, "check", diagnostics))
            .ToImmutableDictionary(group => group.Key, group => group.ToList());
        return
        [
            .. EvidenceTable.Rows(library, ChecksPath, Columns, diagnostics).Select(row => Of(row, inputs, sources, factors, diagnostics)),
        ];
    }

    private static PublishedCheck Of(
        Node row,
        ImmutableDictionary<string, List<Node>> inputs,
        SourceBook sources,
        FactorBook factors,
        ICollection<Diagnostic> diagnostics
    )
    {
        string method = EvidenceTable.Text(row, "method", diagnostics);
        string published = EvidenceTable.Text(row, "published", diagnostics);
        var ours = CheckMethods.All.TryGetValue(method, out var work) ? Worked(row, work, inputs, sources, factors, diagnostics) : null;
        return new PublishedCheck(
            EvidenceTable.Text(row, "id", diagnostics),
            EvidenceTable.Text(row, "name", diagnostics),
            method,
            ours is null ? null : Published(row, ours.Unit, diagnostics),
            row["published_high"] is { } high ? $"{published} to {high.Text}" : published,
            ours,
            EvidenceTable.Number(row, "allowed", diagnostics),
            EvidenceTable.Text(row, "why", diagnostics),
            sources.Reference(EvidenceTable.Text(row, "source", diagnostics), Grade.Estimated, null)
        );
    }

    private static Line Worked(
        Node row,
        Func<CheckInputs, FactorBook, Line> work,
        ImmutableDictionary<string, List<Node>> inputs,
        SourceBook sources,
        FactorBook factors,
        ICollection<Diagnostic> diagnostics
    )
    {
        string set = EvidenceTable.Text(row, "inputs", diagnostics);
        var rows = inputs
            .GetValueOrDefault(set, [])
            .Where(input => input["key"] is not null)
            .GroupBy(input => input["key"]!.Text)
            .ToImmutableDictionary(group => group.Key, group => (group.Last(), Source(group.Last(), sources)));
        foreach (string part in row["part"]?.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            rows = rows.SetItem("part." + part, (row, null));
        }

        try
        {
            return work(new CheckInputs(set, rows, diagnostics), factors);
        }
        catch (ArgumentOutOfRangeException wrong)
        {
            // An input that cannot be, such as a yield above 1: the models refuse it by name.
            diagnostics.Add(row.Problem(DiagnosticCodes.OutOfRange, $"the inputs '{set}' cannot be worked with: {wrong.Message}"));
            return Line.Unknown("ours", "Ours", Dimension.None, "not computed");
        }
    }

    private static SourceReference? Source(Node input, SourceBook sources) =>
        input["source"] is { } source ? sources.Reference(source.Text, Grade.Estimated, null) : null;

    private static Interval? Published(Node row, Dimension unit, ICollection<Diagnostic> diagnostics)
    {
        if (row["published"] is not { } low || !TryParse(low, unit, diagnostics, out double from))
        {
            return null;
        }

        return row["published_high"] is not { } high ? new Interval(from, from)
            : TryParse(high, unit, diagnostics, out double to) && to >= from ? new Interval(from, to)
            : null;
    }

    private static bool TryParse(Node cell, Dimension unit, ICollection<Diagnostic> diagnostics, out double value)
    {
        bool parsed = Quantity.TryParse(cell.Text, unit, out var quantity, out _);
        value = quantity.Value;
        if (!parsed)
        {
            diagnostics.Add(
                cell.Problem(
                    DiagnosticCodes.WrongType,
                    $"'{cell.Text}' is not in the unit of what is computed",
                    QuantityExamples.Describe(unit)
                )
            );
        }

        return parsed;
    }
}
