using System.Collections.Immutable;
using System.Globalization;
using Petaday.Quantities;

namespace Petaday.Catalog;

/// <summary>Reads a CSV file with a header into nodes, a map a row; an empty cell is left out.</summary>
public static class TableReader
{
    private const int MostColumns = 1000;

    /// <summary>The rows of a file; what is wrong with it is added to the diagnostics.</summary>
    public static ImmutableArray<Node> ReadFile(
        string path,
        ICollection<Diagnostic> diagnostics,
        IReadOnlyCollection<string>? columns = null
    ) => ReadFile(path, new DiskFiles(), diagnostics, columns);

    /// <summary>The rows of a file that <paramref name="files"/> has.</summary>
    public static ImmutableArray<Node> ReadFile(
        string path,
        IInputFiles files,
        ICollection<Diagnostic> diagnostics,
        IReadOnlyCollection<string>? columns = null
    )
    {
        ArgumentNullException.ThrowIfNull(files);
        return files.TryReadText(path, diagnostics, out string text) ? Parse(text, path, diagnostics, columns) : [];
    }

    /// <summary>The rows of a text; a row with too many or too few cells is left out and said.</summary>
    /// <param name="text">The CSV text.</param>
    /// <param name="file">Its name for messages; null when it has none.</param>
    /// <param name="diagnostics">Gets what is wrong.</param>
    /// <param name="columns">The columns that may be there, one that is not is said once and left out; null for any.</param>
    public static ImmutableArray<Node> Parse(
        string text,
        string? file,
        ICollection<Diagnostic> diagnostics,
        IReadOnlyCollection<string>? columns = null
    )
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            diagnostics.Add(new(DiagnosticCodes.Encoding, file, 0, 0, "", "this is a binary file", "CSV text"));
            return [];
        }

        CsvText csv = new(text);
        if (csv.Row() is not { } header || !IsHeader(header, file, diagnostics))
        {
            return [];
        }

        bool[] kept = [.. header.Select(name => columns is null || IsKnown(name, columns, new NodePlace(file, 1, 0, name), diagnostics))];
        ImmutableArray<Node>.Builder rows = ImmutableArray.CreateBuilder<Node>();
        while (csv.Row() is { } cells)
        {
            if (rows.Count >= DocumentReader.MostValues)
            {
                diagnostics.Add(DocumentReader.TooMany(file));
                return [];
            }

            if (csv.IsUnclosed)
            {
                break;
            }

            if (cells.Count == header.Count)
            {
                rows.Add(Row(cells, header, kept, new NodePlace(file, csv.RowLine, 0, "")));
                continue;
            }

            string message = string.Create(CultureInfo.InvariantCulture, $"this row has {cells.Count} cells");
            diagnostics.Add(new(DiagnosticCodes.Syntax, file, csv.RowLine, 0, "", message, $"{header.Count}, as the header has"));
        }

        if (csv.IsUnclosed)
        {
            diagnostics.Add(new(DiagnosticCodes.Syntax, file, csv.RowLine, 0, "", "a quote that is opened in this row is never closed"));
        }

        return rows.DrainToImmutable();
    }

    private static bool IsHeader(List<string> header, string? file, ICollection<Diagnostic> diagnostics)
    {
        if (header.Count > MostColumns)
        {
            diagnostics.Add(
                new(
                    DiagnosticCodes.TooLarge,
                    file,
                    1,
                    0,
                    "",
                    string.Create(CultureInfo.InvariantCulture, $"the header has more than {MostColumns} columns")
                )
            );
            return false;
        }

        string? twice = header.GroupBy(static name => name, StringComparer.Ordinal).FirstOrDefault(static group => group.Count() > 1)?.Key;
        if (twice is not null)
        {
            diagnostics.Add(new(DiagnosticCodes.DuplicateKey, file, 1, 0, twice, "this column is there twice"));
        }

        return twice is null;
    }

    private static bool IsKnown(string name, IReadOnlyCollection<string> columns, NodePlace place, ICollection<Diagnostic> diagnostics)
    {
        bool known = columns.Contains(name);
        if (!known)
        {
            string? nearest = Spelling.Nearest(name, columns);
            diagnostics.Add(
                new(
                    DiagnosticCodes.UnknownKey,
                    place.File,
                    place.Line,
                    place.Column,
                    name,
                    "there is no such column",
                    null,
                    nearest is null ? null : $"'{nearest}'"
                )
            );
        }

        return known;
    }

    private static Node Row(List<string> cells, List<string> header, bool[] wanted, NodePlace place)
    {
        ImmutableArray<KeyValuePair<string, Node>>.Builder kept = ImmutableArray.CreateBuilder<KeyValuePair<string, Node>>(cells.Count);
        for (int i = 0; i < cells.Count; i++)
        {
            string cell = cells[i].Trim();
            if (cell.Length > 0 && wanted[i])
            {
                kept.Add(new(header[i], Node.Scalar(place with { Path = header[i] }, cell)));
            }
        }

        return Node.Map(place, kept.DrainToImmutable());
    }
}
