namespace Petaday.Validation;

/// <summary>The errors of the scored rows that share a source, an accelerator, a stack or a scale; every row counts once.</summary>
/// <param name="Key">What they share.</param>
/// <param name="Rows">Rows with a prediction.</param>
/// <param name="Skipped">Rows without.</param>
/// <param name="MedianAbsError">Median of the errors' sizes.</param>
/// <param name="MeanError">Mean of the errors with their sign.</param>
/// <param name="MeanAbsError">Mean of the errors' sizes.</param>
/// <param name="P90AbsError">The size that nine in ten stay under.</param>
/// <param name="Coverage90">Share of rows whose 90 % interval holds the measured value; null where there is no interval.</param>
/// <param name="NaiveMedianAbsError">Median of the naive rule's errors on the same rows.</param>
public sealed record GroupSummary(
    string Key,
    int Rows,
    int Skipped,
    double? MedianAbsError,
    double? MeanError,
    double? MeanAbsError,
    double? P90AbsError,
    double? Coverage90,
    double? NaiveMedianAbsError
);
