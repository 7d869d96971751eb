using Petaday.Scenarios.Siting;
using Petaday.Sites.Hours;

namespace Petaday.Reports;

/// <summary>The hours of the best site that is known by the hour, as pictures: what is made small by comes first.</summary>
public static class HourPictures
{
    /// <summary>The pictures; none where no site is known by the hour.</summary>
    public static IEnumerable<Figure> Of(SiteStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        if (study.Rows.FirstOrDefault(static row => row.Pause is not null) is not { Pause: { } pause } row)
        {
            return [];
        }

        HourlySeries?[] series =
            study.Minimize == Sites.SiteObjective.Carbon ? [pause.Emissions, pause.Prices] : [pause.Prices, pause.Emissions];
        return series.OfType<HourlySeries>().SelectMany(one => Of(row.Place.Name, pause, one));
    }

    /// <summary>A page with the pictures under its table of hours.</summary>
    public static Page Into(Page page, SiteStudy study)
    {
        ArgumentNullException.ThrowIfNull(page);
        int place = page.Blocks.IndexOf(page.Blocks.FirstOrDefault(static block => block is Heading { Text: SitePage.HoursHeading })!);
        return place < 0 ? page : new Page(page.Blocks.InsertRange(place + 2, Of(study)));
    }

    private static IEnumerable<Figure> Of(string site, PauseAnswer pause, HourlySeries series)
    {
        var chart = new HourCharts(site, pause, series);
        string source = $"{char.ToUpperInvariant(series.Origin[0])}{series.Origin[1..]}, {series.Hours} hours.";
        yield return Live($"hours-{chart.Word}", $"{source} Dots: hours at work.", chart.Through());
        yield return Live($"day-{chart.Word}", $"{source} The mean day, and the mean of the hours at work.", chart.MeanDay());
        yield return Live($"duration-{chart.Word}", $"{source} Sorted from the lowest; dots: hours at work.", chart.Duration());
    }

    private static Figure Live(string id, string caption, Chart chart) => Figure.Of(id, caption, chart) with { Chart = chart };
}
