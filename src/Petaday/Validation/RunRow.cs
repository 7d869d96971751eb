namespace Petaday.Validation;

/// <summary>
/// One published run as its source states it, in the units of the columns of a runs file. A blank column is null: unknown, never zero.
/// </summary>
public sealed record RunRow
{
    /// <summary>The row's name, unique in its file.</summary>
    public required string Id { get; init; }

    /// <summary>First line of the row in its file, from 1.</summary>
    public int Line { get; init; }

    /// <summary>What is wrong with the row's first cell that cannot be read; null where all can.</summary>
    public string? Unreadable { get; init; }

    /// <summary>Rows of one source share it; the row's id where the column is blank.</summary>
    public required string SourceGroup { get; init; }

    /// <summary>Where the row was published.</summary>
    public string? Source { get; init; }

    /// <summary>Address of the source.</summary>
    public string? Url { get; init; }

    /// <summary>How complete the row is: A+ to D, L a layer, M a whole run.</summary>
    public string? Completeness { get; init; }

    /// <summary>Why the row is to be used with care; null where nothing is known against it.</summary>
    public string? QualityFlag { get; init; }

    /// <summary>What the source says beside the columns.</summary>
    public string? Notes { get; init; }

    /// <summary>Name of the model as the source writes it.</summary>
    public string? ModelName { get; init; }

    /// <summary>Layers.</summary>
    public int? Layers { get; init; }

    /// <summary>Hidden width.</summary>
    public int? Hidden { get; init; }

    /// <summary>Query heads.</summary>
    public int? Heads { get; init; }

    /// <summary>Key and value heads.</summary>
    public int? KeyValueHeads { get; init; }

    /// <summary>Width of a dense feed-forward.</summary>
    public int? FeedForward { get; init; }

    /// <summary>Whether the feed-forward has a gate.</summary>
    public bool? Gated { get; init; }

    /// <summary>Rows of the embedding table.</summary>
    public int? Vocabulary { get; init; }

    /// <summary>Whether the head reuses the embedding table.</summary>
    public bool? TiedEmbeddings { get; init; }

    /// <summary>Tokens of a sequence.</summary>
    public int? SequenceLength { get; init; }

    /// <summary>Routed experts of a layer.</summary>
    public int? Experts { get; init; }

    /// <summary>Routed experts that a token passes through.</summary>
    public int? ActiveExperts { get; init; }

    /// <summary>Shared experts of a layer.</summary>
    public int? SharedExperts { get; init; }

    /// <summary>Width of one expert.</summary>
    public int? ExpertFeedForward { get; init; }

    /// <summary>Layers that are mixtures of experts.</summary>
    public int? MoeLayers { get; init; }

    /// <summary>Catalog id of the accelerator.</summary>
    public string? AcceleratorId { get; init; }

    /// <summary>Devices of the run.</summary>
    public int? Devices { get; init; }

    /// <summary>Devices of a node.</summary>
    public int? DevicesPerNode { get; init; }

    /// <summary>Network between nodes, as the source words it.</summary>
    public string? Network { get; init; }

    /// <summary>Network between nodes per device and direction, Gb/s.</summary>
    public double? NetworkGigabitsPerSecond { get; init; }

    /// <summary>Catalog id of the training software.</summary>
    public string? StackId { get; init; }

    /// <summary>What was run: pretrain, sft, lora, qlora, or a kind that is no step (memory, per-layer, whole runs).</summary>
    public string? TaskId { get; init; }

    /// <summary>Tensor-parallel group.</summary>
    public int? Tensor { get; init; }

    /// <summary>Pipeline stages.</summary>
    public int? Pipeline { get; init; }

    /// <summary>Model chunks a stage.</summary>
    public int? VirtualPipeline { get; init; }

    /// <summary>Data-parallel ranks: as stated, else as worked out from the rest when the row was collected.</summary>
    public int? Data { get; init; }

    /// <summary>Context-parallel group.</summary>
    public int? Context { get; init; }

    /// <summary>Expert-parallel group.</summary>
    public int? Expert { get; init; }

    /// <summary>Tensor-parallel group inside an expert.</summary>
    public int? ExpertTensor { get; init; }

    /// <summary>ZeRO stage; FSDP with full sharding is 3.</summary>
    public int? ZeroStage { get; init; }

    /// <summary>Sharding in the source's own words, such as "FSDP2 full shard".</summary>
    public string? Sharding { get; init; }

    /// <summary>Devices that a shard is spread over.</summary>
    public int? ShardGroup { get; init; }

    /// <summary>Whether norms and residuals are split over the tensor group.</summary>
    public bool? SequenceParallel { get; init; }

    /// <summary>Sequences of a micro-batch.</summary>
    public int? MicroBatch { get; init; }

    /// <summary>Sequences of an optimizer update.</summary>
    public int? GlobalBatch { get; init; }

    /// <summary>Micro-batches of an update on one rank.</summary>
    public int? GradientAccumulation { get; init; }

    /// <summary>none, selective or full.</summary>
    public string? RecomputeMode { get; init; }

    /// <summary>Format of the matrix products: bf16, fp16, fp8, fp8-block, mxfp8, nvfp4.</summary>
    public string? PrecisionId { get; init; }

    /// <summary>Whether attention is fused.</summary>
    public bool? FlashAttention { get; init; }

    /// <summary>MFU in % as the source counts it: definitions differ, so that it serves to choose rows and is compared with nothing.</summary>
    public double? StatedMfuPercent { get; init; }

    /// <summary>Time of a step as measured, or from the measured throughput, s.</summary>
    public double? MeasuredStepSeconds { get; init; }

    /// <summary>Measured throughput, tokens per second and device.</summary>
    public double? TokensPerSecondPerDevice { get; init; }

    /// <summary>Device memory that the run took, in the unit that <see cref="MemoryDefinition"/> says.</summary>
    public double? Memory { get; init; }

    /// <summary>How memory was counted: reserved, allocated, nvidia-smi; GB or GiB.</summary>
    public string? MemoryDefinition { get; init; }

    /// <summary>ok or oom; null where not stated.</summary>
    public string? Outcome { get; init; }

    /// <summary>Whether the row counts in summaries; rows of a file without the column all do.</summary>
    public bool Scored { get; init; } = true;

    /// <summary>Weight of the row among all sources: 1 over the rows of its source; 1 where the column is blank.</summary>
    public double SourceWeight { get; init; } = 1;

    /// <summary>Whether the micro-batches of a step are a multiple of <paramref name="stages"/>, as interleaving needs; false where not stated.</summary>
    public bool MicroBatchesDivideBy(int stages) =>
        this is { GlobalBatch: { } batch, Data: { } data, MicroBatch: { } micro }
        && batch % ((long)data * micro) == 0
        && batch / ((long)data * micro) % stages == 0;
}
