using System.Collections.Immutable;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Reports;

/// <summary>One cost line of a tree of causes: a row of <see cref="FocusCsv"/>.</summary>
/// <param name="Line">The line, in USD.</param>
/// <param name="Cause">The cause that it belongs to: the part of the root that it lies under, or itself.</param>
/// <param name="Path">Its keys from the root down, joined by dots.</param>
public sealed record FocusCharge(Line Line, Line Cause, string Path)
{
    /// <summary>
    /// The lines that a total is the sum of, from the top down: sums of money are opened, everything else is a line. A total that is no sum is a line itself.
    /// Throws <see cref="ArgumentException"/> when the total is not money.
    /// </summary>
    public static ImmutableArray<FocusCharge> Of(Line total)
    {
        ArgumentNullException.ThrowIfNull(total);
        if (total.Unit != Dimension.Money)
        {
            throw new ArgumentException($"'{total.Key}' is in '{total.Unit}', not money.", nameof(total));
        }

        return IsOpened(total) ? [.. total.Parts.SelectMany(cause => Below(cause, cause, cause.Key))] : [new(total, total, total.Key)];
    }

    /// <summary>Where the amount comes from: every source below the line, each once.</summary>
    public IEnumerable<SourceReference> Sources => Line.Everything().SelectMany(line => line.Sources).DistinctBy(source => source.Id);

    private static IEnumerable<FocusCharge> Below(Line line, Line cause, string path) =>
        IsOpened(line) ? line.Parts.SelectMany(part => Below(part, cause, $"{path}.{part.Key}")) : [new FocusCharge(line, cause, path)];

    private static bool IsOpened(Line line) => line.Combination == Combination.Sum && !line.Parts.IsEmpty;
}
