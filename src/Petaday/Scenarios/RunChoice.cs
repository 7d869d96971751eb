using Petaday.Explanations;
using Petaday.Runs;

namespace Petaday.Scenarios;

/// <summary>What a scenario says of a run beside its tokens: failures, checkpoints, ramps, stages.</summary>
/// <param name="Reliability">Failures, recovery and checkpoints; what is null is the catalog's.</param>
public sealed record RunChoice(ReliabilityInputs Reliability)
{
    /// <summary>Nothing said.</summary>
    public static RunChoice None { get; } = new(new ReliabilityInputs());

    /// <summary>Size of a checkpoint, B, in place of the one that model and optimizer have.</summary>
    public Line? CheckpointBytes { get; init; }

    /// <summary>Checkpoints that are kept.</summary>
    public Line? CheckpointsKept { get; init; }

    /// <summary>First batch of a ramp, tokens; null for none, or where it is in sequences.</summary>
    public Line? RampFromTokens { get; init; }

    /// <summary>First batch of a ramp, sequences.</summary>
    public Line? RampFromSequences { get; init; }

    /// <summary>Tokens of the ramp.</summary>
    public Line? RampTokens { get; init; }

    /// <summary>Tokens of a stage of longer sequences; null for none.</summary>
    public Line? LongTokens { get; init; }

    /// <summary>Tokens of a sequence there.</summary>
    public int? LongSequence { get; init; }

    /// <summary>Time of a token there over that of one elsewhere; null for the ratio of their FLOPs.</summary>
    public Line? LongTimeRatio { get; init; }
}
