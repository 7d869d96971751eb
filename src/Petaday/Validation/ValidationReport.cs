using System.Collections.Immutable;
using Petaday.Quantities;
using Petaday.Validation.Evidence;
using Petaday.Validation.Intervals;

namespace Petaday.Validation;

/// <summary>Published runs against predictions.</summary>
public sealed record ValidationReport
{
    /// <summary>Every row that has a time or a throughput, in the file's order; its points make the plot of predicted against measured.</summary>
    public required ImmutableArray<StepResult> Rows { get; init; }

    /// <summary>Over scored rows, each weighted by its source weight, so that every source counts once.</summary>
    public required StepSummary Summary { get; init; }

    /// <summary>Over scored rows, every row counted once.</summary>
    public required StepSummary Plain { get; init; }

    /// <summary>The naive rule over the rows of <see cref="Summary"/>, weighted alike.</summary>
    public required StepSummary Naive { get; init; }

    /// <summary>The naive rule over the same rows, every row counted once.</summary>
    public required StepSummary NaivePlain { get; init; }

    /// <summary>Every row that has a memory figure or an outcome, in the file's order.</summary>
    public required ImmutableArray<MemoryResult> MemoryRows { get; init; }

    /// <summary>Over scored memory rows and those that did not fit (which no time can score), weighted by source.</summary>
    public required MemorySummary Memory { get; init; }

    /// <summary>The same, every row counted once.</summary>
    public required MemorySummary MemoryPlain { get; init; }

    /// <summary>Errors by source, the largest median first.</summary>
    public required ImmutableArray<GroupSummary> BySource { get; init; }

    /// <summary>Errors by accelerator.</summary>
    public required ImmutableArray<GroupSummary> ByAccelerator { get; init; }

    /// <summary>Errors by training software.</summary>
    public required ImmutableArray<GroupSummary> ByStack { get; init; }

    /// <summary>Errors by number of devices.</summary>
    public required ImmutableArray<GroupSummary> ByScale { get; init; }

    /// <summary>How good the layouts are that the predictions choose, by source; sources with no two layouts of one run are left out.</summary>
    public required ImmutableArray<LayoutPicking> Picking { get; init; }

    /// <summary>Stated memory of activations against predicted, in the file's order.</summary>
    public required ImmutableArray<ActivationResult> Activations { get; init; }

    /// <summary>The figures that other predictors are held against, on the same rows; without those whose rows the file lacks.</summary>
    public required ImmutableArray<Challenge> Challenges { get; init; }

    /// <summary>Why rows were skipped, the commonest reason first, over scored rows.</summary>
    public required ImmutableArray<KeyValuePair<string, int>> SkipReasons { get; init; }

    /// <summary>Scored rows with the largest errors, the worst first.</summary>
    public required ImmutableArray<StepResult> Worst { get; init; }

    /// <summary>Measured over predicted time that nine in ten scored rows lie in, weighted by source: the interval of an answer.</summary>
    public required Interval? StepRatio { get; init; }

    /// <summary>The same for bytes.</summary>
    public required Interval? MemoryRatio { get; init; }

    /// <summary>The same by how much other sources show of a run's machine and software; empty with fewer than three sources.</summary>
    public required ImmutableArray<RatioClass> StepClasses { get; init; }

    /// <summary>The same for bytes.</summary>
    public required ImmutableArray<RatioClass> MemoryClasses { get; init; }

    /// <summary>What the scored runs show.</summary>
    public required SeenRuns Seen { get; init; }
}
