using System.Collections.Immutable;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Runs;

/// <summary>A run on the calendar. Lines open into their formulas and inputs; a value that is not known is null.</summary>
public sealed record RunPlan
{
    /// <summary>Floating-point operations of 1 PFLOP/s over a day.</summary>
    public const double FlopPerPetaflopDay = 1e15 * Units.SecondsPerDay;

    /// <summary>Tokens trained on.</summary>
    public required Line Tokens { get; init; }

    /// <summary>Optimizer updates, a whole number.</summary>
    public required Line Steps { get; init; }

    /// <summary>Model FLOPs of the run.</summary>
    public required Line Flops { get; init; }

    /// <summary>Share of the elapsed time that moves training forward, 0 to 1.</summary>
    public required Line Goodput { get; init; }

    /// <summary>Seconds of training without failures.</summary>
    public required Line TrainingSeconds { get; init; }

    /// <summary>Seconds on the wall, failures and checkpoints included.</summary>
    public required Line ElapsedSeconds { get; init; }

    /// <summary>Device-seconds held, failures and checkpoints included: what is paid for.</summary>
    public required Line DeviceSeconds { get; init; }

    /// <summary>Where the elapsed time goes, s each: they add up to <see cref="ElapsedSeconds"/>.</summary>
    public required ImmutableArray<Line> Calendar { get; init; }

    /// <summary>Mean time between interruptions of the job, s; null where the goodput was given.</summary>
    public Line? MeanTimeBetweenInterruptions { get; init; }

    /// <summary>Training between two checkpoints, s; null where the goodput was given.</summary>
    public Line? CheckpointInterval { get; init; }

    /// <summary>Size of one checkpoint, B.</summary>
    public required Line CheckpointBytes { get; init; }

    /// <summary>Bytes of the checkpoints that are kept: what storage is paid for.</summary>
    public required Line CheckpointBytesKept { get; init; }

    /// <summary>Training loss that a scaling law predicts, nats a token.</summary>
    public required Line PredictedLoss { get; init; }

    /// <summary>Defaults that were chosen, and limits that apply here.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>FLOPs in the unit of the field: PFLOP/s-days.</summary>
    public double? PetaflopDays => Flops.Value / FlopPerPetaflopDay;

    /// <summary>Days on the calendar.</summary>
    public double? Days => ElapsedSeconds.Value / Units.SecondsPerDay;

    /// <summary>Device-hours held.</summary>
    public double? DeviceHours => DeviceSeconds.Value / Units.SecondsPerHour;

    /// <summary>All of it as one tree: what <c>explain</c> shows.</summary>
    public Line Explanation =>
        Line.From(
            "run",
            "Run",
            ElapsedSeconds.Quantity,
            Dimension.Seconds,
            "elapsed time",
            Tokens,
            Flops,
            ElapsedSeconds,
            DeviceSeconds,
            PredictedLoss
        );
}
