using System.Collections.Immutable;
using System.Globalization;
using Petaday.Hardware;
using Petaday.Validation.Calibration;

namespace Petaday.Reports;

/// <summary>A fit of parameters, for a person and a spreadsheet.</summary>
public static class CalibrationPage
{
    /// <summary>For a person.</summary>
    public static Page Of(CalibrationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new Page([
            new Heading("Calibration", 1),
            new FactList([.. Facts(report)]),
            .. Errors(report),
            new Heading("Parameters"),
            new Paragraph(
                "A value held by few runs stays near its prior; the 90 % range is of the fit alone. A star marks a value more than 1.5 spreads from its prior."
            ),
            new Grid(
                ["scope", "id", "parameter", "value", "prior", "90 % range", "runs", "sources"],
                [false, false, false, true, true, true, true, true],
                [.. report.Parameters.Select(Row)]
            ),
            .. report.Skipped.IsEmpty
                ? ImmutableArray<Block>.Empty
                :
                [
                    new Heading("Skipped"),
                    new Notes([.. report.Skipped.Select(reason => $"{Sizes.Count(reason.Value)} rows: {reason.Key}")]),
                ],
        ]);
    }

    /// <summary>For a spreadsheet: the file that <c>--output</c> writes.</summary>
    public static string Csv(CalibrationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return ParameterFile.Write(new ParameterSet(report.Parameters));
    }

    private static IEnumerable<Fact> Facts(CalibrationReport report)
    {
        yield return new Fact("rows with a time", Sizes.Count(report.Rows));
        yield return new Fact("fitted to", Sizes.Count(report.Runs), $"of {Sizes.Count(report.BySource.Length)} sources");
        yield return new Fact("parameters", Sizes.Count(report.Parameters.Length));
        if (report is { Before: { } before, After: { } after })
        {
            yield return Fact("before", before);
            yield return Fact("after", after);
        }

        if (report.Memory is { Before: { } memoryBefore, After: { } memoryAfter })
        {
            yield return new Fact(
                "memories fitted to",
                Sizes.Count(report.Memory.Runs),
                $"of {Sizes.Count(report.Memory.BySource.Length)} sources"
            );
            yield return Fact("memory before", memoryBefore);
            yield return Fact("memory after", memoryAfter);
        }

        if (report.LeftOut is { } leftOut)
        {
            yield return Fact("each source left out of its own fit", leftOut);
        }
    }

    private static Fact Fact(string label, SourceErrors errors) =>
        new(
            label,
            $"median error {Sizes.Share(errors.Median)}",
            $"mean {Sizes.Share(errors.Mean)}, nine in ten below {Sizes.Share(errors.NineInTen)}, every source counting once"
        );

    private static ImmutableArray<Block> Errors(CalibrationReport report)
    {
        if (report.BySource.IsEmpty)
        {
            return [];
        }

        Dictionary<string, SourceErrors> leftOut = report.LeftOutBySource.ToDictionary(errors => errors.Source, StringComparer.Ordinal);
        return
        [
            new Heading("Errors by source"),
            new Grid(
                ["source", "runs", "median", "mean", "nine in ten below", "median with its sign", "median, left out"],
                [false, true, true, true, true, true, true],
                [.. report.BySource.Select(errors => Row(errors, leftOut.GetValueOrDefault(errors.Source)))]
            ),
        ];
    }

    private static ImmutableArray<string> Row(SourceErrors errors, SourceErrors? leftOut) =>
        [
            errors.Source,
            Sizes.Count(errors.Rows),
            Sizes.Share(errors.Median),
            Sizes.Share(errors.Mean),
            Sizes.Share(errors.NineInTen),
            (errors.Bias * 100).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " %",
            leftOut is null ? "-" : Sizes.Share(leftOut.Median),
        ];

    private static ImmutableArray<string> Row(ParameterRow row) =>
        [
            row.Scope,
            row.Id,
            row.Name,
            Number(row.Value) + (Math.Abs(Math.Log(row.Value / row.Prior)) > 1.5 * row.Spread ? " *" : ""),
            Number(row.Prior),
            row is { Low: { } low, High: { } high } ? $"{Number(low)} to {Number(high)}" : "-",
            Sizes.Count(row.Runs),
            Sizes.Count(row.Sources),
        ];

    private static string Number(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
