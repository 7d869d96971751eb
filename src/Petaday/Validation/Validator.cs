using System.Collections.Immutable;
using Petaday.Quantities;
using Petaday.Training;
using Petaday.Validation.Evidence;
using Petaday.Validation.Intervals;

namespace Petaday.Validation;

/// <summary>Holds predictions against published runs. Rows are evaluated in parallel; the report is the same for any number of threads.</summary>
public static class Validator
{
    /// <summary>Evaluates every row.</summary>
    /// <param name="rows">Published rows.</param>
    /// <param name="mapper">What makes them ready for the model.</param>
    /// <param name="estimate">The model: must be a pure function, as it is called from many threads.</param>
    /// <param name="options">How to evaluate; null for the defaults.</param>
    /// <param name="progress">Gets the share of rows done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops between rows.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ValidationReport Run(
        IReadOnlyList<RunRow> rows,
        RunMapper mapper,
        Func<MappedRun, StepEstimate> estimate,
        ValidationOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        return Report(Evaluate(rows, mapper, estimate, options, progress, cancellationToken), options);
    }

    /// <summary>Every row with its prediction, in order.</summary>
    internal static RowEvaluation[] Evaluate(
        IReadOnlyList<RunRow> rows,
        RunMapper mapper,
        Func<MappedRun, StepEstimate> estimate,
        ValidationOptions? options,
        IProgress<double>? progress,
        CancellationToken cancellationToken
    )
    {
        RowEvaluation[] evaluations = new RowEvaluation[rows.Count];
        int done = 0;
        Parallel.For(
            0,
            rows.Count,
            Threads(options, cancellationToken),
            i =>
            {
                evaluations[i] = RowEvaluation.Of(rows[i], rows, mapper, estimate);
                progress?.Report((double)Interlocked.Increment(ref done) / rows.Count);
            }
        );
        return evaluations;
    }

    /// <summary>How many threads work, and what stops them.</summary>
    internal static ParallelOptions Threads(ValidationOptions? options, CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = options is { MaxThreads: > 0 } ? options.MaxThreads : -1, CancellationToken = cancellationToken };

    /// <summary>The report on evaluated rows.</summary>
    internal static ValidationReport Report(IReadOnlyList<RowEvaluation> evaluations, ValidationOptions? options)
    {
        ImmutableArray<StepResult> bareSteps = [.. evaluations.Select(static row => row.Step).OfType<StepResult>()];
        ImmutableArray<MemoryResult> bareMemory = [.. evaluations.Select(static row => row.Memory).OfType<MemoryResult>()];
        RatioIntervals stepRatios = RatioIntervals.Of([
            .. bareSteps.Where(static row => row.Scored && row.Error is not null).Select(Ratio),
        ]);
        RatioIntervals memoryRatios = RatioIntervals.Of([
            .. bareMemory.Where(static row => row.Scored && row.Error is not null).Select(Ratio),
        ]);
        ImmutableArray<StepResult> steps = [.. bareSteps.Select(row => WithInterval(row, stepRatios))];
        ImmutableArray<MemoryResult> memory = [.. bareMemory.Select(row => WithInterval(row, memoryRatios))];
        return new ValidationReport
        {
            Rows = steps,
            Summary = SummaryFigures.Steps(steps, isWeighted: true),
            Plain = SummaryFigures.Steps(steps, isWeighted: false),
            Naive = SummaryFigures.Naive(steps, isWeighted: true),
            NaivePlain = SummaryFigures.Naive(steps, isWeighted: false),
            MemoryRows = memory,
            Memory = SummaryFigures.Memory(memory, isWeighted: true),
            MemoryPlain = SummaryFigures.Memory(memory, isWeighted: false),
            BySource = SummaryFigures.Groups(steps, static row => row.SourceGroup),
            ByAccelerator = SummaryFigures.Groups(steps, static row => row.AcceleratorId ?? "not stated"),
            ByStack = SummaryFigures.Groups(steps, static row => row.StackId ?? "not stated"),
            ByScale = SummaryFigures.Groups(steps, static row => SummaryFigures.Scale(row.Devices)),
            Picking = LayoutPicking.BySource(evaluations),
            Activations = [.. evaluations.Select(static row => row.Activations).OfType<ActivationResult>()],
            Challenges = Challenges.Of(evaluations),
            SkipReasons = SkipReasons(steps),
            Worst = Worst(steps, (options ?? new ValidationOptions()).Worst),
            StepRatio = stepRatios.Overall,
            MemoryRatio = memoryRatios.Overall,
            StepClasses = stepRatios.Classes,
            MemoryClasses = memoryRatios.Classes,
            Seen = stepRatios.Seen,
        };
    }

    // Time's ratio: a throughput's is the other way up.
    private static RatioSample Ratio(StepResult row) =>
        new(row.SourceGroup, row.Run!, row.IsThroughput ? 1 + row.Error!.Value : 1 / (1 + row.Error!.Value), row.SourceWeight);

    private static RatioSample Ratio(MemoryResult row) => new(row.SourceGroup, row.Run!, 1 / (1 + row.Error!.Value), row.SourceWeight);

    private static StepResult WithInterval(StepResult row, RatioIntervals ratios)
    {
        if (row.Predicted is not { } predicted || row.Run is not { } run || ratios.For(row.SourceGroup, run) is not { } ratio)
        {
            return row;
        }

        Interval interval = row.IsThroughput
            ? new Interval(predicted / ratio.High, predicted / ratio.Low)
            : Interval.Around(predicted, ratio);
        return row with { Interval = interval };
    }

    private static MemoryResult WithInterval(MemoryResult row, RatioIntervals ratios) =>
        row is { PredictedBytes: { } predicted, Run: { } run } && ratios.For(row.SourceGroup, run) is { } ratio
            ? row with
            {
                Interval = Interval.Around(predicted, ratio),
            }
            : row;

    private static ImmutableArray<KeyValuePair<string, int>> SkipReasons(IEnumerable<StepResult> steps) =>
        [
            .. steps
                .Where(static row => row is { Scored: true, Skipped: not null })
                .GroupBy(static row => row.Skipped!, StringComparer.Ordinal)
                .Select(static group => KeyValuePair.Create(group.Key, group.Count()))
                .OrderByDescending(static reason => reason.Value)
                .ThenBy(static reason => reason.Key, StringComparer.Ordinal),
        ];

    private static ImmutableArray<StepResult> Worst(IEnumerable<StepResult> steps, int count) =>
        [
            .. steps
                .Where(static row => row is { Scored: true, Error: not null })
                .OrderByDescending(static row => Math.Abs(row.Error!.Value))
                .ThenBy(static row => row.Id, StringComparer.Ordinal)
                .Take(count),
        ];
}
