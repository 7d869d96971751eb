using Petaday.Training;

namespace Petaday.Planning;

/// <summary>What a pipeline takes for all micro-batches of a step.</summary>
/// <param name="Seconds">Seconds from the first pass to the last, or no more than that, s.</param>
/// <param name="Woven">Whether data-parallel traffic is woven into the passes, so that its forms are lower bounds.</param>
/// <param name="Exact">Whether step times are those of <see cref="StepModel"/>, rather than no more than those.</param>
internal readonly record struct PassSeconds(double Seconds, bool Woven, bool Exact)
{
    /// <summary>The passes of devices that are filled.</summary>
    public static PassSeconds Of(StepDevices devices)
    {
        var strategy = devices.Context.Strategy;
        var woven = StepEdges.Weaves(devices);
        return new PassSeconds(
            PipelineModel.AtLeast(strategy, devices.Times, devices.HeldTimes, devices.MicroBatches, devices.Send),
            woven,
            !woven && PipelineModel.IsExact(strategy, devices.Times, devices.MicroBatches, devices.Send)
        );
    }
}
