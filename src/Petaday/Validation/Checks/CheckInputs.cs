using System.Collections.Immutable;
using System.Globalization;
using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Validation.Checks;

/// <summary>What a published figure was worked out from, as its source states it: rows of catalog/validation/check-inputs.csv.</summary>
public sealed class CheckInputs
{
    private readonly ImmutableDictionary<string, (Node Row, SourceReference? Source)> rows;
    private readonly string check;
    private readonly ICollection<Diagnostic> diagnostics;

    internal CheckInputs(
        string check,
        ImmutableDictionary<string, (Node Row, SourceReference? Source)> rows,
        ICollection<Diagnostic> diagnostics
    ) => (this.check, this.rows, this.diagnostics) = (check, rows, diagnostics);

    /// <summary>Keys that begin with a prefix, without it, in order.</summary>
    public IEnumerable<string> Under(string prefix) =>
        rows
            .Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(key => key[prefix.Length..])
            .Order(StringComparer.Ordinal);

    /// <summary>Whether a key is stated.</summary>
    public bool Has(string key) => rows.ContainsKey(key);

    /// <summary>A stated word; empty, and a diagnostic, where it is missing.</summary>
    public string Text(string key)
    {
        if (rows.TryGetValue(key, out var row) && row.Row["value"] is { } cell)
        {
            return cell.Text;
        }

        diagnostics.Add(Missing(key, "a word"));
        return "";
    }

    /// <summary>A stated day; null, and a diagnostic, where it is missing or none.</summary>
    public DateOnly? Day(string key)
    {
        if (DateOnly.TryParseExact(Text(key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        if (rows.TryGetValue(key, out var row))
        {
            diagnostics.Add(row.Row.Problem(DiagnosticCodes.WrongType, $"'{key}' is no day", "a date such as 2025-03-17"));
        }

        return null;
    }

    /// <summary>A stated figure as a line; one without a value, and a diagnostic, where it is missing or measures something else.</summary>
    public Line Line(string key, string name, Dimension unit)
    {
        if (!rows.TryGetValue(key, out var row))
        {
            diagnostics.Add(Missing(key, QuantityExamples.Describe(unit)));
            return Explanations.Line.Unknown(key, name, unit, "not stated");
        }

        if (row.Row["value"] is not { } cell || !Quantity.TryParse(cell.Text, unit, out var quantity, out _))
        {
            diagnostics.Add(
                row.Row.Problem(
                    DiagnosticCodes.WrongType,
                    $"'{row.Row["value"]?.Text}' is no value of '{key}'",
                    QuantityExamples.Describe(unit)
                )
            );
            return Explanations.Line.Unknown(key, name, unit, "not stated");
        }

        return new(key, name, quantity.Value, unit) { Note = row.Row["note"]?.Text, Sources = row.Source is { } source ? [source] : [] };
    }

    private Diagnostic Missing(string key, string expected) =>
        new(DiagnosticCodes.MissingKey, "validation/check-inputs.csv", 0, 0, key, $"the check '{check}' has no input '{key}'", expected);
}
