using System.Collections.Immutable;

namespace Petaday.Validation.Evidence;

/// <summary>Every figure of a report that a target can name: those of all scored rows, every source counting once, and those of the subsets.</summary>
public static class ReportFigures
{
    private const int FewestOfSource = 10;
    private const int FewestOfAccelerator = 20;

    /// <summary>The figures by subset and measure, as shares; one that is not known is left out.</summary>
    public static ImmutableDictionary<(string Subset, string Measure), double> Of(ValidationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        StepSummary steps = report.Summary;
        int scored = report.Plain.Rows + report.Plain.Skipped;
        (string Measure, double? Value)[] all =
        [
            (Measures.StepMedian, steps.MedianAbsError),
            (Measures.StepMean, steps.MeanAbsError),
            (Measures.StepNineInTen, steps.P90AbsError),
            (Measures.StepLargest, steps.MaxAbsError),
            (Measures.StepEvaluated, scored == 0 ? null : (double)report.Plain.Rows / scored),
            (Measures.StepCoverage, steps.Coverage90),
            (
                Measures.WorstSource,
                report.BySource.Where(static group => group.Rows >= FewestOfSource).Max(static group => group.MedianAbsError)
            ),
            (
                Measures.LeastCoverage,
                report.ByAccelerator.Where(static group => group.Rows >= FewestOfAccelerator).Min(static group => group.Coverage90)
            ),
            (Measures.MemoryMedian, report.Memory.MedianAbsError),
            (Measures.MemoryNineInTen, report.Memory.P90AbsError),
            (Measures.FitAccuracy, report.Memory.FitAccuracy),
        ];
        return all.Where(static figure => figure.Value is not null)
            .Select(static figure => KeyValuePair.Create((Target.All, figure.Measure), figure.Value!.Value))
            .Concat(report.Challenges.Select(static figure => KeyValuePair.Create((figure.Subset, figure.Measure), figure.Ours)))
            .ToImmutableDictionary();
    }
}
