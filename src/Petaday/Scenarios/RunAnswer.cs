using System.Collections.Immutable;

namespace Petaday.Scenarios;

/// <summary>All the steps, with what interrupts them.</summary>
/// <param name="Tokens">Tokens trained on.</param>
/// <param name="Flops">Model FLOPs of the run.</param>
/// <param name="Seconds">From start to end, s; null where not known.</param>
/// <param name="DeviceSeconds">Devices times <paramref name="Seconds"/>, s; null where not known.</param>
/// <param name="Goodput">Share of the time in which the run moves on; null where not known.</param>
/// <param name="PredictedLoss">Loss that a scaling law expects, nats a token; null where no law applies.</param>
public sealed record RunAnswer(double Tokens, double Flops, double? Seconds, double? DeviceSeconds, double? Goodput, double? PredictedLoss)
{
    /// <summary>Where the time goes; its lines add up to <see cref="Seconds"/>.</summary>
    public ImmutableArray<RunLine> Calendar { get; init; } = [];

    /// <summary>Size of one checkpoint, B; null where not known.</summary>
    public double? CheckpointBytes { get; init; }

    /// <summary>Two runs are the same where every figure and every line of their calendars is.</summary>
    public bool Equals(RunAnswer? other) =>
        other is not null
        && (Tokens, Flops, Seconds, DeviceSeconds, Goodput, PredictedLoss, CheckpointBytes)
            == (other.Tokens, other.Flops, other.Seconds, other.DeviceSeconds, other.Goodput, other.PredictedLoss, other.CheckpointBytes)
        && Calendar.SequenceEqual(other.Calendar);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Tokens, Flops, Seconds, DeviceSeconds, Goodput, PredictedLoss, CheckpointBytes);
}
