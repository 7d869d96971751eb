using System.Collections.Immutable;

namespace Petaday.Training;

/// <summary>
/// Data-parallel traffic at both ends of a step, over the devices of a pipeline. Devices that hold the same are looked at once: along such a run, the times at which
/// they start and end grow by equal steps, so that one end of it decides. Traffic and updates are given by device; only those of each run's first are read.
/// </summary>
internal static class EdgeRuns
{
    /// <summary>The runs that decide: single devices where backward passes are split, half of them under DualPipe, which is the same from either end.</summary>
    public static ImmutableArray<StageRun> Of(StepDevices devices) =>
        devices.SplitsBackward ? Singles(devices.Mirrored ? devices.Count / 2 : devices.Count) : devices.Layout.Runs;

    /// <summary>Seconds that weights hold the first forward passes up.</summary>
    public static double Before(StepDevices devices, ReadOnlySpan<DataTraffic> traffic)
    {
        var (filled, longest) = (0.0, 0.0);
        foreach (var run in devices.EdgeRuns)
        {
            var edges = DeviceEdges.Gathered(devices, run.First, traffic[run.First]);
            longest = Math.Max(longest, edges.Gather - filled + (run.First == 0 ? edges.LostToGather : 0));
            filled += run.Count * (devices.Times[run.First].Forward + devices.Send.Seconds);
        }

        return longest;
    }

    /// <summary>Seconds from the end of the last backward pass, as it would be without traffic, to the arrival of the last gradient.</summary>
    public static double After(StepDevices devices, ReadOnlySpan<DataTraffic> traffic)
    {
        var drained = 0.0;
        foreach (var run in devices.EdgeRuns)
        {
            drained += run.Count * Drain(devices, run.First);
        }

        var (latest, end, lost) = (double.MinValue, double.MinValue, 0.0);
        for (var i = devices.EdgeRuns.Length - 1; i >= 0; i--)
        {
            var run = devices.EdgeRuns[i];
            var edges = DeviceEdges.Reduced(devices, run.First, traffic[run.First]);
            var tail = edges.LostEarlier + Math.Max(edges.ReduceAfter, edges.ReduceLeft);
            // From the last device of the run to its first.
            drained -= Drain(devices, run.First);
            lost = edges.Lost + (devices.SplitsBackward ? 0 : lost);
            (latest, end) = Later(devices, run.Last, drained, lost + tail, latest, end);
            if (run.Count > 1)
            {
                drained -= (run.Count - 1) * Drain(devices, run.First);
                lost += (run.Count - 1) * edges.Lost;
                (latest, end) = Later(devices, run.First, drained, lost + tail, latest, end);
            }
        }

        return end - latest;
    }

    /// <summary>What <see cref="Before"/> is not less than where traffic is woven into the passes: the first pass of all waits for its weights.</summary>
    public static double BeforeAtLeast(StepDevices devices, ReadOnlySpan<DataTraffic> traffic)
    {
        if (!devices.Context.OverlapsParameterGather)
        {
            return 0;
        }

        var own = traffic[0].Gather * devices.WeightShare(0, 0);
        return Math.Max(own * devices.Context.Stack.Parameters.ExposedDataParallel, own - devices.Times[0].Forward);
    }

    /// <summary>The same of <see cref="After"/>: what can only follow the last pass of all, which is on the first device, or with DualPipe on any.</summary>
    public static double AfterAtLeast(StepDevices devices, ReadOnlySpan<DataTraffic> traffic)
    {
        var least = double.PositiveInfinity;
        foreach (var run in devices.EdgeRuns)
        {
            least = Math.Min(least, traffic[run.First].Reduce);
            if (!devices.Mirrored)
            {
                break;
            }
        }

        return devices.Context.OverlapsGradients ? least * devices.Context.Stack.Parameters.ExposedDataParallel : least;
    }

    /// <summary>The update, and traffic of weights that follows it, on the device that is last with both.</summary>
    public static (double Update, double Late) Update(
        StepDevices devices,
        ReadOnlySpan<DataTraffic> traffic,
        ReadOnlySpan<double> optimizers
    )
    {
        var (update, late) = (0.0, 0.0);
        for (var i = devices.EdgeRuns.Length - 1; i >= 0; i--)
        {
            var device = devices.EdgeRuns[i].First;
            var own = DeviceEdges.LateGather(devices, traffic[device]);
            (update, late) = optimizers[device] + own > update + late ? (optimizers[device], own) : (update, late);
        }

        return (update, late);
    }

    private static ImmutableArray<StageRun> Singles(int count) => [.. Enumerable.Range(0, count).Select(i => new StageRun(i, i))];

    private static (double Latest, double End) Later(
        StepDevices devices,
        int device,
        double drained,
        double tail,
        double latest,
        double end
    )
    {
        var left = devices.SplitsBackward ? Math.Min(device + 1, devices.MicroBatches) * devices.Times[device].Weights : 0;
        var own = left - drained;
        return (Math.Max(latest, own), Math.Max(end, own + tail));
    }

    private static double Drain(StepDevices devices, int stage) =>
        (devices.SplitsBackward ? devices.Times[stage].InputBackward : devices.Times[stage].Backward) + devices.Send.Seconds;
}
