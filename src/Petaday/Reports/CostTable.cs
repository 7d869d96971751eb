using System.Collections.Immutable;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Reports;

/// <summary>Cost lines with how each was worked out and the numbers of its sources.</summary>
public static class CostTable
{
    /// <summary>The table of a total: its parts two levels deep, then the total itself.</summary>
    /// <param name="total">A sum of money.</param>
    /// <param name="sources">The report's sources.</param>
    public static Grid Of(Line total, SourceNumbers sources)
    {
        ArgumentNullException.ThrowIfNull(total);
        ArgumentNullException.ThrowIfNull(sources);
        return new Grid(
            ["cost", "amount", "share", "90 %", "how", "sources"],
            [false, true, true, true, false, false],
            [.. total.Parts.SelectMany(cause => Rows(cause, total, sources)), Row(total, total, "", sources)]
        );
    }

    private static IEnumerable<ImmutableArray<string>> Rows(Line cause, Line total, SourceNumbers sources)
    {
        yield return Row(cause, total, "", sources);
        if (cause.Combination != Combination.Sum)
        {
            yield break;
        }

        foreach (var part in cause.Parts.Where(part => part.Value != 0))
        {
            yield return Row(part, total, "· ", sources);
        }
    }

    private static ImmutableArray<string> Row(Line line, Line total, string mark, SourceNumbers sources) =>
        [
            mark + line.Name,
            Sizes.Of(line.Value, Dimension.Money),
            line.Value / total.Value is { } share && double.IsFinite(share) ? Sizes.Share(share) : "",
            line.Interval is { } range ? $"{Sizes.Of(range.Low, Dimension.Money)} to {Sizes.Of(range.High, Dimension.Money)}" : "",
            line.Formula ?? (line.Combination == Combination.Sum ? "the sum of its parts" : ""),
            line.Combination == Combination.Sum ? "" : sources.Of(line),
        ];
}
