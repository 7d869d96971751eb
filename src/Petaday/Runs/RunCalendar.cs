using System.Collections.Immutable;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Runs;

/// <summary>
/// Where the time of a run goes: training, and everything that stands in its way. Lines add up to the elapsed time exactly. Breaks and checkpoints are those of
/// Daly 2006, equation 20, taken apart: work, work that is done twice, and the phases of recovery, during which a job may break again.
/// </summary>
public sealed record RunCalendar
{
    // Below this a run does not end in any useful time.
    private const double LeastGoodput = 0.01;

    /// <summary>From start to end, s: the sum of <see cref="Lines"/>.</summary>
    public required Line Elapsed { get; init; }

    /// <summary>Share of the elapsed time that moves training forward, 0 to 1.</summary>
    public required Line Goodput { get; init; }

    /// <summary>Where the time goes, s each.</summary>
    public ImmutableArray<Line> Lines => Elapsed.Parts;

    /// <summary>Mean time between interruptions of the job, s; not known where the goodput was given.</summary>
    public Line? MeanTimeBetweenInterruptions { get; init; }

    /// <summary>Training between two checkpoints, s; not known where the goodput was given.</summary>
    public Line? CheckpointInterval { get; init; }

    /// <summary>The calendar of a job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="forward">What moves training forward, s each; at least one.</param>
    /// <param name="inputs">What is known of the cluster.</param>
    /// <param name="defaults">What published runs saw.</param>
    /// <param name="withIntervals">Whether lines get the intervals that follow from the ranges of the sources; costs some hundred evaluations.</param>
    public static RunCalendar Of(
        JobShape job,
        ImmutableArray<Line> forward,
        ReliabilityInputs inputs,
        ReliabilityDefaults defaults,
        bool withIntervals = true
    )
    {
        Line useful = Line.Sum("forward", "Time that moves training forward", Dimension.Seconds, forward);
        if (inputs.Goodput is { } given)
        {
            return Given(useful, forward, given);
        }

        JobFailures failures = JobFailures.Of(job, inputs, defaults);
        CheckpointLines checkpoint = CheckpointLines.Of(job, inputs, defaults, failures.MeanTime);
        RecoveryLines recovery = RecoveryLines.Of(job, inputs, defaults, failures, checkpoint);
        ImmutableArray<Line> lost =
        [
            .. new BreakLines(
                useful,
                failures,
                checkpoint,
                recovery,
                inputs.PreemptionNotice ?? defaults.PreemptionNotice,
                job.Nodes
            ).All(),
            Planned(useful, inputs.PlannedStopInterval ?? defaults.PlannedStopInterval, checkpoint.Stall, recovery),
            .. inputs.EvaluationShare is { } share ? [Line.Product("evaluation", "Pauses for evaluation", useful, share)] : (Line[])[],
        ];
        Line elapsed = Elapsing([.. forward, .. lost]);
        Line goodput = Share(useful, elapsed);
        var calendar = new RunCalendar
        {
            Elapsed = elapsed,
            Goodput = goodput,
            MeanTimeBetweenInterruptions = failures.MeanTime,
            CheckpointInterval = checkpoint.Interval,
        };
        return IsEndless(goodput, useful, failures, checkpoint) ? Endless(calendar)
            : withIntervals ? calendar.Ranged(useful)
            : calendar;
    }

    private static RunCalendar Given(Line useful, ImmutableArray<Line> forward, Line goodput)
    {
        Line known = goodput with { Key = "goodput", Name = "Goodput" };
        Line lost = Line.Computed(
            "interruptions",
            "Lost to interruptions, as the goodput says",
            Dimension.Seconds,
            "time that moves training forward x (1 / goodput - 1)",
            static v => v[0] * ((1 / v[1]) - 1),
            useful,
            known
        );
        return new RunCalendar { Elapsed = Elapsing([.. forward, lost]), Goodput = known };
    }

    private static Line Elapsing(ImmutableArray<Line> lines) => Line.Sum("elapsedSeconds", "Time on the wall", Dimension.Seconds, lines);

    private static Line Share(Line useful, Line elapsed) =>
        Line.Computed(
            "goodput",
            "Goodput",
            Dimension.None,
            "time that moves training forward / time on the wall",
            static v => v[0] / v[1],
            Reference.To(useful, "run.days"),
            Reference.To(elapsed, "run.days")
        );

    private static Line Planned(Line useful, Line interval, Line stall, RecoveryLines recovery) =>
        Line.Computed(
            "plannedStops",
            "Planned stops",
            Dimension.Seconds,
            "time that moves training forward / time between planned stops x (checkpoint + restart)",
            static v =>
            {
                double each = 0;
                for (int i = 2; i < v.Length; i++)
                {
                    each += v[i];
                }

                return v[0] / v[1] * each;
            },
            [useful, interval, stall, .. recovery.Planned]
        );

    // A goodput too small for the exponentials to be finite is none, though everything that it follows from is known.
    private static bool IsEndless(Line goodput, Line useful, JobFailures failures, CheckpointLines checkpoint) =>
        goodput.Value is { } share
            ? share < LeastGoodput
            : useful.Value is not null && failures.MeanTime.Value is not null && checkpoint.Stall.Value is not null;

    private static RunCalendar Endless(RunCalendar calendar)
    {
        const string Why = "the job breaks before it has recovered from the break before";
        return calendar with
        {
            Elapsed = Line.Unknown(calendar.Elapsed.Key, calendar.Elapsed.Name, Dimension.Seconds, Why),
            Goodput = Line.Unknown(calendar.Goodput.Key, calendar.Goodput.Name, Dimension.None, Why),
        };
    }

    private RunCalendar Ranged(Line useful)
    {
        ImmutableArray<Line> targets = [Elapsed, Goodput, .. Lines];
        ImmutableArray<Interval?> ranges = LeafSpread.Of(targets, useful);
        Line[] lines = [.. Lines.Select((line, i) => line with { Interval = Above(ranges[i + 2], 0) })];
        return this with
        {
            Elapsed = Elapsed with { Parts = [.. lines], Interval = Above(ranges[0], useful.Value ?? 0) },
            Goodput = Goodput with
            {
                Interval = ranges[1] is { } share ? new Interval(Math.Max(0, share.Low), Math.Min(1, share.High)) : null,
            },
        };
    }

    private static Interval? Above(Interval? range, double least) =>
        range is { } known && known.High > known.Low && double.IsFinite(known.High - known.Low)
            ? new Interval(Math.Max(least, known.Low), known.High)
            : null;
}
