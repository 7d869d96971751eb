using System.Collections.Immutable;
using System.Globalization;
using Petaday.Quantities;
using Petaday.Scenarios.Siting;
using Petaday.Sites.Hours;

namespace Petaday.Reports;

/// <summary>Charts of a figure by the hour, with the hours in which a project is at work.</summary>
/// <param name="site">Where.</param>
/// <param name="pause">When it runs.</param>
/// <param name="series">The figure, over every hour that could be chosen.</param>
internal sealed class HourCharts(string site, PauseAnswer pause, HourlySeries series)
{
    private const double KilowattHour = 1000 * Units.SecondsPerHour;
    private const int HoursPerDay = 24;
    private const int MostHours = 28 * HoursPerDay;
    private const int MostPoints = 400;
    private static readonly string[] Seasons = ["December to February", "March to May", "June to August", "September to November"];
    private static readonly string[] Clock =
    [
        .. Enumerable.Range(0, HoursPerDay).Select(static hour => hour.ToString("00", CultureInfo.InvariantCulture)),
    ];

    private readonly bool isPrice = series.Unit == Dimension.MoneyPerJoule;

    /// <summary>A word for file names.</summary>
    public string Word => isPrice ? "price" : "carbon";

    private ChartAxis Vertical => isPrice ? new ChartAxis("Price", "USD/kWh") : new ChartAxis("Carbon", "gCO2e/kWh");

    private string Name => isPrice ? "Price" : "Carbon";

    /// <summary>Hour after hour, four weeks at most.</summary>
    public Chart Through()
    {
        int hours = Math.Min(series.Hours, MostHours);
        string part = hours < series.Hours ? ", the first four weeks" : "";
        var all = Enumerable.Range(0, hours);
        return new Chart(
            $"{Name} by the hour, {site}{part}",
            new ChartAxis("Time from the first hour", "days"),
            Vertical,
            [
                new ChartSeries("every hour", ChartMark.Line, [.. all.Select(hour => At((double)hour / HoursPerDay, hour))]),
                new ChartSeries(
                    "at work",
                    ChartMark.Scatter,
                    [.. all.Where(IsAtWork).Select(hour => At((double)hour / HoursPerDay, hour) with { Radius = 3 })]
                ),
            ]
        );
    }

    /// <summary>The mean of each hour of the day, by season where there are several, and that of the hours at work.</summary>
    public Chart MeanDay()
    {
        var seasons = Enumerable.Range(0, series.Hours).GroupBy(Season).OrderBy(static group => group.Key).ToList();
        var lines = seasons.Select(group => new ChartSeries(
            seasons.Count == 1 ? "every hour" : Seasons[group.Key],
            ChartMark.Line,
            Day(group)
        ));
        return new Chart(
            $"The mean day, {site}",
            new ChartAxis("Hour of the day", pause.Start is null ? "local" : "UTC") { Categories = [.. Clock] },
            Vertical,
            [.. lines, new ChartSeries("at work", ChartMark.Joined, Day(Enumerable.Range(0, series.Hours).Where(IsAtWork)))]
        );
    }

    /// <summary>Hours from the lowest figure to the highest.</summary>
    public Chart Duration()
    {
        int[] order = [.. Enumerable.Range(0, series.Hours).OrderBy(hour => series.Values[hour]).ThenBy(static hour => hour)];
        int stride = (order.Length + MostPoints - 1) / MostPoints;
        var shown = Enumerable.Range(0, order.Length).Where(rank => rank % stride == 0 || rank == order.Length - 1).ToList();
        return new Chart(
            $"Hours sorted by {Name.ToLowerInvariant()}, {site}",
            new ChartAxis("Hours at or below", "h"),
            Vertical,
            [
                new ChartSeries("every hour", ChartMark.Line, [.. shown.Select(rank => At(rank + 1, order[rank]))]),
                new ChartSeries(
                    "at work",
                    ChartMark.Scatter,
                    [.. shown.Where(rank => IsAtWork(order[rank])).Select(rank => At(rank + 1, order[rank]) with { Radius = 3 })]
                ),
            ]
        );
    }

    private ImmutableArray<ChartPoint> Day(IEnumerable<int> hours) =>
        [
            .. hours
                .GroupBy(HourOfDay)
                .OrderBy(static group => group.Key)
                .Select(group =>
                {
                    double mean = group.Average(Value);
                    return new ChartPoint(group.Key, mean, $"{Clock[group.Key]}:00, mean of {group.Count()} hours: {Written(mean)}");
                }),
        ];

    private ChartPoint At(double across, int hour) =>
        new(across, Value(hour), $"{When(hour)}: {Written(Value(hour))}, {(IsAtWork(hour) ? "at work" : "paused")}");

    private bool IsAtWork(int hour) => hour < pause.Plan.Running.Length && pause.Plan.Running[hour];

    private double Value(int hour) => series.Values[hour] * KilowattHour * (isPrice ? 1 : 1000);

    private int HourOfDay(int hour) => series.Start.AddHours(hour).Hour;

    // A tariff by the week knows no season.
    private int Season(int hour) => pause.Start is null ? 0 : series.Start.AddHours(hour).Month % 12 / 3;

    private string When(int hour) =>
        pause.Start is null
            ? string.Create(CultureInfo.InvariantCulture, $"{series.Start.AddHours(hour):ddd HH:mm}")
            : string.Create(CultureInfo.InvariantCulture, $"{series.Start.AddHours(hour):yyyy-MM-dd HH:mm} UTC");

    private string Written(double value) =>
        string.Create(CultureInfo.InvariantCulture, $"{value:0.####} {(isPrice ? "USD/kWh" : "gCO2e/kWh")}");
}
