using Petaday.Outlook;
using Petaday.Quantities;
using Petaday.Scenarios.Levers;

namespace Petaday.Reports.Levers;

/// <summary>A study of levers for a spreadsheet: the waterfall first, then every lever alone.</summary>
public static class LeverCsv
{
    /// <summary>The text.</summary>
    public static string Of(LeverStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        string unit = LeverFigures.Unit(study.Metric);
        return CsvReport.Of(
            [
                "kind",
                "lever",
                "name",
                "stage",
                $"before ({unit})",
                $"after ({unit})",
                "ratio",
                "low",
                "high",
                "effort",
                "grade",
                "source",
                "scope",
                "why",
            ],
            [.. study.Steps.Select(Step), .. study.Singles.Select(row => Single(study, row))]
        );
    }

    private static IEnumerable<string> Step(LeverStep step) =>
        Row("waterfall", step.Lever, step.Before, step.After, step.Figures is null ? null : step.Ratio, step.Interval, step.Why);

    private static IEnumerable<string> Single(LeverStudy study, LeverRow row) =>
        Row("alone", row.Lever, study.StartValue, row.Figures?.Of(study.Metric), row.Ratio, row.Interval, row.Why);

    private static IEnumerable<string> Row(
        string kind,
        Lever lever,
        double? before,
        double? after,
        double? ratio,
        Interval? interval,
        string? why
    ) =>
        [
            kind,
            lever.Id,
            lever.Name,
            lever.Stage.Name,
            CsvReport.Number(before),
            CsvReport.Number(after),
            CsvReport.Number(ratio),
            CsvReport.Number(interval?.Low),
            CsvReport.Number(interval?.High),
            CsvReport.Number(lever.Effort),
            lever.Spread.Grade,
            lever.Evidence?.Source ?? "",
            lever.Scope ?? "",
            why ?? "",
        ];
}
