using System.Collections.Immutable;

namespace Petaday.Validation.Evidence;

/// <summary>
/// Why rows of a kind are far off. A row is of the kind where all that is stated here holds of it; what is null asks nothing.
/// </summary>
/// <param name="Ids">Rows by name.</param>
/// <param name="Source">Their source.</param>
/// <param name="IsOver">Whether the prediction is above what was measured, or below.</param>
/// <param name="LeastError">Least size of the step time's error: kinds of misses, not of layouts.</param>
/// <param name="Devices">Least and most devices.</param>
/// <param name="Tensor">Least and most of the tensor-parallel group.</param>
/// <param name="Pipeline">Least and most pipeline stages.</param>
/// <param name="LeastMicroBatchSeconds">Least measured seconds a micro-batch of a rank.</param>
/// <param name="Common">What the rows have in common.</param>
/// <param name="Why">The cause; "not known" where it is not.</param>
/// <param name="KnownFrom">How that is known.</param>
public sealed record Cause(
    ImmutableArray<string> Ids,
    string? Source,
    bool? IsOver,
    double? LeastError,
    Bounds Devices,
    Bounds Tensor,
    Bounds Pipeline,
    double? LeastMicroBatchSeconds,
    string Common,
    string Why,
    string KnownFrom
)
{
    /// <summary>Whether a row is of the kind.</summary>
    /// <param name="row">The row.</param>
    /// <param name="error">Predicted over measured step time, less one.</param>
    public bool Explains(RunRow row, double error)
    {
        ArgumentNullException.ThrowIfNull(row);
        return (Ids.IsEmpty || Ids.Contains(row.Id))
            && (Source is null || Source == row.SourceGroup)
            && (IsOver is null || IsOver == error > 0)
            && (LeastError is null || Math.Abs(error) >= LeastError)
            && Devices.Hold(row.Devices)
            && Tensor.Hold(row.Tensor)
            && Pipeline.Hold(row.Pipeline)
            && (LeastMicroBatchSeconds is null || MicroBatchSeconds(row) >= LeastMicroBatchSeconds);
    }

    private static double? MicroBatchSeconds(RunRow row) => row.MeasuredStepSeconds * row.Data * row.MicroBatch / (double?)row.GlobalBatch;
}
