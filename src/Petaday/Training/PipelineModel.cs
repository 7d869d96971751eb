using Petaday.Training.Simulation;

namespace Petaday.Training;

/// <summary>How long a pipeline takes for all micro-batches of a step, and how many of their activations are alive.</summary>
public static class PipelineModel
{
    /// <summary>Parts of an interleaved pipeline that differ by less than this are taken as equal.</summary>
    private const double Even = 1e-9;

    /// <summary>What the first part may take more, as an embedding does: beyond, paths that change devices with every group can be longer.</summary>
    private const double LongerFirst = 0.05;

    /// <summary>
    /// Seconds from the first forward pass to the end of the last backward pass. The longest path through the schedule, where there is a form for it
    /// (<see cref="PipelinePaths"/>, <see cref="InterleavedPaths"/>); inner chunks of an interleaved schedule that are not alike and DualPipe have none that holds, so
    /// their schedule is played, with the part that repeats counted from two of its turns.
    /// </summary>
    /// <param name="strategy">Schedule, stages and chunks.</param>
    /// <param name="parts">Times of each stage, or of each chunk of interleaved stages, in the order of the model.</param>
    /// <param name="microBatches">Micro-batches of the step.</param>
    /// <param name="send">Seconds of a message, and whether it holds its sender.</param>
    public static double Seconds(Strategy strategy, ReadOnlySpan<PassTimes> parts, int microBatches, PipelineSend send)
    {
        if (!IsExact(strategy, parts, microBatches, send) && !ScheduleOrder.Runs(strategy, microBatches))
        {
            return strategy.VirtualPipeline > 1
                ? PipelinePaths.Interleaved(strategy, Held(parts, send), microBatches, send)
                : PipelinePaths.DualPipe(parts, microBatches);
        }

        var least = AtLeast(strategy, parts, Held(parts, send), microBatches, send);
        if (IsExact(strategy, parts, microBatches, send))
        {
            return least;
        }

        // Turns that are counted from two of them may come out shorter than a path of the whole schedule, which no step is.
        return Math.Max(
            least,
            strategy.VirtualPipeline > 1
                ? PlayedInterleaved(strategy, parts.ToArray(), microBatches, send)
                : PlayedDualPipe(strategy, parts.ToArray(), microBatches, send)
        );
    }

    /// <summary>
    /// Whether <see cref="AtLeast"/> is what <see cref="Seconds"/> gives: always without interleaving and DualPipe, and with interleaving where groups of micro-batches are
    /// equal, chunks are alike but for a slightly longer first and a longer last, and links are not what limits.
    /// </summary>
    internal static bool IsExact(Strategy strategy, ReadOnlySpan<PassTimes> parts, int microBatches, PipelineSend send) =>
        parts.Length == 1
        || (
            strategy.VirtualPipeline > 1
                ? ScheduleOrder.Runs(strategy, microBatches)
                    && microBatches % InterleavedOrder.GroupSize(strategy.Pipeline, microBatches) == 0
                    && Alike(parts, send)
                : strategy.Schedule != PipelineSchedule.DualPipe
        );

    /// <summary>
    /// The longest path that has a closed form: <see cref="Seconds"/> where that is exact (<see cref="IsExact"/>), never more elsewhere. Allocates nothing.
    /// </summary>
    /// <param name="strategy">Schedule, stages and chunks; it must be able to run so many micro-batches.</param>
    /// <param name="parts">Times of each part.</param>
    /// <param name="held">The same with the sends that hold a device.</param>
    /// <param name="microBatches">Micro-batches of the step.</param>
    /// <param name="send">Seconds of a message, and whether it holds its sender.</param>
    internal static double AtLeast(
        Strategy strategy,
        ReadOnlySpan<PassTimes> parts,
        ReadOnlySpan<PassTimes> held,
        int microBatches,
        PipelineSend send
    ) =>
        parts.Length == 1 ? microBatches * parts[0].Seconds
        : strategy.VirtualPipeline > 1
            ? InterleavedPaths.Longest(held, strategy.Pipeline, microBatches, send.HoldsDevice ? 0 : send.Seconds)
        : strategy.Schedule switch
        {
            PipelineSchedule.DualPipe => PipelinePaths.DualPipeAtLeast(parts, microBatches),
            PipelineSchedule.GPipe => PipelinePaths.GPipe(held, microBatches),
            PipelineSchedule.ZeroBubble => PipelinePaths.ZeroBubble(held, microBatches),
            _ => PipelinePaths.OneForwardOneBackward(held, microBatches),
        };

    /// <summary>Micro-batches whose activations stage <paramref name="stage"/> holds at its fullest, in whole-stage units.</summary>
    /// <param name="strategy">Schedule, stages and chunks.</param>
    /// <param name="stage">From 0.</param>
    /// <param name="microBatches">Micro-batches of a step.</param>
    public static double InFlight(Strategy strategy, int stage, int microBatches)
    {
        var p = strategy.Pipeline;
        var v = strategy.VirtualPipeline;
        var alive = strategy.Schedule switch
        {
            PipelineSchedule.GPipe => microBatches,
            PipelineSchedule.DualPipe => p + 1,
            // Warm-up of 2(p - i - 1) + (v - 1)p chunks, plus the one that runs (Korthikanti et al. 2022, section 4.2.3: 1 + (p - 1)/(pv) of p at stage 0).
            _ when v > 1 => (InterleavedOrder.Ahead(p, v, stage, InterleavedOrder.GroupSize(p, microBatches)) + 1.0) / v,
            _ => p - stage,
        };
        return Math.Min(alive, microBatches);
    }

    /// <summary>Times with the sends that hold a device; nothing is sent after the last part's forward pass and the first part's backward pass.</summary>
    internal static void Hold(ReadOnlySpan<PassTimes> parts, PipelineSend send, Span<PassTimes> held)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            held[i] = parts[i].Holding(i < parts.Length - 1 ? send.Seconds : 0, i > 0 ? send.Seconds : 0);
        }
    }

    private static ReadOnlySpan<PassTimes> Held(ReadOnlySpan<PassTimes> parts, PipelineSend send)
    {
        if (!send.HoldsDevice)
        {
            return parts;
        }

        var held = new PassTimes[parts.Length];
        Hold(parts, send, held);
        return held;
    }

    /// <summary>Whether inner parts are alike, the first and the last no shorter, the first not much longer, and all take longer than a message.</summary>
    private static bool Alike(ReadOnlySpan<PassTimes> parts, PipelineSend send)
    {
        var one = parts[1];
        foreach (var part in parts[1..^1])
        {
            if (Differ(part.Forward, one.Forward) || Differ(part.Backward, one.Backward))
            {
                return false;
            }
        }

        return NoShorter(parts[0], one)
            && parts[0].Forward + parts[0].Backward < (1 + LongerFirst) * (one.Forward + one.Backward)
            && NoShorter(parts[^1], one)
            && (send.HoldsDevice || send.Seconds < Math.Min(one.Forward, one.Backward));
    }

    private static bool NoShorter(PassTimes edge, PassTimes inner) =>
        edge.Forward >= inner.Forward * (1 - Even) && edge.Backward >= inner.Backward * (1 - Even);

    private static bool Differ(double left, double right) => Math.Abs(left - right) > Even * right;

    private static double PlayedInterleaved(Strategy strategy, PassTimes[] parts, int microBatches, PipelineSend send)
    {
        var size = InterleavedOrder.GroupSize(strategy.Pipeline, microBatches);
        var groups = microBatches / size;
        return groups <= 8
            ? Played(microBatches)
            : Repeated(Played(microBatches - ((groups - 3) * size)), Played(microBatches - ((groups - 5) * size)), (groups - 5) / 2.0);

        double Played(int count)
        {
            var lists = new StageOperation[strategy.Pipeline][];
            for (var device = 0; device < lists.Length; device++)
            {
                lists[device] = InterleavedOrder.List(strategy.Pipeline, strategy.VirtualPipeline, device, count, size);
            }

            return new PipelineRun(strategy, parts, count, lists, send).Seconds();
        }
    }

    private static double PlayedDualPipe(Strategy strategy, PassTimes[] parts, int microBatches, PipelineSend send)
    {
        var turn = strategy.Pipeline;
        return microBatches <= 5 * turn
            ? Played(microBatches)
            : Repeated(Played(3 * turn), Played(4 * turn), (microBatches - (4.0 * turn)) / turn);

        double Played(int count) => new PipelineRun(strategy, parts, count, ScheduleOrder.Of(strategy, count), send).Seconds();
    }

    private static double Repeated(double shorter, double longer, double times) => longer + (times * (longer - shorter));
}
