using System.Globalization;
using Petaday.Catalog;
using Petaday.Quantities;

namespace Petaday.Sites.Hours;

/// <summary>
/// Reads a time-of-use tariff: columns <c>days</c> (mon-fri, sat, all), <c>from</c> and <c>to</c> (hours 0 to 24) and <c>usd_per_kwh</c>; the rows must cover each hour of the
/// week once.
/// </summary>
public static class WeekTariffReader
{
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    private static readonly string[] Columns = ["days", "from", "to", "usd_per_kwh"];

    /// <summary>The tariff; null, with diagnostics added, where the file cannot be used.</summary>
    public static WeekTariff? ReadFile(string path, IInputFiles files, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(files);
        return files.TryReadText(path, diagnostics, out string text) ? Parse(text, path, diagnostics) : null;
    }

    /// <summary>The tariff of a text.</summary>
    public static WeekTariff? Parse(string text, string? file, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        int before = diagnostics.Count;
        double?[] prices = new double?[WeekTariff.HoursPerWeek];
        foreach (var row in TableReader.Parse(text, file, diagnostics, Columns))
        {
            Fill(prices, row, diagnostics);
        }

        if (diagnostics.Count == before && Array.FindIndex(prices, static price => price is null) is >= 0 and var gap)
        {
            diagnostics.Add(
                new(DiagnosticCodes.MissingKey, file, 0, 0, "", $"no row covers {Written(gap)}", "a price for each hour of the week")
            );
        }

        return diagnostics.Count > before
            ? null
            : new WeekTariff(
                [.. prices.Select(static price => price!.Value)],
                file is null ? "tariff" : $"tariff of {Path.GetFileName(file)}"
            );
    }

    private static void Fill(double?[] prices, Node row, ICollection<Diagnostic> diagnostics)
    {
        var (first, last) = DaysOf(row, diagnostics);
        var (from, to) = (Number(row, "from", 0, 23, diagnostics), Number(row, "to", 1, 24, diagnostics));
        if (first < 0 || from is null || to is null || Number(row, "usd_per_kwh", -10, 100, diagnostics) is not { } price)
        {
            return;
        }

        if (to <= from)
        {
            diagnostics.Add(row["to"]!.Problem(DiagnosticCodes.OutOfRange, "an hour ends before it begins", "to after from"));
            return;
        }

        for (int day = first; day <= last; day++)
        {
            for (int hour = (int)from; hour < (int)to; hour++)
            {
                int at = (day * 24) + hour;
                if (prices[at] is not null)
                {
                    diagnostics.Add(row.Problem(DiagnosticCodes.DuplicateKey, $"{Written(at)} has a price already"));
                    return;
                }

                prices[at] = price / (1000 * Units.SecondsPerHour);
            }
        }
    }

    private static (int First, int Last) DaysOf(Node row, ICollection<Diagnostic> diagnostics)
    {
        string text = row["days"]?.Text ?? "";
        string[] ends = text == "all" ? ["mon", "sun"] : text.Split('-');
        int first = Array.IndexOf(Days, ends[0]);
        int last = Array.IndexOf(Days, ends[^1]);
        if (ends.Length <= 2 && first >= 0 && last >= first)
        {
            return (first, last);
        }

        diagnostics.Add(
            (row["days"] ?? row).Problem(
                DiagnosticCodes.NotAllowed,
                $"'{NumberText.Clip(text)}' are no days",
                "all, a day such as mon, or days such as mon-fri"
            ) with
            {
                Key = "days",
            }
        );
        return (-1, -1);
    }

    private static double? Number(Node row, string column, double least, double most, ICollection<Diagnostic> diagnostics)
    {
        if (
            row[column] is { } cell
            && cell.TryNumber(out double value)
            && value >= least
            && value <= most
            && (most > 24 || value == Math.Truncate(value))
        )
        {
            return value;
        }

        diagnostics.Add(
            (row[column] ?? row).Problem(
                DiagnosticCodes.OutOfRange,
                $"'{NumberText.Clip(row[column]?.Text ?? "")}' does not belong here",
                string.Create(CultureInfo.InvariantCulture, $"a {(most > 24 ? "" : "whole ")}number from {least} to {most}")
            ) with
            {
                Key = column,
            }
        );
        return null;
    }

    private static string Written(int hour) => string.Create(CultureInfo.InvariantCulture, $"{Days[hour / 24]} {hour % 24:00}:00");
}
