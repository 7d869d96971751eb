using System.Collections.Immutable;
using Petaday.Validation;
using Petaday.Validation.Evidence;

namespace Petaday.Reports;

/// <summary>The few figures that say how far to trust a prediction: shipped parameters, those fitted without the source, the naive rule.</summary>
public static class AccuracyTable
{
    /// <summary>The table; README.md has it too.</summary>
    public static Grid Of(ValidationStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var report = study.Shipped;
        StepSummary?[] steps = [report.Summary, report.Plain, study.LeftOut?.Summary, report.Naive];
        MemorySummary?[] memory = [report.Memory, report.MemoryPlain, study.LeftOut?.Memory, null];
        return new Grid(
            ["", "every source once", "every row once", "source left out of the fit", "naive rule"],
            [false, true, true, true, true],
            [
                Row("step time: median error", steps, static summary => summary.MedianAbsError),
                Row("mean error", steps, static summary => summary.MeanAbsError),
                Row("nine in ten below", steps, static summary => summary.P90AbsError),
                Row("largest", steps, static summary => summary.MaxAbsError),
                Row("inside the 90 % interval", steps, static summary => summary.Coverage90),
                Row("memory: median error", memory, static summary => summary.MedianAbsError),
                Row("nine in ten below", memory, static summary => summary.P90AbsError),
                Row("fits or not, told right", memory, static summary => summary.FitAccuracy),
            ]
        );
    }

    private static ImmutableArray<string> Row<T>(string name, IEnumerable<T?> summaries, Func<T, double?> figure)
        where T : class => [name, .. summaries.Select(summary => ErrorText.Share(summary is null ? null : figure(summary)))];
}
