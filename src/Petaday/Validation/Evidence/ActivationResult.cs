using System.Globalization;
using System.Text.RegularExpressions;
using Petaday.Training;

namespace Petaday.Validation.Evidence;

/// <summary>Memory of activations as a source works it out for a layout, against ours; only rows whose notes state it.</summary>
/// <param name="Id">The row.</param>
/// <param name="StatedBytes">As the source states it, bytes per device.</param>
/// <param name="PredictedBytes">What the layers keep for the backward pass on the fullest device, bytes; null when skipped.</param>
/// <param name="Skipped">Why there is no prediction; null when there is one.</param>
public sealed partial record ActivationResult(string Id, double StatedBytes, double? PredictedBytes, string? Skipped)
{
    private const double Gibibyte = 1024.0 * 1024 * 1024;

    /// <summary>Predicted over stated, less one; null when skipped.</summary>
    public double? Error => PredictedBytes / StatedBytes - 1;

    /// <summary>Compares a row; null where it states no memory of activations.</summary>
    /// <param name="row">The row.</param>
    /// <param name="rows">Rows among which its source says more of the same run: a table of memory leaves out what the table of times states.</param>
    /// <param name="mapper">What makes rows ready for the model.</param>
    /// <param name="estimate">The model.</param>
    internal static ActivationResult? Of(RunRow row, IReadOnlyList<RunRow> rows, RunMapper mapper, Func<MappedRun, StepEstimate> estimate)
    {
        if (!MemoryDefinition.IsCalculated(row.MemoryDefinition) || Stated(row) is not { } bytes)
        {
            return null;
        }

        RunMapping mapping = mapper.Map(Completed(row, rows.FirstOrDefault(other => other.Scored && Same(row).Equals(Same(other)))));
        double? predicted = mapping.Run is { } run
            ? estimate(run).Memory.Parts.Where(static part => part.Key == "activations").Sum(static part => part.Amount)
            : null;
        return new ActivationResult(row.Id, bytes, predicted, mapping.Skipped);
    }

    // What is stored for the backward pass is that of a training step, though nothing was run.
    private static RunRow Completed(RunRow row, RunRow? timed) =>
        row with
        {
            TaskId = row.TaskId == "memory" ? "pretrain" : row.TaskId,
            GlobalBatch = row.GlobalBatch ?? timed?.GlobalBatch,
            VirtualPipeline = row.VirtualPipeline ?? timed?.VirtualPipeline,
            FlashAttention = row.FlashAttention ?? timed?.FlashAttention,
        };

    private static object Same(RunRow row) =>
        (
            (row.SourceGroup, row.Layers, row.Hidden, row.Heads, row.SequenceLength),
            (row.AcceleratorId, row.Devices, row.Tensor, row.Pipeline, row.MicroBatch)
        );

    private static double? Stated(RunRow row) =>
        Note().Match(row.Notes ?? "") is { Success: true } match
        && double.TryParse(
            match.Groups["figure"].ValueSpan,
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out double figure
        )
        && figure > 0
            ? figure * Gibibyte
            : null;

    [GeneratedRegex(@"\bactivations (?<figure>\d+(\.\d+)?) GiB\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Note();
}
