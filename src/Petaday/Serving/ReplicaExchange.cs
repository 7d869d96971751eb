using Petaday.Hardware;

namespace Petaday.Serving;

/// <summary>Collectives between the devices of a replica.</summary>
internal static class ReplicaExchange
{
    /// <summary>
    /// Seconds to add up <paramref name="bytes"/> of every device of a tensor group. Serving software sums small messages in one shot where all devices
    /// reach each other: each reads what the others hold, after one meeting and before another (vLLM's custom all-reduce, TensorRT-LLM's one-shot kernel);
    /// rings and trees take over where bytes count.
    /// </summary>
    public static double AllReduce(SystemSpec system, int size, double bytes)
    {
        double ring = CollectiveModel.AllReduce(system, new CommunicationGroup(size, 1), bytes);
        if (size > system.ScaleUp.Domain)
        {
            return ring;
        }

        double bandwidth = system.ScaleUp.BytesPerSecond * system.ScaleUp.SustainedFraction;
        return Math.Min(ring, (2 * system.ScaleUp.LatencySeconds) + ((size - 1) * bytes / bandwidth));
    }
}
