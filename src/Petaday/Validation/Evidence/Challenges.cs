using System.Collections.Immutable;

namespace Petaday.Validation.Evidence;

/// <summary>Works out the measures of the subsets.</summary>
internal static class Challenges
{
    /// <summary>Every measure that a subset's rows give, in the order of <see cref="RunSubset.All"/>.</summary>
    public static ImmutableArray<Challenge> Of(IReadOnlyCollection<RowEvaluation> evaluations) =>
        [.. RunSubset.All.SelectMany(subset => Of(subset.Id, [.. evaluations.Where(row => subset.Holds(row.Row))]))];

    private static IEnumerable<Challenge> Of(string subset, RowEvaluation[] rows)
    {
        StepResult[] steps = [.. rows.Select(static row => row.Step).OfType<StepResult>()];
        StepSummary ours = SummaryFigures.Steps(steps, isWeighted: false);
        StepSummary naive = SummaryFigures.Naive(steps, isWeighted: false);
        MemorySummary memory = SummaryFigures.Memory(rows.Select(static row => row.Memory).OfType<MemoryResult>(), isWeighted: false);
        WeightedValues activations = WeightedValues.Of(
            rows.Where(static row => row.Activations?.Error is not null)
                .Select(static row => (Math.Abs(row.Activations!.Error!.Value), 1.0))
        );
        (string Measure, int Rows, double? Ours, double? Naive)[] figures =
        [
            (Measures.StepMedian, ours.Rows, ours.MedianAbsError, naive.MedianAbsError),
            (Measures.StepMean, ours.Rows, ours.MeanAbsError, naive.MeanAbsError),
            (Measures.StepLargest, ours.Rows, ours.MaxAbsError, naive.MaxAbsError),
            (Measures.FitAccuracy, memory.Outcomes, memory.FitAccuracy, null),
            (Measures.ActivationMean, activations.Count, activations.Mean, null),
            (Measures.ActivationLargest, activations.Count, activations.Largest, null),
            .. LayoutPicking
                .BySource(rows)
                .Select(static picking => (Measures.PickedShare, picking.Groups, (double?)picking.Share, (double?)picking.BlindShare)),
        ];
        return figures
            .Where(static figure => figure.Ours is not null)
            .Select(figure => new Challenge(subset, figure.Measure, figure.Rows, figure.Ours!.Value, figure.Naive));
    }
}
