using Petaday.Training;

namespace Petaday.Planning;

/// <summary>Data-parallel traffic that sticks out at both ends of a step, s.</summary>
internal readonly record struct TrafficSeconds(double Before, double After)
{
    /// <summary>The traffic of devices, or where it is woven into the passes no more than that.</summary>
    public static TrafficSeconds Of(StepDevices devices, ReadOnlySpan<DataTraffic> traffic, bool woven) =>
        woven
            ? new TrafficSeconds(EdgeRuns.BeforeAtLeast(devices, traffic), EdgeRuns.AfterAtLeast(devices, traffic))
            : new TrafficSeconds(EdgeRuns.Before(devices, traffic), EdgeRuns.After(devices, traffic));
}
