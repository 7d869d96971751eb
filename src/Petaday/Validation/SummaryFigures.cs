using System.Collections.Immutable;

namespace Petaday.Validation;

/// <summary>Summaries of evaluated rows.</summary>
internal static class SummaryFigures
{
    /// <summary>Over the scored rows, by source weight or every row once.</summary>
    public static StepSummary Steps(IEnumerable<StepResult> rows, bool isWeighted)
    {
        StepResult[] scored = [.. rows.Where(static row => row.Scored)];
        Func<StepResult, double> weight = isWeighted ? static row => row.SourceWeight : static _ => 1;
        WeightedValues sizes = WeightedValues.Of(
            scored.Where(static row => row.Error is not null).Select(row => (Math.Abs(row.Error!.Value), weight(row)))
        );
        WeightedValues errors = WeightedValues.Of(
            scored.Where(static row => row.Error is not null).Select(row => (row.Error!.Value, weight(row)))
        );
        WeightedValues covered = WeightedValues.Of(
            scored.Where(static row => row.IsCovered is not null).Select(row => (row.IsCovered!.Value ? 1.0 : 0.0, weight(row)))
        );
        int predicted = scored.Count(static row => row.Skipped is null);
        return new StepSummary(
            predicted,
            scored.Length - predicted,
            sizes.Mean,
            sizes.Quantile(0.5),
            sizes.Quantile(0.9),
            sizes.Largest,
            errors.Mean,
            covered.Mean
        );
    }

    /// <summary>The naive rule over the same rows.</summary>
    public static StepSummary Naive(IEnumerable<StepResult> rows, bool isWeighted) =>
        Steps(
            rows.Select(static row =>
                row with
                {
                    Predicted = row.Naive,
                    Error = row.NaiveError,
                    Interval = null,
                    Skipped = row.Naive is null ? row.Skipped ?? "the naive rule needs the device's peak" : null,
                }
            ),
            isWeighted
        );

    /// <summary>Over the memory rows that count, by source weight or every row once.</summary>
    public static MemorySummary Memory(IEnumerable<MemoryResult> rows, bool isWeighted)
    {
        MemoryResult[] scored = [.. rows.Where(static row => row.Scored)];
        Func<MemoryResult, double> weight = isWeighted ? static row => row.SourceWeight : static _ => 1;
        WeightedValues sizes = WeightedValues.Of(
            scored.Where(static row => row.Error is not null).Select(row => (Math.Abs(row.Error!.Value), weight(row)))
        );
        WeightedValues errors = WeightedValues.Of(
            scored.Where(static row => row.Error is not null).Select(row => (row.Error!.Value, weight(row)))
        );
        WeightedValues covered = WeightedValues.Of(
            scored.Where(static row => row.IsCovered is not null).Select(row => (row.IsCovered!.Value ? 1.0 : 0.0, weight(row)))
        );
        MemoryResult[] outcomes = [.. scored.Where(static row => row.Outcome is not null && row.PredictedToFit is not null)];
        WeightedValues right = WeightedValues.Of(
            outcomes.Select(row => (row.PredictedToFit == (row.Outcome == "ok") ? 1.0 : 0.0, weight(row)))
        );
        int predicted = scored.Count(static row => row.Skipped is null);
        return new MemorySummary(
            predicted,
            scored.Length - predicted,
            sizes.Mean,
            sizes.Quantile(0.5),
            sizes.Quantile(0.9),
            sizes.Largest,
            errors.Mean,
            covered.Mean,
            outcomes.Length,
            right.Mean,
            outcomes.Count(static row => row is { Outcome: "ok", PredictedToFit: false }),
            outcomes.Count(static row => row is { Outcome: "oom", PredictedToFit: true })
        );
    }

    /// <summary>The scored rows by what they share, the largest median first.</summary>
    public static ImmutableArray<GroupSummary> Groups(IEnumerable<StepResult> rows, Func<StepResult, string> key) =>
        [
            .. rows.Where(static row => row.Scored)
                .GroupBy(key, StringComparer.Ordinal)
                .Select(static group => (group.Key, Summary: Steps(group, isWeighted: false), Naive: Naive(group, isWeighted: false)))
                .OrderByDescending(static group => group.Summary.MedianAbsError ?? -1)
                .ThenBy(static group => group.Key, StringComparer.Ordinal)
                .Select(static group => new GroupSummary(
                    group.Key,
                    group.Summary.Rows,
                    group.Summary.Skipped,
                    group.Summary.MedianAbsError,
                    group.Summary.MeanError,
                    group.Summary.MeanAbsError,
                    group.Summary.P90AbsError,
                    group.Summary.Coverage90,
                    group.Naive.MedianAbsError
                )),
        ];

    /// <summary>The name of a scale: how many devices, by powers of eight.</summary>
    public static string Scale(int? devices) =>
        devices switch
        {
            null => "not stated",
            1 => "1",
            <= 8 => "2-8",
            <= 64 => "9-64",
            <= 512 => "65-512",
            <= 4096 => "513-4096",
            _ => "over 4096",
        };
}
