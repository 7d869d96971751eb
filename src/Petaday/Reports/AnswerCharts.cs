using System.Collections.Immutable;
using System.Globalization;
using Petaday.Quantities;
using Petaday.Scenarios;
using Petaday.Training;

namespace Petaday.Reports;

/// <summary>The pictures of an answer.</summary>
public static class AnswerCharts
{
    // What rounds to 0.0 % of the whole is no bar that anybody sees.
    private const double LeastShown = 0.0005;

    private static readonly (string Key, string Name)[] Headline =
    [
        ("memory.bytesPerDevice", "Memory of the fullest device"),
        ("step.seconds", "Time of a step"),
        ("run.days", "Duration"),
        ("cost.total", "Cost"),
        ("energy.megawattHours", "Energy"),
        ("carbon.operationalTonnes", "Operational carbon"),
    ];

    /// <summary>Memory by part against what a device has.</summary>
    public static Figure Memory(MemoryAnswer memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        string capacity = $"capacity {Sizes.Memory(memory.CapacityBytes)}";
        var bars = Parts("Memory of the fullest device", memory.Breakdown, memory.BytesPerDevice, amount => Sizes.Memory(amount));
        return Figure.Of(
            "memory",
            $"Memory by part, each beginning where the one above ends, against the {Sizes.Memory(memory.CapacityBytes)} of a device.",
            bars with
            {
                Limit = memory.CapacityBytes,
                LimitLabel = capacity,
            }
        );
    }

    /// <summary>A step's time by part.</summary>
    public static Figure Step(StepAnswer step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Figure.Of(
            "step",
            "Time of a step by part, each beginning where the one above ends: what communication takes is what is not hidden behind computing.",
            Parts("One step", step.Breakdown, step.Seconds, Sizes.Time)
        );
    }

    /// <summary>The three prices that people quote, on one scale; null where none is known.</summary>
    public static Figure? Prices(CostAnswer cost)
    {
        ArgumentNullException.ThrowIfNull(cost);
        ImmutableArray<BarRow> rows =
        [
            .. new (string Name, double? Amount)[]
            {
                ("Amortised: what owning takes", cost.Amortised),
                ("Rental", cost.Rental),
                ("Acquisition: buying the cluster", cost.Acquisition),
            }
                .Where(price => price.Amount is not null)
                .Select(price => new BarRow(price.Name, Sizes.Of(price.Amount, Dimension.Money), 0, price.Amount.GetValueOrDefault())),
        ];
        return rows.IsEmpty
            ? null
            : Figure.Of(
                "prices",
                "The same run at the three prices that people quote; most quarrels about what a model cost come from mixing them.",
                new BarPicture("Three prices of the run", rows)
            );
    }

    /// <summary>How far each headline figure may lie from what is predicted, as a ratio; null where no interval is known.</summary>
    public static Figure? Intervals(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ImmutableArray<BarRow> rows =
        [
            .. Headline
                .Where(figure => answer.Intervals.ContainsKey(figure.Key) && Predicted(answer, figure.Key) is > 0)
                .Select(figure => Ratio(figure.Name, answer.Intervals[figure.Key], Predicted(answer, figure.Key).GetValueOrDefault())),
        ];
        return rows.IsEmpty
            ? null
            : Figure.Of(
                "intervals",
                "Where the true figure lies with 90 % probability, as a multiple of what is predicted.",
                new BarPicture("How sure: 90 % intervals", rows)
                {
                    Limit = 1,
                    LimitLabel = "as predicted",
                    FromZero = false,
                }
            );
    }

    private static BarRow Ratio(string name, Interval interval, double predicted) =>
        new(
            name,
            string.Create(CultureInfo.InvariantCulture, $"{interval.Low / predicted:0.00} to {interval.High / predicted:0.00} times"),
            interval.Low / predicted,
            interval.High / predicted
        );

    private static double? Predicted(Answer answer, string key) =>
        key switch
        {
            "memory.bytesPerDevice" => answer.Memory.BytesPerDevice,
            "step.seconds" => answer.Step.Seconds,
            "run.days" => answer.Run.Seconds / Units.SecondsPerDay,
            "cost.total" => answer.Cost.Total,
            "energy.megawattHours" => answer.Energy.Joules / 3.6e9,
            _ => answer.Carbon.OperationalKilograms / 1_000,
        };

    private static BarPicture Parts(string title, ImmutableArray<NamedAmount> parts, double total, Func<double, string> write) =>
        BarPicture.Waterfall(
            title,
            parts.Where(part => part.Amount / total >= LeastShown).Select(part => (Sizes.Label(part.Key), part.Amount, write(part.Amount))),
            ("all", total, write(total))
        );
}
