using System.Collections.Immutable;
using System.Globalization;
using Petaday.Quantities;

namespace Petaday.Scenarios;

/// <summary>Holds plans against a goal.</summary>
internal static class Constraints
{
    /// <summary>The key of a plan that does not fit into memory at all.</summary>
    public const string Memory = "memory";

    /// <summary>What is made small; null where it is not known.</summary>
    public static double? Measure(Objective objective, PlanFigures figures, int devices) =>
        objective switch
        {
            Objective.Time => figures.Seconds,
            Objective.Energy => figures.Joules,
            Objective.Carbon => figures.OperationalKilograms,
            Objective.Devices => devices,
            _ => figures.Cost,
        };

    /// <summary>The limits that a plan does not keep to. What is not known keeps to no limit.</summary>
    public static IReadOnlyList<MissedLimit> Missed(Goal goal, PlanPoint point, PlanFigures figures)
    {
        var (bytes, capacity) = (point.Memory.Bytes, point.Memory.CapacityBytes);
        return
        [
            .. Over(goal, figures, point.Case.Devices),
            .. Over("goal.memoryShare", goal.MemoryShare, bytes / capacity, share => Share(share) + " of a device's memory"),
            .. Over(Memory, capacity, bytes, Bytes),
        ];
    }

    /// <summary>The limits that figures of so many devices do not keep to, memory apart.</summary>
    public static IEnumerable<MissedLimit> Over(Goal goal, PlanFigures figures, int devices) =>
        [
            .. Over("goal.budget", goal.Budget, figures.Cost, Dimension.Money),
            .. Over("goal.deadline", goal.DeadlineSeconds, figures.Seconds, Dimension.Seconds),
            .. Over("goal.carbonCap", goal.CarbonCap, figures.Carbon, Dimension.Carbon),
            .. Over("goal.devices", goal.Devices, devices, count => count.ToString("0", CultureInfo.InvariantCulture) + " devices"),
        ];

    /// <summary>Which limit binds, what comes nearest, and what would have to give.</summary>
    public static Infeasibility Binding(Goal goal, PlanPoint nearest, IReadOnlyList<PlanPoint> all)
    {
        var missed = Missed(goal, nearest, nearest.Figures);
        var worst = missed.MaxBy(limit => limit.Ratio);
        // Where every limit can be kept alone, it is their combination that binds.
        bool together = all.Any(point => Missed(goal, point, point.Figures).All(limit => limit.Key != worst.Key));
        string others = together ? ", together with the other limits" : "";
        return new Infeasibility(
            worst.Key,
            $"nothing keeps to {worst.Limit}{others}",
            $"{nearest.Case.Devices} x {nearest.Case.System.Spec.Accelerator.Id} comes nearest with {string.Join(" and ", missed.Select(limit => $"{limit.Value} against {limit.Limit}"))}"
        )
        {
            Relaxations = Relaxations(goal, all),
        };
    }

    /// <summary>Where one limit alone stands in the way of a plan: the least by which it would have to give.</summary>
    private static ImmutableArray<Relaxation> Relaxations(Goal goal, IReadOnlyList<PlanPoint> all) =>
        [
            .. all.Select(point => (Point: point, Missed: Missed(goal, point, point.Figures)))
                .Where(one => one.Missed.Count == 1 && one.Missed[0].Key != Memory && double.IsFinite(one.Missed[0].Needed))
                .GroupBy(one => one.Missed[0].Key, StringComparer.Ordinal)
                .Select(group => group.MinBy(one => one.Missed[0].Needed))
                .OrderBy(one => one.Missed[0].Ratio)
                .Select(one => Relaxed(one.Point, one.Missed[0])),
        ];

    private static Relaxation Relaxed(PlanPoint point, MissedLimit limit) =>
        new(
            limit.Key,
            limit.Asked,
            limit.Needed,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{limit.Value} instead of {limit.Limit} (+{100 * (limit.Ratio - 1):0.#} %): {point.Machines}, {point.Layout}, {point.Place}"
            )
        );

    private static IEnumerable<MissedLimit> Over(string key, double? limit, double? value, Dimension unit) =>
        Over(key, limit, value, amount => new Quantity(amount, unit).Format());

    private static IEnumerable<MissedLimit> Over(string key, double? limit, double? value, Func<double, string> write)
    {
        if (limit is { } asked && !(value <= asked))
        {
            yield return new MissedLimit(
                key,
                write(asked),
                value is { } known ? write(known) : "an amount not known",
                asked,
                value ?? double.PositiveInfinity
            );
        }
    }

    private static string Share(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} %");

    private static string Bytes(double bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1L << 30):0.0} GiB");
}
