using System.Globalization;
using Petaday.Scenarios.Siting;

namespace Petaday.Reports;

/// <summary>A choice of sites for a spreadsheet.</summary>
public static class SiteCsv
{
    /// <summary>A row a site.</summary>
    public static string Of(SiteStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return SiteTables.Csv(study);
    }

    /// <summary>A row an hour: whether the project is at work.</summary>
    public static string Hours(SiteRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return CsvReport.Of(
            ["hour", "time_utc", "at_work"],
            (row.Pause?.Plan.Running ?? []).Select((at, hour) => Cells(row.Pause!, at, hour))
        );
    }

    private static IEnumerable<string> Cells(PauseAnswer pause, bool at, int hour) =>
        [
            hour.ToString(CultureInfo.InvariantCulture),
            pause.Start?.AddHours(hour).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "",
            at ? "1" : "0",
        ];
}
