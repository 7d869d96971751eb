namespace Petaday.Training;

/// <summary>
/// Groups of devices that a rank is connected in. A library of collectives (NCCL, RCCL) holds buffers for each, outside the framework's allocator, whose size does not grow with
/// the number of devices beyond two nodes (NVIDIA/nccl issues 864, 964 and 986).
/// </summary>
public static class Communicators
{
    /// <summary>Communicators of the rank: one for each group of more than one device that traffic passes in.</summary>
    public static int Of(ProfileContext context)
    {
        var strategy = context.Strategy;
        if (strategy.Devices == 1 || context.Device.Kind == "tpu")
        {
            return 0; // a TPU's interconnect is the compiler's, without buffers of a library
        }

        var axes =
            Split(strategy.Tensor) + Split(strategy.Context) + Split(strategy.Pipeline) + Split(strategy.Data) + Split(strategy.Expert);
        // All devices, unless one axis is all of them; neighbours of a pipeline beside its first and last stage, which share embeddings; the ranks of one model, whose norms are
        // summed; a shard group beside the replicas of shards.
        return axes
            + Split(axes - 1, atLeast: 1)
            + Split(strategy.Pipeline)
            + Split(strategy.Tensor > 1 ? strategy.Pipeline : 1)
            + Split(strategy.ShardGroup > 1 && strategy.ShardGroup < strategy.Data ? 2 : 1);
    }

    private static int Split(int group, int atLeast = 2) => group >= atLeast ? 1 : 0;
}
