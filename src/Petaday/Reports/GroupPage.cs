using System.Collections.Immutable;
using Petaday.Validation;
using Petaday.Validation.Evidence;
using Petaday.Validation.Intervals;

namespace Petaday.Reports;

/// <summary>Errors and coverage by what rows share, both kinds of parameters side by side.</summary>
internal static class GroupPage
{
    private const int FewestOfAccelerator = 20;

    /// <summary>Every group with a prediction, the largest median with the shipped parameters first.</summary>
    public static Grid Of(string title, ValidationStudy study, Func<ValidationReport, ImmutableArray<GroupSummary>> groups)
    {
        var leftOut = ByKey(study.LeftOut, groups);
        return new Grid(
            [title, "rows", "median", "mean", "nine in ten below", "with its sign", "left out: median", "left out: mean", "naive: median"],
            [false, true, true, true, true, true, true, true, true],
            [
                .. groups(study.Shipped)
                    .Where(group => group.Rows > 0)
                    .Select(group =>
                    {
                        var other = leftOut.GetValueOrDefault(group.Key);
                        return ImmutableArray.Create(
                            group.Key,
                            Sizes.Count(group.Rows),
                            ErrorText.Share(group.MedianAbsError),
                            ErrorText.Share(group.MeanAbsError),
                            ErrorText.Share(group.P90AbsError),
                            ErrorText.Signed(group.MeanError),
                            ErrorText.Share(other?.MedianAbsError),
                            ErrorText.Share(other?.MeanAbsError),
                            ErrorText.Share(group.NaiveMedianAbsError)
                        );
                    }),
            ]
        );
    }

    /// <summary>Coverage of the intervals overall, by class and by accelerator, on sources that the fit did not see where that is at hand.</summary>
    public static Grid Coverage(ValidationStudy study)
    {
        var report = study.LeftOut ?? study.Shipped;
        return new Grid(
            ["runs", "rows", "measured over predicted", "inside"],
            [false, true, true, true],
            [
                [
                    "all, every source once",
                    Sizes.Count(report.Summary.Rows),
                    Range(report.StepRatio?.Low, report.StepRatio?.High),
                    ErrorText.Share(report.Summary.Coverage90),
                ],
                ["all, every row once", Sizes.Count(report.Plain.Rows), "", ErrorText.Share(report.Plain.Coverage90)],
                .. report.StepClasses.Select(Row),
                .. report
                    .ByAccelerator.Where(group => group.Rows >= FewestOfAccelerator)
                    .Select(group => ImmutableArray.Create(group.Key, Sizes.Count(group.Rows), "", ErrorText.Share(group.Coverage90))),
            ]
        );
    }

    private static ImmutableArray<string> Row(RatioClass one) =>
        [Words(one), Sizes.Count(one.Rows), Range(one.Ratio.Low, one.Ratio.High), ErrorText.Share(one.Coverage)];

    private static string Words(RatioClass one) =>
        one.Familiarity switch
        {
            Familiarity.Both => "accelerator and stack measured by other sources",
            Familiarity.One => "one of the two",
            _ => "neither",
        } + (one.IsBeyond ? ", larger than any of theirs" : "");

    private static string Range(double? low, double? high) =>
        low is null ? "-" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{low:0.00} to {high:0.00}");

    private static Dictionary<string, GroupSummary> ByKey(
        ValidationReport? report,
        Func<ValidationReport, ImmutableArray<GroupSummary>> groups
    ) => report is null ? [] : groups(report).ToDictionary(group => group.Key, StringComparer.Ordinal);
}
