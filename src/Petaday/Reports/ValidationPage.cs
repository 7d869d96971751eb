using System.Collections.Immutable;
using Petaday.Validation;

namespace Petaday.Reports;

/// <summary>Predictions against published runs, for a person, a spreadsheet and the eye.</summary>
public static class ValidationPage
{
    private const int MostGroups = 20;
    private const int MostColours = 6;

    /// <summary>For a person.</summary>
    public static Page Of(ValidationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new Page([
            new Heading("Predictions against published runs", 1),
            new Grid(
                ["", "every source once", "every row once", "naive rule, every source once", "naive rule, every row once"],
                [false, true, true, true, true],
                [.. Errors(report)]
            ),
            new Notes(["Naive rule: 6 FLOPs a parameter and token at 40 % of the device's peak, on the same rows."]),
            new Heading("Memory"),
            new Grid(["", "every source once", "every row once"], [false, true, true], [.. Memory(report)]),
            .. report.Picking.IsEmpty ? ImmutableArray<Block>.Empty : [new Heading("Layouts picked"), EvidencePage.Picking(report, null)],
            .. Groups("By source", report.BySource),
            .. Groups("By accelerator", report.ByAccelerator),
            .. Groups("By stack", report.ByStack),
            .. Groups("By scale", report.ByScale),
            new Heading("Furthest off"),
            new Grid(
                ["run", "source", "measured", "predicted", "error"],
                [false, false, true, true, true],
                [
                    .. report
                        .Worst.Take(10)
                        .Select(row =>
                            ImmutableArray.Create(
                                row.Id,
                                row.SourceGroup,
                                ErrorText.Number(row.Measured),
                                ErrorText.Number(row.Predicted),
                                ErrorText.Signed(row.Error)
                            )
                        ),
                ]
            ),
            new Heading("Skipped"),
            new Notes([.. report.SkipReasons.Take(10).Select(reason => $"{Sizes.Count(reason.Value)} rows: {reason.Key}")]),
        ]);
    }

    /// <summary>For a spreadsheet: every row.</summary>
    public static string Csv(ValidationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return CsvReport.Of(
            [
                "id",
                "source",
                "accelerator",
                "stack",
                "devices",
                "scored",
                "metric",
                "measured",
                "predicted",
                "error",
                "naive",
                "low",
                "high",
                "skipped",
                "assumptions",
            ],
            report.Rows.Select(row =>
                new[]
                {
                    row.Id,
                    row.SourceGroup,
                    row.AcceleratorId ?? "",
                    row.StackId ?? "",
                    CsvReport.Number(row.Devices),
                    row.Scored ? "1" : "0",
                    row.Metric ?? "",
                    CsvReport.Number(row.Measured),
                    CsvReport.Number(row.Predicted),
                    CsvReport.Number(row.Error),
                    CsvReport.Number(row.Naive),
                    CsvReport.Number(row.Interval?.Low),
                    CsvReport.Number(row.Interval?.High),
                    row.Skipped ?? "",
                    string.Join("; ", row.Assumptions),
                }
            )
        );
    }

    /// <summary>For the eye: every scored row with a step time, the largest sources in colours of their own.</summary>
    /// <param name="report">The report.</param>
    /// <param name="isLabelled">Whether points say what they are when the pointer rests on them; a third of the size without.</param>
    public static Chart Chart(ValidationReport report, bool isLabelled = true)
    {
        ArgumentNullException.ThrowIfNull(report);
        var rows = report.Rows.Where(row => row is { Scored: true, Measured: > 0, Predicted: > 0, Metric: "step_time_s" }).ToList();
        var sources = rows.GroupBy(row => row.SourceGroup)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .ToList();
        var named = sources.Take(MostColours - 1).Select(group => Series(group.Key, group, isLabelled));
        var rest = sources.Skip(MostColours - 1).SelectMany(group => group).ToList();
        ImmutableArray<ChartPoint> ends =
            rows.Count == 0
                ? []
                :
                [
                    End(rows.Min(row => Math.Min(row.Measured!.Value, row.Predicted!.Value))),
                    End(rows.Max(row => Math.Max(row.Measured!.Value, row.Predicted!.Value))),
                ];
        return new Chart(
            "Predicted against measured step time",
            new ChartAxis("measured", "s", Logarithmic: true),
            new ChartAxis("predicted", "s", Logarithmic: true),
            [
                .. named,
                .. rest.Count > 0 ? [Series("others", rest, isLabelled)] : Array.Empty<ChartSeries>(),
                new ChartSeries("equal", ChartMark.Line, ends),
            ],
            SameRange: true
        );
    }

    private static ChartPoint End(double value) => new(value, value);

    private static ChartSeries Series(string name, IEnumerable<StepResult> rows, bool isLabelled) =>
        new(
            name,
            ChartMark.Scatter,
            [
                .. rows.Select(row => new ChartPoint(
                    row.Measured!.Value,
                    row.Predicted!.Value,
                    isLabelled ? $"{row.Id}: {ErrorText.Signed(row.Error)}" : null
                )),
            ]
        );

    private static IEnumerable<ImmutableArray<string>> Errors(ValidationReport report)
    {
        StepSummary[] all = [report.Summary, report.Plain, report.Naive, report.NaivePlain];
        yield return Row("rows", all, static summary => Sizes.Count(summary.Rows));
        yield return Row("skipped", all, static summary => Sizes.Count(summary.Skipped));
        yield return Row("median error", all, static summary => ErrorText.Share(summary.MedianAbsError));
        yield return Row("mean error", all, static summary => ErrorText.Share(summary.MeanAbsError));
        yield return Row("nine in ten below", all, static summary => ErrorText.Share(summary.P90AbsError));
        yield return Row("largest", all, static summary => ErrorText.Share(summary.MaxAbsError));
        yield return Row("mean with its sign", all, static summary => ErrorText.Signed(summary.MeanError));
        yield return Row("inside the 90 % interval", all, static summary => ErrorText.Share(summary.Coverage90));
    }

    private static ImmutableArray<string> Row(string name, IEnumerable<StepSummary> summaries, Func<StepSummary, string> figure) =>
        [name, .. summaries.Select(figure)];

    private static IEnumerable<ImmutableArray<string>> Memory(ValidationReport report)
    {
        var (source, row) = (report.Memory, report.MemoryPlain);
        yield return ["rows", Sizes.Count(source.Rows), Sizes.Count(row.Rows)];
        yield return ["median error", ErrorText.Share(source.MedianAbsError), ErrorText.Share(row.MedianAbsError)];
        yield return ["nine in ten below", ErrorText.Share(source.P90AbsError), ErrorText.Share(row.P90AbsError)];
        yield return ["fits or not, told right", ErrorText.Share(source.FitAccuracy), ErrorText.Share(row.FitAccuracy)];
        yield return ["fits, called too large", Sizes.Count(source.FitCalledOutOfMemory), Sizes.Count(row.FitCalledOutOfMemory)];
        yield return ["too large, called fitting", Sizes.Count(source.OutOfMemoryCalledFit), Sizes.Count(row.OutOfMemoryCalledFit)];
    }

    private static ImmutableArray<Block> Groups(string title, ImmutableArray<GroupSummary> groups) =>
        [
            new Heading(title),
            new Grid(
                ["", "rows", "skipped", "median error", "mean with its sign"],
                [false, true, true, true, true],
                [
                    .. groups
                        .Where(group => group.Rows > 0)
                        .Take(MostGroups)
                        .Select(group =>
                            ImmutableArray.Create(
                                group.Key,
                                Sizes.Count(group.Rows),
                                Sizes.Count(group.Skipped),
                                ErrorText.Share(group.MedianAbsError),
                                ErrorText.Signed(group.MeanError)
                            )
                        ),
                ]
            ),
        ];
}
