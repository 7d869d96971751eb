using Petaday.Architectures;
using Petaday.Training;
using Petaday.Validation.Evidence;
using Petaday.Validation.Intervals;

namespace Petaday.Validation;

/// <summary>One row with its prediction, before the intervals that need all rows.</summary>
/// <param name="Row">The row.</param>
/// <param name="Step">Time; null for a row without any.</param>
/// <param name="Memory">Memory; null for a row without any.</param>
/// <param name="Activations">Memory of activations alone; null for a row without any.</param>
internal sealed record RowEvaluation(RunRow Row, StepResult? Step, MemoryResult? Memory, ActivationResult? Activations = null)
{
    /// <summary>Evaluates one of the rows; the model is asked once.</summary>
    public static RowEvaluation Of(RunRow row, IReadOnlyList<RunRow> rows, RunMapper mapper, Func<MappedRun, StepEstimate> estimate)
    {
        bool hasTime = row.MeasuredStepSeconds is not null || row.TokensPerSecondPerDevice is not null;
        bool isOutOfMemory = row.Outcome == "oom";
        bool hasMemory = (row.Memory is not null || row.Outcome is not null) && !MemoryDefinition.IsCalculated(row.MemoryDefinition);
        RunMapping mapping = mapper.Map(row);
        StepEstimate? prediction = mapping.Run is { } run && (hasTime || hasMemory) ? estimate(run) : null;
        return new RowEvaluation(
            row,
            hasTime || !hasMemory || isOutOfMemory ? Time(row, mapping, prediction, isOutOfMemory) : null,
            hasMemory ? Bytes(row, mapping, prediction, estimate) : null,
            ActivationResult.Of(row, rows, mapper, estimate)
        );
    }

    private static StepResult Time(RunRow row, RunMapping mapping, StepEstimate? prediction, bool isOutOfMemory)
    {
        (string? metric, double? measured, double? predicted) = row switch
        {
            { MeasuredStepSeconds: { } seconds } => ("step_time_s", seconds, prediction?.Time.Seconds),
            { TokensPerSecondPerDevice: { } tokens } => ("tokens_per_s_per_gpu", tokens, prediction?.TokensPerSecondPerDevice),
            _ => ((string?)null, (double?)null, (double?)null),
        };
        string? skipped =
            mapping.Skipped
            ?? (
                isOutOfMemory ? "the run did not fit: evaluated for memory alone"
                : measured is null ? "no time or throughput is stated"
                : predicted is { } value && double.IsFinite(value) && value > 0 ? null
                : "the model gives no finite time"
            );
        double? kept = skipped is null ? predicted : null;
        return new StepResult(
            row.Id,
            row.SourceGroup,
            row.AcceleratorId,
            row.StackId,
            row.Devices,
            row.Scored && !isOutOfMemory,
            row.SourceWeight,
            metric,
            measured,
            kept,
            kept / measured - 1,
            null,
            skipped,
            mapping.Run?.Assumptions ?? [],
            skipped is null ? Outline(mapping.Run!) : null
        )
        {
            Naive = skipped is null ? Naive(mapping.Run!, metric == "step_time_s") : null,
            // The model's FLOPs are the same, whatever the time.
            MeasuredMfu = prediction?.Mfu * (metric == "step_time_s" ? kept / measured : measured / kept),
            Adapters = mapping.Run?.Recipe.Task is TrainingTask.Lora or TrainingTask.Qlora,
            Format = skipped is null ? mapping.Run!.Recipe.Precision : null,
        };
    }

    private static double? Naive(MappedRun run, bool isTime) =>
        NaiveRule.Seconds(run) is not { } seconds ? null
        : isTime ? seconds
        : run.Recipe.TokensPerStep / (seconds * run.Strategy.Devices);

    private static MemoryResult Bytes(RunRow row, RunMapping mapping, StepEstimate? prediction, Func<MappedRun, StepEstimate> estimate)
    {
        MappingDraft draft = new();
        double? measured = row.Memory is { } figure ? MemoryDefinition.Bytes(figure, row.MemoryDefinition, draft) : null;
        double? predicted =
            prediction is null ? null
            : measured is null ? prediction.Memory.Bytes
            : MemoryDefinition.Counted(Measured(mapping.Run!, prediction, estimate, draft), row.MemoryDefinition);
        string? skipped =
            mapping.Skipped ?? (predicted is { } value && double.IsFinite(value) && value > 0 ? null : "the model gives no finite memory");
        double? kept = skipped is null ? predicted : null;
        return new MemoryResult(
            row.Id,
            row.SourceGroup,
            row.Scored || (row.Outcome == "oom" && row.QualityFlag is null),
            row.SourceWeight,
            measured,
            kept,
            skipped is null ? prediction?.Memory.CapacityBytes : null,
            row.Outcome,
            skipped is null ? prediction?.Memory.Fits : null,
            kept / measured - 1,
            null,
            skipped,
            [.. mapping.Run?.Assumptions ?? [], .. draft.Assumptions],
            skipped is null ? Outline(mapping.Run!) : null
        );
    }

    private static StepMemory Measured(MappedRun run, StepEstimate prediction, Func<MappedRun, StepEstimate> estimate, MappingDraft draft)
    {
        MappedRun measured = GatheringMapping.Of(run, other => (other == run ? prediction : estimate(other)).Memory.Fits, draft);
        return (measured == run ? prediction : estimate(measured)).Memory;
    }

    private static RunOutline Outline(MappedRun run) =>
        new(run.System.Accelerator.Id, run.Stack.Id, run.Strategy.Devices, ParameterCount.Of(run.Architecture).Total);
}
