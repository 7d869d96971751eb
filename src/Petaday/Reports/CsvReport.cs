using System.Globalization;
using System.Text;
using Petaday.Explanations;

namespace Petaday.Reports;

/// <summary>Rows as RFC 4180 writes them, ended by line feeds.</summary>
public static class CsvReport
{
    /// <summary>A table with a heading row.</summary>
    public static string Of(IEnumerable<string> headings, IEnumerable<IEnumerable<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(headings);
        ArgumentNullException.ThrowIfNull(rows);
        var text = new StringBuilder();
        Append(text, headings);
        foreach (var row in rows)
        {
            Append(text, row);
        }

        return text.ToString();
    }

    /// <summary>Every known line of a tree: its path of keys, value and unit (SI), 90 % interval, formula and sources.</summary>
    public static string Of(Line root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return Of(["key", "name", "value", "unit", "low", "high", "formula", "sources"], Rows(root, ""));
    }

    /// <summary>A number so that it reads back exactly; empty where it is not known.</summary>
    public static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static IEnumerable<IEnumerable<string>> Rows(Line line, string path)
    {
        if (path.Length > 0)
        {
            yield return
            [
                path,
                line.Name,
                Number(line.Value),
                line.Value is null ? "" : line.Unit.ToString(),
                Number(line.Interval?.Low),
                Number(line.Interval?.High),
                line.Formula ?? "",
                string.Join("; ", line.Sources.Select(source => source.Id)),
            ];
        }

        foreach (var row in line.Parts.SelectMany(part => Rows(part, path.Length == 0 ? part.Key : $"{path}.{part.Key}")))
        {
            yield return row;
        }
    }

    private static void Append(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Cell)).Append('\n');

    // Spreadsheets run a cell that begins with one of these as a formula: a name from a file of somebody else's must not become one.
    private static string Cell(string cell)
    {
        string safe =
            cell is ['=' or '+' or '@' or '-' or '\t' or '\r', _, ..]
            && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
                ? "'" + cell
                : cell;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
