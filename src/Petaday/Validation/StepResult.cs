using System.Collections.Immutable;
using Petaday.Hardware;
using Petaday.Quantities;
using Petaday.Validation.Intervals;

namespace Petaday.Validation;

/// <summary>A row's measured time or throughput against the predicted one.</summary>
/// <param name="Id">The row.</param>
/// <param name="SourceGroup">Its source.</param>
/// <param name="AcceleratorId">Its accelerator, as the row says.</param>
/// <param name="StackId">Its training software, as the row says.</param>
/// <param name="Devices">Its devices.</param>
/// <param name="Scored">Whether it counts in summaries.</param>
/// <param name="SourceWeight">Its weight among all sources.</param>
/// <param name="Metric">What was measured: <c>step_time_s</c> (s) or <c>tokens_per_s_per_gpu</c>; null where nothing was.</param>
/// <param name="Measured">In the metric's unit.</param>
/// <param name="Predicted">In the metric's unit; null when skipped.</param>
/// <param name="Error">Predicted over measured, less one; null when skipped.</param>
/// <param name="Interval">Where the measured value is expected, from the errors of other sources; null where there are too few.</param>
/// <param name="Skipped">Why there is no prediction; null when there is one.</param>
/// <param name="Assumptions">What the row does not say and was filled in.</param>
/// <param name="Run">What it was taken to be; null when skipped.</param>
public sealed record StepResult(
    string Id,
    string SourceGroup,
    string? AcceleratorId,
    string? StackId,
    int? Devices,
    bool Scored,
    double SourceWeight,
    string? Metric,
    double? Measured,
    double? Predicted,
    double? Error,
    Interval? Interval,
    string? Skipped,
    ImmutableArray<string> Assumptions,
    RunOutline? Run
)
{
    /// <summary>Model FLOPs utilisation that was measured, by our own count of FLOPs; null when skipped.</summary>
    public double? MeasuredMfu { get; init; }

    /// <summary>The format that <see cref="MeasuredMfu"/> is held to the peak of; null when skipped.</summary>
    public Precision? Format { get; init; }

    /// <summary>Whether adapters alone learned: less backward work for the same forward pass, so that utilisations are not alike.</summary>
    public bool Adapters { get; init; }

    /// <summary>What the naive rule says, in the metric's unit; null when skipped.</summary>
    public double? Naive { get; init; }

    /// <summary>The naive rule over measured, less one; null when skipped.</summary>
    public double? NaiveError => Naive / Measured - 1;

    /// <summary>Whether what was measured is a rate, which is better the higher it is, and no time.</summary>
    public bool IsThroughput => Metric == "tokens_per_s_per_gpu";

    /// <summary>Whether the measured value lies in the interval; null where there is none.</summary>
    public bool? IsCovered =>
        Interval is { } interval && Measured is { } measured ? measured >= interval.Low && measured <= interval.High : null;
}
