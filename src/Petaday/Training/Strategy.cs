namespace Petaday.Training;

/// <summary>How a step is spread over devices. Devices = tensor x context x pipeline x data; expert groups live inside context x data.</summary>
/// <param name="Tensor">Tensor-parallel group (Shoeybi et al. 2019).</param>
/// <param name="SequenceParallel">Whether norms and residuals are split over the tensor group (Korthikanti et al. 2022).</param>
/// <param name="Context">Context-parallel group: the sequence is split over it.</param>
/// <param name="Pipeline">Pipeline stages.</param>
/// <param name="VirtualPipeline">Model chunks a stage; 1 is not interleaved.</param>
/// <param name="Data">Data-parallel ranks.</param>
/// <param name="Expert">Expert-parallel group.</param>
/// <param name="ExpertTensor">Tensor-parallel group inside an expert.</param>
/// <param name="ZeroStage">0 none, 1 optimizer states, 2 and gradients, 3 and weights sharded (Rajbhandari et al. 2020; FSDP is 3).</param>
/// <param name="ShardGroup">Ranks that a shard is spread over; 0 is all of <paramref name="Data"/> x <paramref name="Context"/> (hybrid sharding when less).</param>
/// <param name="MicroBatch">Sequences of a micro-batch on one data-parallel rank.</param>
/// <param name="Recompute">Which activations are recomputed.</param>
/// <param name="RecomputeLayers">Layers per stage recomputed in block mode.</param>
/// <param name="Schedule">Order of the micro-batches.</param>
/// <param name="OffloadOptimizer">Whether optimizer states live in host memory.</param>
/// <param name="OffloadActivations">Whether kept activations live in host memory.</param>
/// <param name="OverlapGradients">Whether data-parallel ranks reduce gradients under backward passes, where the stack can.</param>
/// <param name="OverlapWeights">Whether they gather weights under forward passes, where the stack can.</param>
public sealed record Strategy(
    int Tensor = 1,
    bool SequenceParallel = false,
    int Context = 1,
    int Pipeline = 1,
    int VirtualPipeline = 1,
    int Data = 1,
    int Expert = 1,
    int ExpertTensor = 1,
    int ZeroStage = 0,
    int ShardGroup = 0,
    int MicroBatch = 1,
    RecomputeMode Recompute = RecomputeMode.None,
    int RecomputeLayers = 0,
    PipelineSchedule Schedule = PipelineSchedule.OneForwardOneBackward,
    bool OffloadOptimizer = false,
    bool OffloadActivations = false,
    bool OverlapGradients = true,
    bool OverlapWeights = true
)
{
    /// <summary>Devices that the strategy takes.</summary>
    public int Devices => Tensor * Context * Pipeline * Data;

    /// <summary>Micro-batches that one data-parallel rank runs in a step of <paramref name="globalBatchSequences"/> sequences.</summary>
    public int MicroBatches(int globalBatchSequences) => globalBatchSequences / (Data * MicroBatch);

    /// <summary>Ranks over which sharded states are spread.</summary>
    public int ShardRanks =>
        ZeroStage == 0 ? 1
        : ShardGroup > 0 ? ShardGroup
        : Data * Context;
}
