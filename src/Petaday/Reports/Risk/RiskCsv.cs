using Petaday.Explanations.Risk;

namespace Petaday.Reports.Risk;

/// <summary>Every line of a study of risk as a row of CSV: path, value, unit (SI) and percentiles, empty where it stands still.</summary>
public static class RiskCsv
{
    /// <summary>The text.</summary>
    public static string Of(RiskResult risk)
    {
        ArgumentNullException.ThrowIfNull(risk);
        return CsvReport.Of(
            ["key", "name", "value", "unit", "mean", "p5", "p10", "p25", "p50", "p75", "p90", "p95"],
            risk.Lines.Select(static line =>
                (IEnumerable<string>)
                    [
                        line.Path,
                        line.Line.Name,
                        CsvReport.Number(line.Line.Value),
                        line.Line.Unit.ToString(),
                        .. new[]
                        {
                            line.Spread?.Mean,
                            line.Spread?.P5,
                            line.Spread?.P10,
                            line.Spread?.P25,
                            line.Spread?.P50,
                            line.Spread?.P75,
                            line.Spread?.P90,
                            line.Spread?.P95,
                        }.Select(CsvReport.Number),
                    ]
            )
        );
    }
}
