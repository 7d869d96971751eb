using Petaday.Scenarios.Projects;

namespace Petaday.Reports;

/// <summary>A project as a table: a row a line, and the total last.</summary>
public static class ProjectCsv
{
    private static readonly string[] Columns =
    [
        "key",
        "cause",
        "name",
        "amount",
        "currency",
        "share",
        "low",
        "high",
        "amortised",
        "rental",
        "acquisition",
        "formula",
        "note",
        "sources",
    ];

    /// <summary>The text.</summary>
    public static string Of(Ledger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return CsvReport.Of(Columns, ledger.Lines.Select(line => Row(ledger, line)).Append(Total(ledger)));
    }

    private static IEnumerable<string> Row(Ledger ledger, LedgerLine line) =>
        [
            line.Key,
            line.CauseName,
            line.Line.Name,
            line.Amount?.Plain() ?? "",
            ledger.Currency.Code,
            CsvReport.Number(ledger.Share(line.Amount)),
            CsvReport.Number(line.Interval?.Low),
            CsvReport.Number(line.Interval?.High),
            line.Amortised?.Plain() ?? "",
            line.Rental?.Plain() ?? "",
            line.Acquisition?.Plain() ?? "",
            line.Line.Formula ?? "",
            line.Line.Note ?? "",
            string.Join("; ", ProjectJson.SourcesOf(line.Line).Select(source => source.Id)),
        ];

    private static IEnumerable<string> Total(Ledger ledger) =>
        [
            "project",
            "",
            "Project",
            ledger.Total?.Plain() ?? "",
            ledger.Currency.Code,
            CsvReport.Number(ledger.Share(ledger.Total)),
            CsvReport.Number(ledger.Interval?.Low),
            CsvReport.Number(ledger.Interval?.High),
            ledger.On(Economics.Project.PriceBasis.Amortised)?.Plain() ?? "",
            ledger.On(Economics.Project.PriceBasis.Rental)?.Plain() ?? "",
            ledger.On(Economics.Project.PriceBasis.Acquisition)?.Plain() ?? "",
            "the sum of the lines",
            "",
            "",
        ];
}
