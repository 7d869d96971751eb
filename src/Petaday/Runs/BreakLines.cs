using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Runs;

/// <summary>What checkpoints and breaks take of a run: stalls, work that is done twice, and recovery phase by phase (Daly 2006, equation 20, taken apart).</summary>
internal sealed class BreakLines(
    Line useful,
    JobFailures failures,
    CheckpointLines checkpoint,
    RecoveryLines recovery,
    Line notice,
    int nodes
)
{
    private readonly Line segments = Line.Computed(
        "checkpoints",
        "Checkpoints",
        Dimension.None,
        "time that moves training forward / training between checkpoints",
        static v => v[0] / v[1],
        useful,
        checkpoint.Interval
    );

    private readonly Line whole = Line.Sum("recovery", "Recovery from an interruption", Dimension.Seconds, recovery.Phases);

    /// <summary>The lines.</summary>
    public IEnumerable<Line> All()
    {
        yield return Line.Product("checkpointStalls", "Checkpoint stalls", segments, checkpoint.Stall);
        yield return LostWork();
        Line before = Line.Sum("before", "Before this phase", Dimension.Seconds);
        foreach (Line phase in recovery.Phases)
        {
            yield return Phase(phase, before);
            before = Line.Sum("before", "Before this phase", Dimension.Seconds, before, phase);
        }
    }

    private Line LostWork()
    {
        Line again = Line.Computed(
            "sinceCheckpoint",
            "Work since the last checkpoint",
            Dimension.Seconds,
            "checkpoints x (M (e^((τ+δ)/M) - 1) - (τ+δ)) x share of interruptions that lose work",
            static v => v[0] * CheckpointPlan.Lost(v[1] + v[2], v[3]) * (1 - v[4]),
            segments,
            checkpoint.Interval,
            checkpoint.Stall,
            failures.MeanTime,
            Saved()
        );
        return Line.Sum(
            "lostWork",
            "Work done again",
            Dimension.Seconds,
            checkpoint.Persistent is { } interval ? [again, FromStorage(interval)] : [again]
        );
    }

    // A preemption that is told of in time loses nothing: a checkpoint is written before the device goes.
    private Line Saved() =>
        failures.Preemptions is { } preemptions
            ? Line.Computed(
                "saved",
                "Interruptions with notice enough for a checkpoint",
                Dimension.None,
                "preemptions / interruptions, where the notice is not shorter than a checkpoint takes",
                static v => v[2] >= v[3] ? v[0] / v[1] : 0,
                preemptions,
                failures.Rate,
                notice,
                checkpoint.Write ?? checkpoint.Stall
            )
            : new Line("saved", "Interruptions with notice enough for a checkpoint", 0, Dimension.None);

    // Two hosts hold a copy of what one trains: both are gone where the second breaks while the job recovers from the first.
    private Line FromStorage(Line interval) =>
        Line.Computed(
            "bothCopiesLost",
            "Work since the last checkpoint in storage",
            Dimension.Seconds,
            "interruptions x chance that the host with the copy breaks during recovery x half the interval of checkpoints in storage",
            static v => v[0] * CheckpointPlan.Attempts(v[1] + v[2], v[3]) * (1 - Math.Exp(-v[4] / v[3] / v[5])) * v[6] / 2,
            segments,
            checkpoint.Interval,
            checkpoint.Stall,
            failures.MeanTime,
            whole,
            new Line("nodes", "Nodes", nodes, Dimension.None),
            interval
        );

    private Line Phase(Line phase, Line before) =>
        Line.Computed(
            phase.Key,
            phase.Name,
            Dimension.Seconds,
            "checkpoints x (e^((τ+δ)/M) - 1) x M e^(R/M) (e^(-s/M) - e^(-e/M)); s, e: start and end of the phase after a break",
            static v => v[0] * CheckpointPlan.Attempts(v[1] + v[2], v[3]) * CheckpointPlan.Phase(v[4], v[4] + v[5], v[6], v[3]),
            segments,
            checkpoint.Interval,
            checkpoint.Stall,
            failures.MeanTime,
            before,
            phase,
            whole
        );
}
