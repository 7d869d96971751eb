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
        var isModelSplit = strategy is { Tensor: > 1, Pipeline: > 1 };
        var isShared = strategy.Devices > strategy.Tensor * strategy.Pipeline;
        return axes
            + (axes > 1 ? 1 : 0) // all devices, unless one axis is all of them
            + Split(strategy.Pipeline) // neighbours of a pipeline, beside its first and last stage, which share embeddings
            + (isModelSplit && isShared ? 1 : 0) // the ranks of one model, over which norms are summed
            + (strategy.ShardGroup > 1 && strategy.ShardGroup < strategy.Data ? 1 : 0); // replicas of a shard, beside its group
    }

    private static int Split(int group) => group > 1 ? 1 : 0;
}
