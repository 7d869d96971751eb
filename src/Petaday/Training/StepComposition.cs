using System.Collections.Immutable;

namespace Petaday.Training;

/// <summary>
/// The cheap part of an estimate: stages, pipeline, data parallelism and optimizer put together into a step. <see cref="Simulation.StepSimulation"/> plays the
/// same step out event by event; a test holds both within 2 % of each other.
/// </summary>
/// <param name="Time">Seconds by part.</param>
/// <param name="ComputeSeconds">Seconds in which the busiest stage's device computes.</param>
internal readonly record struct StepComposition(StepTime Time, double ComputeSeconds)
{
    /// <summary>Composes the step of a model whose stages are profiled.</summary>
    public static StepComposition Of(StepDevices devices)
    {
        var context = devices.Context;
        var m = devices.MicroBatches;
        var pace = Pace.Of(context);
        var busiest = Busiest(devices, pace);
        var stage = devices.Profile(busiest);
        var forward = pace.Seconds(stage.Forward);
        var backward = pace.Seconds(stage.Backward + stage.Recompute);
        var sharded = DataExposure.OfShardedWeights(context, devices.Stage(busiest), forward, backward);
        var offloaded = Offloading.OfActivations(context, stage, forward, backward);
        var busy = m * (forward + backward + sharded.Seconds + offloaded.Seconds);
        var passes = PipelineModel.Seconds(context.Strategy, devices.Times, m, devices.Send);
        var waiting = Math.Max(0, passes - busy);
        var sends = Math.Min(waiting, SendSeconds(devices, busiest));
        var edges = StepEdges.Of(devices, passes);
        var waits = m * (pace.HostWait(stage.Forward) + pace.HostWait(stage.Backward + stage.Recompute));
        var work = (stage.Forward + stage.Backward) * m;
        var recompute = (stage.Recompute.Compute + stage.Recompute.Traffic) * m;
        var before = busy + waiting + edges.DataParallel + edges.Optimizer;
        return Sum(
            work.Compute + recompute,
            [
                new("matrixProducts", work.Matmul),
                new("attention", work.Attention),
                new("elementwise", work.Elementwise),
                new("recompute", recompute),
                new("hostLaunch", waits),
                new("tensorParallel", work.Tensor),
                new("contextParallel", work.Context),
                new("expertParallel", work.Expert),
                new("pipelineSends", sends),
                new("pipelineBubble", waiting - sends),
                new("dataParallel", edges.DataParallel + (m * sharded.Seconds)),
                new("optimizer", edges.Optimizer),
                new("offload", m * offloaded.Seconds),
                new("straggling", before * StragglingShare(context)),
                new("fixed", context.Stack.Parameters.StepSeconds),
            ]
        );
    }

    /// <summary>Share of a step that is lost to the slowest rank: grows with every doubling of the nodes.</summary>
    internal static double StragglingShare(ProfileContext context) =>
        context.Stack.Parameters.Straggling * Math.Log2(Math.Max(1.0, (double)context.Strategy.Devices / context.System.DevicesPerNode));

    private static StepComposition Sum(double compute, ImmutableArray<NamedAmount> parts)
    {
        var sum = 0.0;
        foreach (var part in parts)
        {
            sum += part.Amount;
        }

        return new StepComposition(new StepTime(sum, parts), compute);
    }

    /// <summary>
    /// Seconds of a step: the sum of its parts, without them. No device is busy for longer than the passes take: the host's pace over a whole stage is not more than
    /// over its chunks.
    /// </summary>
    /// <param name="stack">The training software.</param>
    /// <param name="straggling">What <see cref="StragglingShare"/> says.</param>
    /// <param name="passes">Seconds from the first pass to the last, s.</param>
    /// <param name="dataParallel">Traffic of weights and gradients that sticks out, s.</param>
    /// <param name="optimizer">The update, s.</param>
    internal static double Seconds(Stack stack, double straggling, double passes, double dataParallel, double optimizer) =>
        ((passes + dataParallel + optimizer) * (1 + straggling)) + stack.Parameters.StepSeconds;

    private static int Busiest(StepDevices devices, Pace pace)
    {
        var (busiest, longest) = (0, 0.0);
        foreach (var run in devices.Layout.Runs)
        {
            ref readonly var profile = ref devices.Profile(run.First);
            var seconds = pace.Seconds(profile.Forward) + pace.Seconds(profile.Backward + profile.Recompute);
            (busiest, longest) = seconds > longest ? (run.First, seconds) : (busiest, longest);
        }

        return busiest;
    }

    /// <summary>Sends of the busiest stage that hold it, and those of filling and draining: one each way per stage.</summary>
    private static double SendSeconds(StepDevices devices, int busiest)
    {
        var held = devices.Send.HoldsDevice ? devices.MicroBatches * devices.Messages(busiest) : 0;
        return (held + (2.0 * (devices.Count - 1))) * devices.Send.Seconds;
    }
}
