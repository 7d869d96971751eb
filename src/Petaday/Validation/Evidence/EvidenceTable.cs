using System.Collections.Immutable;
using System.Globalization;
using Petaday.Catalog;

namespace Petaday.Validation.Evidence;

/// <summary>The tables of a catalog's validation folder.</summary>
internal static class EvidenceTable
{
    /// <summary>The rows of a table in every directory, the shipped one's first.</summary>
    public static ImmutableArray<Node> Rows(
        Library library,
        string path,
        IReadOnlyCollection<string> columns,
        ICollection<Diagnostic> diagnostics
    ) =>
        [
            .. library
                .Directories.Select(directory => Path.Combine(directory, path))
                .Where(File.Exists)
                .SelectMany(file => TableReader.ReadFile(file, diagnostics, columns)),
        ];

    /// <summary>The cell's text; a blank one is a diagnostic, and empty.</summary>
    public static string Text(Node row, string column, ICollection<Diagnostic> diagnostics)
    {
        if (row[column]?.Text is { } text)
        {
            return text;
        }

        diagnostics.Add(Missing(row, column, "a text"));
        return "";
    }

    /// <summary>That a row lacks what it needs.</summary>
    public static Diagnostic Missing(Node row, string column, string expected) =>
        new(DiagnosticCodes.MissingKey, row.Place.File, row.Place.Line, row.Place.Column, column, $"the row has no {column}", expected);

    /// <summary>The cell as a number of 0 or more; null where it is blank, and, with a diagnostic, where it is none.</summary>
    public static double? Number(Node row, string column, ICollection<Diagnostic> diagnostics)
    {
        if (row[column] is not { } cell)
        {
            return null;
        }

        if (Number(cell) is >= 0 and var number)
        {
            return number;
        }

        diagnostics.Add(
            cell.Problem(
                DiagnosticCodes.OutOfRange,
                $"'{cell.Text}' is not a number of 0 or more",
                "a number, or blank where there is none"
            )
        );
        return null;
    }

    /// <summary>The cell as a number; null where it is none.</summary>
    public static double? Number(Node? cell) =>
        double.TryParse(cell?.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : null;
}
