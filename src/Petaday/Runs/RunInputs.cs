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

    /// <summary>What is known of failures.</summary>
    public ReliabilityInputs Reliability { get; init; } = new();
}
