using System.Collections.Immutable;
using Petaday.Planning;

namespace Petaday.Scenarios;

/// <summary>Orders plans by a goal.</summary>
/// <param name="Goal">What is kept to and made small.</param>
internal sealed record PlanRanking(Goal Goal)
{
    /// <summary>Plans that keep to the goal, the best first: of equals the cheaper, then the faster, then the one of less carbon, then the first.</summary>
    public IEnumerable<PlanPoint> Best(IReadOnlyList<PlanPoint> points) =>
        points.Where(point => Constraints.Missed(Goal, point, point.Figures).Count == 0).OrderBy(point => Order(point, point.Figures));

    /// <summary>The best plan where figures are other than supposed; null where none keeps to the goal.</summary>
    public PlanPoint? Best(IReadOnlyList<PlanPoint> points, Func<PlanPoint, PlanFigures> shifted) =>
        points
            .Select(point => (Point: point, Figures: shifted(point)))
            .Where(one => Constraints.Missed(Goal, one.Point, one.Figures).Count == 0)
            .Select(one => (one.Point, Order: Order(one.Point, one.Figures)))
            .OrderBy(one => one.Order)
            .FirstOrDefault()
            .Point;

    /// <summary>The first <paramref name="count"/> of ordered plans that a person would call different.</summary>
    public static ImmutableArray<PlanPoint> Different(IEnumerable<PlanPoint> ordered, int count) =>
        [.. ordered.DistinctBy(point => point.Kind).Take(count)];

    /// <summary>Plans that fit into memory and that no other betters in time, cost and carbon alike, the fastest first.</summary>
    public ImmutableArray<PlanPoint> Front(IReadOnlyList<PlanPoint> points)
    {
        List<PlanPoint> fitting =
        [
            .. points.Where(point =>
                !Constraints.Missed(Goal, point, point.Figures).Any(limit => limit.Key is Constraints.Memory or "goal.memoryShare")
            ),
        ];
        return
        [
            .. ParetoFront
                .Of([
                    .. fitting.Select(point =>
                        (Known(point.Figures.Seconds), Known(point.Figures.Cost), Known(point.Figures.OperationalKilograms))
                    ),
                ])
                .Select(index => fitting[index]),
        ];
    }

    /// <summary>Where nothing keeps to the goal: what misses its worst limit by the smallest ratio.</summary>
    public PlanPoint? Nearest(IReadOnlyList<PlanPoint> points) =>
        points.MinBy(point => (Constraints.Missed(Goal, point, point.Figures).Max(missed => missed.Ratio), Order(point, point.Figures)));

    // Of a rented cluster no site is cheaper than another: the cleaner then wins, of its electricity alone where that of
    // making the machines is not known, of its grid where their power is not.
    private (double, double, double, double, double, double) Order(PlanPoint point, PlanFigures figures) =>
        (
            Known(Constraints.Measure(Goal.Minimize, figures, point.Case.Devices)),
            Known(figures.Cost),
            Known(figures.Seconds),
            Known(figures.OperationalKilograms),
            Known(figures.OperationalKilograms),
            Known(point.Case.Site.Carbon.Value * point.Case.Site.Pue.Value)
        );

    private static double Known(double? value) => value ?? double.PositiveInfinity;
}
