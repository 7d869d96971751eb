using System.Collections.Immutable;
using Petaday.Quantities;
using Petaday.Scenarios;

namespace Petaday.Reports;

/// <summary>The front of a plan as a picture: time across, cost up, carbon as the area of a dot, systems as colours.</summary>
public static class PlanChart
{
    private const int MostSystems = 4;
    private const double SmallestRadius = 3;
    private const double LargestRadius = 14;

    /// <summary>The chart of a plan's front, with the winner named.</summary>
    public static Chart Of(PlanDetails plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var most = plan.Front.Select(Carbon).Append(Carbon(plan.Winner)).Max();
        string[] systems =
        [
            .. plan
                .Front.GroupBy(System, StringComparer.Ordinal)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Take(MostSystems)
                .Select(group => group.Key),
        ];
        var series = systems
            .Append("others")
            .Select(name =>
                Series(name, plan.Front.Where(point => (systems.Contains(System(point)) ? System(point) : "others") == name), most)
            )
            .Where(one => !one.Points.IsEmpty)
            .Append(
                new ChartSeries(
                    "chosen",
                    ChartMark.Scatter,
                    [Point(plan.Winner, most) with { Text = $"{plan.Winner.Machines}, {plan.Winner.Case.Site.Id}" }]
                )
            );
        return new Chart(
            $"Time against cost; area: carbon, largest {Sizes.Of(most, Dimension.Carbon)}",
            new ChartAxis("Time", "days", Logarithmic: true),
            new ChartAxis("Cost", "USD", Logarithmic: true),
            [.. series]
        );
    }

    private static ChartSeries Series(string name, IEnumerable<PlanPoint> points, double most) =>
        new(name, ChartMark.Scatter, [.. points.Select(point => Point(point, most))]);

    private static ChartPoint Point(PlanPoint point, double most) =>
        new(
            point.Figures.Seconds / Units.SecondsPerDay ?? double.NaN,
            point.Figures.Cost ?? double.NaN,
            $"{point.Machines}, {point.Layout}, {point.Place}: {Sizes.Of(point.Figures.Seconds, Dimension.Seconds)}, {Sizes.Of(point.Figures.Cost, Dimension.Money)}, {Sizes.Of(point.Figures.OperationalKilograms, Dimension.Carbon)}"
        )
        {
            Radius = most > 0 ? Math.Max(SmallestRadius, LargestRadius * Math.Sqrt(Carbon(point) / most)) : SmallestRadius,
        };

    private static double Carbon(PlanPoint point) => point.Figures.OperationalKilograms ?? 0;

    private static string System(PlanPoint point) => point.Case.System.Entry.Id;
}
