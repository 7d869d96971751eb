using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Adaptation;

/// <summary>From a candidate's worth to the whole answer on it: what happens where the quality is missed, and what is to be expected.</summary>
internal static class PathFinish
{
    private const double MonthSeconds = 730 * Units.SecondsPerHour;

    /// <summary>Everything that goes out, USD of today.</summary>
    public static Line PresentCost(PathWorth worth) =>
        Line.Sum("presentCost", "All that goes out, worth today", Dimension.Money, worth.UpFront, worth.Running);

    /// <summary>The money of a path.</summary>
    /// <param name="worth">The path.</param>
    /// <param name="fallback">The path that is gone where it misses the quality; null where it is that path itself, or there is none.</param>
    /// <param name="task">The task.</param>
    public static PathMoney Of(PathWorth worth, PathWorth? fallback, TaskLines task)
    {
        Line missed = Missed(worth, fallback, task);
        return new PathMoney(
            worth.UpFront,
            worth.Monthly,
            FirstUse(worth),
            worth.PersonMonths,
            worth.Devices,
            worth.Quality,
            worth.Chance,
            PresentCost(worth),
            worth.NetIfReached,
            missed,
            Line.Computed(
                "expected",
                "Net present value expected",
                Dimension.Money,
                "chance × value where reached + (1 − chance) × value where missed",
                static parts => (parts[0] * parts[1]) + ((1 - parts[0]) * parts[2]),
                worth.Chance,
                worth.NetIfReached,
                missed
            ),
            Payback(worth, task),
            Line.Computed(
                "return",
                "Net present value over money up front",
                Dimension.None,
                "net present value where reached / money up front",
                static parts => parts[0] / parts[1],
                worth.NetIfReached,
                worth.UpFront
            )
        );
    }

    private static bool IsSaid(TaskLines task) => task.Task.ValuePerMonth is not null || task.Task.ValuePerMillionTokens is not null;

    private static Line FirstUse(PathWorth worth) =>
        Line.Product("firstUse", "Time until first use", worth.Start, new Line("month", "Month", MonthSeconds, Dimension.Seconds));

    private static Line Missed(PathWorth worth, PathWorth? fallback, TaskLines task)
    {
        if (fallback is null)
        {
            return IsSaid(task)
                ? Line.Computed(
                    "netIfMissed",
                    "Net present value where the quality is missed: the work is given up",
                    Dimension.Money,
                    "worth of machines at the end − money up front",
                    static parts => parts[0] - parts[1],
                    worth.Residual,
                    worth.UpFront
                )
                : Line.Computed(
                    "netIfMissed",
                    "Net present value where the quality is missed: it runs on and is worth nothing",
                    Dimension.Money,
                    "worth of machines at the end − running − money up front",
                    static parts => parts[0] - parts[1] - parts[2],
                    worth.Residual,
                    worth.Running,
                    worth.UpFront
                );
        }

        return Line.Computed(
            "netIfMissed",
            $"Net present value where the quality is missed: {fallback.Candidate.ModelName} takes over",
            Dimension.Money,
            "worth of machines at the end − money up front + net present value of what takes over",
            static parts => parts[0] - parts[1] + parts[2],
            worth.Residual,
            worth.UpFront,
            TakesOver(worth, fallback, task)
        );
    }

    /// <summary>What the other path is still worth when it starts after this one has failed: its months of use shrink in proportion.</summary>
    private static Line TakesOver(PathWorth worth, PathWorth fallback, TaskLines task)
    {
        bool said = IsSaid(task);
        return Line.Computed(
            "fallback",
            $"{fallback.Candidate.ModelName} from then on",
            Dimension.Money,
            said
                ? "max(0, share of its months left × (chance × worth of the work − running) − its money up front)"
                : "share of its months left × (chance × worth of the work − running) − its money up front",
            said ? static parts => Math.Max(0, Left(parts)) : Left,
            worth.Start,
            fallback.Start,
            fallback.Chance,
            fallback.Value,
            fallback.Running,
            HasItsMachines(worth.Candidate, fallback.Candidate) ? fallback.Work : fallback.UpFront,
            task.Horizon,
            task.Growth,
            task.Discount
        );
    }

    /// <summary>Whether what takes over runs on machines that the first path has bought.</summary>
    private static bool HasItsMachines(Candidate first, Candidate second) =>
        first.Place == Place.Bought && second.Place == Place.Bought && first.Machines!.SystemId == second.Machines!.SystemId;

    private static double Left(ReadOnlySpan<double> parts)
    {
        double growth = Months.Monthly(1 + parts[7]);
        double discount = Months.Monthly(1 / (1 + parts[8]));
        double whole = Months.Weight(parts[1], parts[6], growth, discount);
        double share = whole > 0 ? Months.Weight(parts[0] + parts[1], parts[6], growth, discount) / whole : 0;
        return (share * ((parts[2] * parts[3]) - parts[4])) - parts[5];
    }

    private static Line Payback(PathWorth worth, TaskLines task) =>
        Line.Computed(
            "payback",
            "Time until it has paid for itself",
            Dimension.Seconds,
            "months until what the work is worth, less what it costs, has covered the money up front",
            static parts => Months.Payback(parts[0], parts[1] - parts[2], Months.Monthly(1 + parts[5]), parts[3], parts[4]) * MonthSeconds,
            worth.UpFront,
            task.Value,
            worth.Monthly,
            worth.Start,
            task.Horizon,
            task.Growth
        );
}
