using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Outlook;

/// <summary>A trend that somebody published: a row of catalog/trends/trends.csv.</summary>
/// <param name="Metric">What it is of, as the row has it: what it is looked up by.</param>
/// <param name="Value">As it is written.</param>
/// <param name="Unit">Unit of <paramref name="Value"/>: "x per year", "% per year", "years to double", "months to halve" ...</param>
/// <param name="Low">Low end, as written; null where there is none.</param>
/// <param name="High">High end.</param>
/// <param name="Period">Years that it was seen in.</param>
/// <param name="Source">Where it is published.</param>
/// <param name="Notes">What else the row says.</param>
public sealed record CitedTrend(
    string Metric,
    double Value,
    string Unit,
    double? Low,
    double? High,
    string? Period,
    string Source,
    string? Notes
)
{
    private const double Months = 12;

    /// <summary>Growth a year; null where the unit is of none.</summary>
    public double? Growth => Yearly(Value);

    /// <summary>Range of <see cref="Growth"/>; null where the row gives none.</summary>
    public Interval? GrowthRange =>
        Low is { } low && High is { } high && Yearly(low) is { } one && Yearly(high) is { } other
            ? new Interval(Math.Min(one, other), Math.Max(one, other))
            : null;

    /// <summary>The growth as a line with its source.</summary>
    public Line Line(string key) =>
        new(key, Metric, Growth, Dimension.None)
        {
            Interval = GrowthRange,
            Note = string.Join("; ", new[] { Period, Notes }.OfType<string>()) is { Length: > 0 } note ? note : null,
            Sources = [Reference()],
        };

    /// <summary>The source.</summary>
    public SourceReference Reference() =>
        new(Source, Metric, Uri.IsWellFormedUriString(Source, UriKind.Absolute) ? Source : null, null, Grade.Estimated);

    private double? Yearly(double value) =>
        Unit.StartsWith("x per year", StringComparison.Ordinal) ? value
        : Unit.StartsWith("% per year", StringComparison.Ordinal) ? 1 + (value / 100)
        : Unit.StartsWith("years to double", StringComparison.Ordinal) ? Math.Pow(2, 1 / value)
        : Unit.StartsWith("months to double", StringComparison.Ordinal) ? Math.Pow(2, Months / value)
        : Unit.StartsWith("months to halve", StringComparison.Ordinal) ? Math.Pow(0.5, Months / value)
        : null;
}
