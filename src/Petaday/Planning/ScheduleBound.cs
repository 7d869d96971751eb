using Petaday.Training;

namespace Petaday.Planning;

/// <summary>
/// What no step with a profile and a schedule is shorter than: told from its layers, before embedding and head, recomputation, sends and traffic of weights are looked at.
/// </summary>
internal static class ScheduleBound
{
    /// <summary>
    /// Seconds. A device waits until the first micro-batch has come down to it, is then busy with its own passes, and after its last backward pass the devices before it still have
    /// theirs. A pass takes no less than the device's work in it, nor than the host's.
    /// </summary>
    /// <param name="model">Profiles of the layers.</param>
    /// <param name="rank">The rank, with the schedule.</param>
    /// <param name="layout">Which layers each stage holds.</param>
    public static double Seconds(ModelProfile model, ProfileContext rank, StageLayout layout)
    {
        var strategy = rank.Strategy;
        var microBatches = strategy.MicroBatches(rank.Recipe.GlobalBatchSequences);
        var (mirrored, splits) = (strategy.Schedule == PipelineSchedule.DualPipe, strategy.Schedule == PipelineSchedule.ZeroBubble);
        var pace = Pace.Of(rank);
        var (before, all, longest) = (0.0, 0.0, 0.0);
        foreach (var run in layout.Runs)
        {
            var own = Passes(model, layout, run.First, pace);
            var passed = Passes(model, layout.Chunks, run.First, pace) - (splits ? Weights(model, layout.Chunks, run.First) : 0);
            longest = Math.Max(longest, (microBatches * own) + before + ((run.Count - 1) * passed));
            before += run.Count * passed;
            all += run.Count * own;
        }

        // Devices of DualPipe run stages from both ends: what holds for all is that one of them has no less than its share.
        var passes = mirrored ? microBatches * all / layout.Stages : longest;
        return StepComposition.Seconds(rank.Stack, StepComposition.StragglingShare(rank), passes, 0, 0);
    }

    /// <summary>Seconds, where activations of every device leave for its host and come back in every micro-batch.</summary>
    /// <param name="model">Profiles of the layers.</param>
    /// <param name="rank">The rank, with the schedule.</param>
    /// <param name="layout">Which layers each stage holds.</param>
    /// <param name="recomputation">What is recomputed, and so not kept.</param>
    public static double OffloadSeconds(ModelProfile model, ProfileContext rank, StageLayout layout, Recomputation recomputation)
    {
        var most = 0.0;
        // Devices of DualPipe keep of two stages half as much.
        foreach (var run in rank.Strategy.Schedule == PipelineSchedule.DualPipe ? [] : layout.Runs)
        {
            most = Math.Max(most, MemoryFloor.KeptBytes(model, layout, run.First, recomputation));
        }

        var microBatches = rank.Strategy.MicroBatches(rank.Recipe.GlobalBatchSequences);
        var passes = 2 * microBatches * Offloading.OneWay(rank, most);
        return StepComposition.Seconds(rank.Stack, StepComposition.StragglingShare(rank), passes, 0, 0);
    }

    private static double Passes(ModelProfile model, StageLayout parts, int part, Pace pace) =>
        Seconds(model, parts, part, pace, static layer => layer.Forward)
        + Seconds(model, parts, part, pace, static layer => layer.Backward);

    private static double Seconds(ModelProfile model, StageLayout parts, int part, Pace pace, Func<LayerProfile, Work> pass)
    {
        var (device, host) = (0.0, 0.0);
        for (var kind = 0; kind < LayerKinds.Count; kind++)
        {
            var layers = parts.Layers(part, kind);
            if (layers > 0)
            {
                var work = pass(model.Layers[kind]!);
                device += layers * (work.Compute + work.Traffic);
                host += layers * ((work.Kernels * pace.LaunchSeconds) + (work.Hops * pace.HopSeconds));
            }
        }

        return Math.Max(device, host);
    }

    /// <summary>Weight gradients, which a schedule that splits backward passes can put off (<see cref="PassTimes.Weights"/>).</summary>
    private static double Weights(ModelProfile model, StageLayout parts, int part)
    {
        var sum = 0.0;
        for (var kind = 0; kind < LayerKinds.Count && !model.Context.Frozen; kind++)
        {
            sum += parts.Layers(part, kind) * (model.Layers[kind]?.Backward.Matmul ?? 0) / 2;
        }

        return sum;
    }
}
