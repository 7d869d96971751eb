using Petaday.Training.Simulation;

namespace Petaday.Training;

/// <summary>
/// Data-parallel traffic of one device at both ends of a step. Gradients accumulate over micro-batches, so those of a chunk travel under its last backward pass and
/// what follows; weights travel under the first forward passes, chunk after chunk.
/// </summary>
internal static class DeviceEdges
{
    /// <summary>Weights before the first forward passes.</summary>
    /// <param name="Gather">Seconds that weights hold the first forward passes up.</param>
    /// <param name="LostToGather">Seconds that the first forward pass loses beside traffic.</param>
    public readonly record struct Start(double Gather, double LostToGather);

    /// <summary>Gradients after the last backward passes.</summary>
    /// <param name="ReduceLeft">Seconds for which gradients travel on after the last backward pass; negative where they are there before.</param>
    /// <param name="ReduceAfter">Seconds of the reduction that can only follow the last backward pass.</param>
    /// <param name="Lost">Seconds that the last backward pass loses beside traffic.</param>
    /// <param name="LostEarlier">The same for last passes of the chunks before it.</param>
    public readonly record struct End(double ReduceLeft, double ReduceAfter, double Lost, double LostEarlier);

    /// <summary>Seconds of weights that travel after the update.</summary>
    public static double LateGather(StepDevices devices, DataTraffic traffic) =>
        devices.Context.Strategy.ZeroStage == 3 || devices.Context.OverlapsParameterGather ? 0 : traffic.Gather;

    /// <summary>The start of one device.</summary>
    public static Start Gathered(StepDevices devices, int device, DataTraffic traffic)
    {
        if (devices.Context.Strategy.ZeroStage == 3)
        {
            return new Start(DataExposure.FirstGather(traffic, devices.Profile(device)), 0);
        }

        if (!devices.Context.OverlapsParameterGather || traffic.Gather <= 0)
        {
            return default;
        }

        var stack = devices.Context.Stack;
        var (arrived, busy, wait, lost) = (0.0, 0.0, 0.0, 0.0);
        for (var place = 0; place < devices.PartsPerDevice; place++)
        {
            var part = PartPlaces.Part(devices, device, place);
            var seconds = devices.Times[part].Forward;
            var own = traffic.Gather * devices.WeightShare(device, part);
            wait = Math.Max(wait, Math.Max(arrived + (own * stack.Parameters.ExposedDataParallel) - busy, arrived + own - busy - seconds));
            lost = place == 0 ? DataExposure.Lost(stack, own, seconds) : lost;
            arrived += own;
            busy += devices.Turn(device) * seconds;
        }

        return new Start(wait, lost);
    }

    /// <summary>The end of one device.</summary>
    public static End Reduced(StepDevices devices, int device, DataTraffic traffic)
    {
        if (devices.Context.Strategy.ZeroStage == 3 || !devices.Context.OverlapsGradients || traffic.Reduce <= 0)
        {
            return new End(0, devices.Context.Strategy.ZeroStage == 3 ? 0 : traffic.Reduce, 0, 0);
        }

        var stack = devices.Context.Stack;
        // A group as large as the pipeline comes round just in time: what any stage loses delays the next chunk of all.
        var losers = devices.Mirrored || devices.Turn(device) > devices.Count ? 1 : devices.Count;
        var turns = devices.Turn(device) - 1;
        var (time, free, lost, earlier) = (0.0, 0.0, 0.0, 0.0);
        for (var place = devices.PartsPerDevice - 1; place >= 0; place--)
        {
            var part = PartPlaces.Part(devices, device, place);
            var times = devices.Times[part];
            var window = devices.SplitsBackward ? times.Weights : times.Backward;
            var own = traffic.Reduce * devices.WeightShare(device, part);
            earlier += losers * lost;
            time += losers * lost;
            lost = DataExposure.Lost(stack, own, window);
            free = Math.Max(free, time) + own;
            time += window + (place > 0 ? turns * devices.Times[PartPlaces.Part(devices, device, place - 1)].Backward : 0);
        }

        return new End(free - time - lost, traffic.Reduce * stack.Parameters.ExposedDataParallel, lost, earlier);
    }
}
