using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Adaptation;

/// <summary>Works candidates out: work, time, money, quality.</summary>
internal sealed class PathWorths(TaskLines task, AdaptationFacts facts)
{
    private const double MonthSeconds = 730 * Units.SecondsPerHour;
    private readonly HostedModel? best = facts.Best;

    /// <summary>A candidate's worth. Machines must have quoted for it.</summary>
    public PathWorth Of(Candidate candidate)
    {
        TrainingQuote? training = candidate.Trains ? facts.Quotes.Training(candidate.Base!, candidate.Method, candidate.Machines!) : null;
        Line? tokens = training is null ? null : TrainingCosts.Tokens(candidate, task);
        Line? time = training is null ? null : TrainingCosts.Seconds(candidate, task, tokens!, training);
        Line months = task.Factors.PersonMonths(candidate.Path);
        Line start = Start(candidate, months, time);
        ServingCosts serving = candidate.Hosted is { } hosted
            ? ServingCosts.Hosted(hosted, task, start)
            : ServingCosts.OnMachines(facts.Quotes.Serving(candidate.Base!, candidate.Machines!), candidate.Machines!, task, start);
        Line? devices = serving.Devices is null ? null : Devices(serving.Devices, training);
        Line people = Line.Product("people", "People until first use", months, task.EngineerMonth);
        Line? compute = training is null ? null : TrainingCosts.Compute(time!, training, candidate.Machines!);
        Line? purchase = candidate.Machines is { Purchase: { } price } bought
            ? Line.Product("purchase", "Machines", Servers(devices!, bought.DevicesPerNode), price)
            : null;
        Line upkeep = Line.Product(
            "upkeep",
            "People who keep it running, a month",
            task.Factors.Upkeep(candidate.Path),
            task.EngineerMonth
        );
        Line quality = QualityModel.Expected(candidate, task, best);
        Line?[] work = [people, compute, Teaching(candidate)];
        return new PathWorth(
            candidate,
            start,
            Line.Sum("upFront", "Money up front", Dimension.Money, Parts([.. work, purchase])),
            Line.Sum("work", "Money up front without machines", Dimension.Money, Parts(work)),
            Line.Sum("monthly", "Money a month, first month", Dimension.Money, serving.Monthly, upkeep),
            months,
            devices,
            quality,
            QualityModel.Chance(candidate, task, best, quality),
            Present("valuePresent", "Worth of the work, worth today", task.Value, start, task.Growth, task.ValueDecline),
            Line.Sum(
                "running",
                "Running, worth today",
                Dimension.Money,
                Parts(
                    serving.Present,
                    Present("upkeepPresent", "Upkeep, worth today", upkeep, start, None, None),
                    Refreshes(candidate, start, tokens, training, people)
                )
            ),
            Residual(purchase),
            training
        );
    }

    private static Line None { get; } = new("none", "No change", 0, Dimension.None);

    private static IEnumerable<Line> Parts(params Line?[] parts) => parts.OfType<Line>();

    private Line? Teaching(Candidate candidate) =>
        candidate.Teacher is { } teacher ? TrainingCosts.Teaching(teacher, task, facts.Quotes) : null;

    /// <summary>Months until first use: work shared among the people on it, then training, then waiting for machines.</summary>
    private Line Start(Candidate candidate, Line months, Line? training)
    {
        double least = Math.Max(1, task.Factors.LeastTeam(candidate.Path).Value!.Value);
        double on = task.Task.Engineers is { } team ? Math.Max(1, Math.Min(team, 2 * least)) : least;
        Line people = new("people", "People on it", on, Dimension.None)
        {
            Note = "those at hand, at most twice the least; the least where people can be hired",
        };
        Line[] parts =
        [
            months,
            people,
            training ?? new Line("trainingTime", "Time of training", 0, Dimension.Seconds),
            candidate.Place == Place.Bought
                ? task.Factors.Plain("procurement", "Months until machines stand ready")
                : new Line("procurement", "Months until machines stand ready", 0, Dimension.None),
        ];
        return Line.Computed(
            "start",
            "Months until first use",
            Dimension.None,
            "person-months / people + time of training / month + months until machines stand ready",
            static parts => (parts[0] / parts[1]) + (parts[2] / MonthSeconds) + parts[3],
            parts
        );
    }

    private static Line Servers(Line devices, int node) =>
        Line.Computed(
            "boughtDevices",
            "Devices bought",
            Dimension.None,
            "devices, up to whole servers",
            static parts => Math.Ceiling(parts[0] / parts[1]) * parts[1],
            devices,
            new Line("devicesPerNode", "Devices of a server", node, Dimension.None)
        );

    private static Line Devices(Line serving, TrainingQuote? training) =>
        training is null
            ? serving
            : Line.Computed(
                "devices",
                "Devices at most",
                Dimension.None,
                "the more of those for serving and for training",
                static parts => Math.Max(parts[0], parts[1]),
                serving,
                training.Devices
            );

    private Line Present(string key, string name, Line monthly, Line start, Line growth, Line decline) =>
        Line.Computed(
            key,
            name,
            Dimension.Money,
            "first month × sum over the months of use of ((1 + growth)^(1/12) × 10^(−decline/12))^(m−1) × (1 + discount)^(−m/12)",
            static parts =>
                parts[0]
                * Months.Weight(
                    parts[1],
                    parts[2],
                    Months.Monthly((1 + parts[3]) * Math.Pow(10, -parts[4])),
                    Months.Monthly(1 / (1 + parts[5]))
                ),
            monthly,
            start,
            task.Horizon,
            growth,
            decline,
            task.Discount
        );

    private Line? Refreshes(Candidate candidate, Line start, Line? tokens, TrainingQuote? training, Line people)
    {
        if (task.Task.RefreshMonths is not { } every || candidate.Hosted is { IsOpen: false })
        {
            return null;
        }

        Line work = Line.Product(
            "people",
            "People for a refresh",
            people,
            task.Factors.Plain("refreshEffort", "Share of the first effort")
        );
        Line one = training is null
            ? work
            : Line.Sum(
                "refresh",
                "A refresh",
                Dimension.Money,
                work,
                TrainingCosts.Compute(
                    TrainingCosts.Seconds(candidate, task, TrainingCosts.RefreshTokens(candidate, task, tokens!), training),
                    training,
                    candidate.Machines!
                )
            );
        return Line.Computed(
            "refreshes",
            "Refreshes, worth today",
            Dimension.Money,
            "a refresh × sum over refreshes before the horizon of (1 + discount)^(−month/12)",
            static parts => parts[0] * Months.RefreshWeight(parts[1], parts[2], parts[3], Months.Monthly(1 / (1 + parts[4]))),
            one,
            start,
            TaskLines.Given("refreshEvery", "Months between refreshes", every),
            task.Horizon,
            task.Discount
        );
    }

    private Line Residual(Line? purchase) =>
        purchase is null
            ? new Line("residual", "Worth of machines at the end, worth today", 0, Dimension.Money)
            : Line.Computed(
                "residual",
                "Worth of machines at the end, worth today",
                Dimension.Money,
                "price × 10^(−decline × months/12) × (1 + discount)^(−months/12)",
                static parts =>
                    parts[0] * Math.Pow(10, -parts[1] * parts[2] / Months.OfYear) * Math.Pow(1 + parts[3], -parts[2] / Months.OfYear),
                purchase,
                task.Factors.Plain("hardwareDecline", "Decline of hardware's price, orders of magnitude a year"),
                task.Horizon,
                task.Discount
            );
}
