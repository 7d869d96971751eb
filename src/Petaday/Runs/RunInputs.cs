using Petaday.Explanations;

namespace Petaday.Runs;

/// <summary>What a run does, from which its calendar follows.</summary>
/// <param name="Tokens">Tokens to train on, above zero.</param>
/// <param name="TokensPerStep">Tokens of a global batch, above zero.</param>
/// <param name="StepSeconds">Seconds of one optimizer update without failures; above zero where known, with its own explanation.</param>
/// <param name="Devices">Devices in the job, 1 or more.</param>
public sealed record RunInputs(double Tokens, double TokensPerStep, Line StepSeconds, int Devices)
{
    /// <summary>Catalog id of the accelerator: chooses the failure rate.</summary>
    public string AcceleratorId { get; init; } = "";

    /// <summary>Model FLOPs of training on one token (forward and backward), FLOP/token; null for 6 FLOPs a parameter.</summary>
    public Line? FlopsPerToken { get; init; }

    /// <summary>All parameters; the scaling law takes a mixture of experts at its <see cref="EffectiveParameters"/>.</summary>
    public double? Parameters { get; init; }

    /// <summary>Parameters that one token passes through; null for all of them.</summary>
    public double? ActiveParameters { get; init; }

    /// <summary>Parameters without embeddings: what Kaplan's law takes; null for all of them, with a note.</summary>
    public double? NonEmbeddingParameters { get; init; }

    /// <summary>Tokens there are to train on, of which more are repeats; null where none has to be seen twice.</summary>
    public double? UniqueTokens { get; init; }

    /// <summary>Id of the scaling law in catalog/factors/loss.yaml; null for its default.</summary>
    public string? ScalingLaw { get; init; }

    /// <summary>Devices of a node, 1 or more.</summary>
    public int DevicesPerNode { get; init; } = 8;

    /// <summary>Size of one checkpoint, B; null where not known.</summary>
    public Line? CheckpointBytes { get; init; }

    /// <summary>Checkpoints that are kept, 1 or more; null where nobody said.</summary>
    public Line? CheckpointsKept { get; init; }

    /// <summary>Link of one device to its host, B/s in one direction; null where not known.</summary>
    public Line? HostBandwidth { get; init; }

    /// <summary>Link of one device to other nodes, B/s in one direction; null where not known.</summary>
    public Line? FabricBandwidth { get; init; }

    /// <summary>Smaller batches at the start; null for none.</summary>
    public BatchRamp? Ramp { get; init; }

    /// <summary>Longer sequences at the end; null for none.</summary>
    public LongContextStage? LongContext { get; init; }

    /// <summary>Whether lines get intervals: a search over thousands of plans does without.</summary>
    public bool WithIntervals { get; init; } = true;

    /// <summary>What of the job its failures and checkpoints depend on.</summary>
    public JobShape Job =>
        new(Devices, AcceleratorId)
        {
            DevicesPerNode = DevicesPerNode,
            CheckpointBytes = CheckpointBytes,
            HostBandwidth = HostBandwidth,
            FabricBandwidth = FabricBandwidth,
        };

    /// <summary>What is known of failures.</summary>
    public ReliabilityInputs Reliability { get; init; } = new();
}
