using System.Globalization;
using System.Text;
using Petaday.Sites.Hours;

namespace Petaday.Sites;

/// <summary>Tables to fill in: the columns that the readers take, with their units, and no figure, for the figures are the user's.</summary>
public static class InputTemplates
{
    private const int Hours = 24;

    /// <summary>The table that a key of a scenario names a file of; null for a key that names none.</summary>
    public static string? Of(string key) =>
        key switch
        {
            "siting.prices" => ByHour(HourlyColumn.Price),
            "siting.carbon" => ByHour(HourlyColumn.LifeCycleCarbon),
            "siting.week" => "days,from,to,usd_per_kwh\nmon-fri,0,24,\nsat-sun,0,24,\n",
            "siting.offers" => string.Join(',', OfferReader.Columns) + "\n",
            _ => null,
        };

    // A day stands for the form of all: every hour from the first to the last is a row.
    private static string ByHour(HourlyColumn column)
    {
        var text = new StringBuilder(HourlySeriesReader.TimeColumn).Append(',').Append(column.Columns[0]).Append('\n');
        for (int hour = 0; hour < Hours; hour++)
        {
            text.Append(CultureInfo.InvariantCulture, $"2025-01-01 {hour:00}:00,\n");
        }

        return text.ToString();
    }
}
