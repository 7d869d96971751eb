using System.Collections.Immutable;
using System.Globalization;
using Petaday.Catalog;
using Petaday.Quantities;

namespace Petaday.Sites.Hours;

/// <summary>
/// Reads a file by the hour: <c>Datetime (UTC)</c> and the figure's column, as Electricity Maps' data portal exports carbon (a row an hour; <c>Zone id</c> names the zone). Every
/// hour between the first and the last must be there, once.
/// </summary>
public static class HourlySeriesReader
{
    /// <summary>The plain name of the column of time.</summary>
    internal const string TimeColumn = "datetime_utc";

    private const string Zone = "Zone id";
    private const int MostSaid = 5;
    private static readonly string[] Times = ["Datetime (UTC)", TimeColumn];
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-ddTHH:mm:ss",
        "yyyy-MM-ddTHH:mm",
        "yyyy-MM-ddTHH:mm:ssZ",
        "yyyy-MM-ddTHH:mmZ",
        "yyyy-MM-dd HH:mm:sszzz",
        "yyyy-MM-ddTHH:mm:sszzz",
    ];

    /// <summary>The series; null, with diagnostics added, where the file cannot be used.</summary>
    /// <param name="path">The file.</param>
    /// <param name="files">Where it comes from.</param>
    /// <param name="column">What is looked for.</param>
    /// <param name="zone">The zone that it must be of; null for any, but one alone.</param>
    /// <param name="diagnostics">Gets what is wrong.</param>
    public static HourlySeries? ReadFile(
        string path,
        IInputFiles files,
        HourlyColumn column,
        string? zone,
        ICollection<Diagnostic> diagnostics
    )
    {
        ArgumentNullException.ThrowIfNull(files);
        return files.TryReadText(path, diagnostics, out string text) ? Parse(text, path, column, zone, diagnostics) : null;
    }

    /// <summary>The series of a text.</summary>
    public static HourlySeries? Parse(string text, string? file, HourlyColumn column, string? zone, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(diagnostics);
        int before = diagnostics.Count;
        var rows = TableReader.Parse(text, file, diagnostics);
        if (
            diagnostics.Count > before
            || Found(rows, file, Times, diagnostics) is not { } time
            || Found(rows, file, column.Columns, diagnostics) is not { } figure
        )
        {
            return null;
        }

        CheckZone(rows, zone, diagnostics);
        List<(DateTime Time, double Value, Node Row)> hours = [];
        foreach (var row in rows)
        {
            if (Hour(row, time, diagnostics) is { } hour && Figure(row, figure, column, diagnostics) is { } value)
            {
                hours.Add((hour, value * column.Scale, row));
            }
        }

        if (diagnostics.Count > before)
        {
            Shorten(diagnostics, before, file);
            return null;
        }

        hours.Sort(static (one, other) => one.Time.CompareTo(other.Time));
        return IsWhole(hours, diagnostics)
            ? new HourlySeries(
                hours[0].Time,
                [.. hours.Select(static hour => hour.Value)],
                column.Unit,
                file is null ? column.Name : $"{column.Name} of {Path.GetFileName(file)}"
            )
            : null;
    }

    private static string? Found(ImmutableArray<Node> rows, string? file, IReadOnlyList<string> names, ICollection<Diagnostic> diagnostics)
    {
        string[] there = [.. rows.SelectMany(static row => row.Keys).Distinct(StringComparer.Ordinal)];
        foreach (string name in names)
        {
            if (there.FirstOrDefault(column => column.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found)
            {
                return found;
            }
        }

        string? nearest = names.Select(name => Spelling.Nearest(name, there)).FirstOrDefault(static near => near is not null);
        string message = rows.IsEmpty ? "the file has no rows" : $"there is no column '{names[0]}'";
        diagnostics.Add(
            new(
                DiagnosticCodes.MissingKey,
                file,
                1,
                0,
                names[0],
                message,
                string.Join(" or ", names.Select(static name => $"'{name}'")),
                nearest is null ? null : $"'{nearest}' is there"
            )
        );
        return null;
    }

    private static void CheckZone(ImmutableArray<Node> rows, string? zone, ICollection<Diagnostic> diagnostics)
    {
        var wrong = rows.Select(static row =>
                row.Entries.FirstOrDefault(static entry => entry.Key.Equals(Zone, StringComparison.OrdinalIgnoreCase)).Value
            )
            .OfType<Node>()
            .ToList();
        string? expected = zone ?? (wrong.Count > 0 ? wrong[0].Text : null);
        if (wrong.FirstOrDefault(cell => !cell.Text.Equals(expected, StringComparison.OrdinalIgnoreCase)) is { } other)
        {
            diagnostics.Add(
                other.Problem(
                    DiagnosticCodes.NotAllowed,
                    $"this row is of zone '{NumberText.Clip(other.Text)}'",
                    zone is null ? "rows of one zone" : $"zone '{zone}', as asked for"
                )
            );
        }
    }

    private static DateTime? Hour(Node row, string column, ICollection<Diagnostic> diagnostics)
    {
        if (
            row[column] is { } cell
            && DateTime.TryParseExact(
                cell.Text,
                Formats,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var time
            )
        )
        {
            if (time.Minute == 0 && time.Second == 0)
            {
                return time;
            }

            diagnostics.Add(cell.Problem(DiagnosticCodes.NotAllowed, $"'{cell.Text}' is not on the hour", "a row for each hour"));
            return null;
        }

        diagnostics.Add(
            (row[column] ?? row).Problem(
                DiagnosticCodes.WrongType,
                $"'{NumberText.Clip(row[column]?.Text ?? "")}' is no time",
                "such as '2024-01-01 00:00:00'"
            ) with
            {
                Key = column,
            }
        );
        return null;
    }

    private static double? Figure(Node row, string name, HourlyColumn column, ICollection<Diagnostic> diagnostics)
    {
        if (row[name] is { } cell && cell.TryNumber(out double value) && value >= column.Lowest && value <= column.Highest)
        {
            return value;
        }

        string written = row[name]?.Text ?? "";
        diagnostics.Add(
            (row[name] ?? row).Problem(
                written.Length == 0 ? DiagnosticCodes.MissingKey : DiagnosticCodes.OutOfRange,
                written.Length == 0 ? "this hour has no figure" : $"'{NumberText.Clip(written)}' cannot be a {column.Name}",
                string.Create(CultureInfo.InvariantCulture, $"a number from {column.Lowest} to {column.Highest}")
            ) with
            {
                Key = name,
            }
        );
        return null;
    }

    private static bool IsWhole(List<(DateTime Time, double Value, Node Row)> hours, ICollection<Diagnostic> diagnostics)
    {
        int missing = 0;
        for (int i = 1; i < hours.Count; i++)
        {
            double step = (hours[i].Time - hours[i - 1].Time).TotalHours;
            if (step == 0)
            {
                diagnostics.Add(hours[i].Row.Problem(DiagnosticCodes.DuplicateKey, $"the hour {Written(hours[i].Time)} is there twice"));
                return false;
            }

            missing += (int)step - 1;
            if (step > 1 && missing == (int)step - 1)
            {
                diagnostics.Add(
                    hours[i]
                        .Row.Problem(
                            DiagnosticCodes.MissingKey,
                            $"the hour {Written(hours[i - 1].Time.AddHours(1))} is missing",
                            "every hour from the first to the last"
                        )
                );
            }
        }

        if (missing > 1)
        {
            diagnostics.Add(
                hours[^1]
                    .Row.Problem(
                        DiagnosticCodes.MissingKey,
                        string.Create(CultureInfo.InvariantCulture, $"{missing} hours are missing in all")
                    )
            );
        }

        return missing == 0 && hours.Count > 0;
    }

    private static string Written(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static void Shorten(ICollection<Diagnostic> diagnostics, int before, string? file)
    {
        if (diagnostics is List<Diagnostic> list && list.Count - before > MostSaid)
        {
            int more = list.Count - before - MostSaid;
            list.RemoveRange(before + MostSaid, more);
            list.Add(
                new(
                    DiagnosticCodes.OutOfRange,
                    file,
                    0,
                    0,
                    "",
                    string.Create(CultureInfo.InvariantCulture, $"{more} more rows have something wrong")
                )
            );
        }
    }
}
