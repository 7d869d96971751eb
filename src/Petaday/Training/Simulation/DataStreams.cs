namespace Petaday.Training.Simulation;

/// <summary>
/// Data-parallel traffic beside the passes of a step. Weights of a device's parts are gathered one after the other from the start of the step; a part's first
/// forward pass waits for the share that cannot hide, and does not end before its weights are all there. Gradients of a part travel from the start
/// of its last backward pass on; the share that cannot hide follows the device's last pass.
/// </summary>
internal sealed class DataStreams
{
    private readonly Stack stack;
    private readonly ProfileContext context;
    private readonly DataTraffic[] traffic;
    private readonly double[] firstGathers;
    private readonly double[][] shares;

    /// <summary>The traffic of every device.</summary>
    public DataStreams(StepDevices devices)
    {
        context = devices.Context;
        stack = context.Stack;
        Accumulates = context.Strategy.ZeroStage < 3;
        var all = Enumerable.Range(0, devices.Count);
        traffic = [.. all.Select(device => DataTraffic.Of(context, devices.Profile(device)))];
        firstGathers = [.. all.Select(device => Accumulates ? 0 : DataExposure.FirstGather(traffic[device], devices.Profile(device)))];
        shares = [.. all.Select(device => Shares(devices, device))];
    }

    /// <summary>Whether traffic is once a step, rather than under every pass as in ZeRO-3.</summary>
    public bool Accumulates { get; }

    /// <summary>When the first pass of a device may start, s.</summary>
    public double FirstGather(int device) => firstGathers[device];

    /// <summary>Seconds to gather the weights of a part.</summary>
    public double Gather(int device, int place) => traffic[device].Gather * shares[device][place];

    /// <summary>Seconds to reduce the gradients of a part.</summary>
    public double Reduce(int device, int place) => traffic[device].Reduce * shares[device][place];

    /// <summary>Seconds of a device's reduction that can only follow its last pass.</summary>
    public double ReduceAfter(int device) =>
        traffic[device].Reduce * (context.OverlapsGradients ? stack.Parameters.ExposedDataParallel : 1);

    /// <summary>Whether weights are gathered under forward passes.</summary>
    public bool GathersEarly => Accumulates && context.OverlapsParameterGather;

    /// <summary>Whether gradients are reduced under backward passes.</summary>
    public bool ReducesEarly => Accumulates && context.OverlapsGradients;

    /// <summary>Share of traffic that cannot hide.</summary>
    public double Exposed => stack.Parameters.ExposedDataParallel;

    /// <summary>Seconds that compute loses a second of hidden traffic.</summary>
    public double Contention => stack.Parameters.Contention;

    /// <summary>Seconds of a device's traffic of weights after the update.</summary>
    public double LateGather(int device) => Accumulates && !context.OverlapsParameterGather ? traffic[device].Gather : 0;

    /// <summary>Seconds of a device's reduction.</summary>
    public double Reduce(int device) => Accumulates ? traffic[device].Reduce : 0;

    private static double[] Shares(StepDevices devices, int device) =>
        [
            .. Enumerable
                .Range(0, devices.PartsPerDevice)
                .Select(place => devices.WeightShare(device, PartPlaces.Part(devices, device, place))),
        ];
}
