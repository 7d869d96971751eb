using System.Collections.Immutable;
using Petaday.Explanations;

namespace Petaday.Reports;

/// <summary>What <see cref="SvgBars"/> draws: bars that lie under each other on one scale.</summary>
/// <param name="Title">Heading, and the accessible name of the picture.</param>
/// <param name="Rows">The bars, the first on top; one that is not finite is left out.</param>
public sealed record BarPicture(string Title, ImmutableArray<BarRow> Rows)
{
    /// <summary>A line across all bars, such as a capacity; null for none.</summary>
    public double? Limit { get; init; }

    /// <summary>What the line is.</summary>
    public string LimitLabel { get; init; } = "";

    /// <summary>Whether the scale begins at zero.</summary>
    public bool FromZero { get; init; } = true;

    /// <summary>Parts that each begin where the one above ends, with their total below.</summary>
    /// <param name="title">Heading.</param>
    /// <param name="parts">Names, amounts and how they are written.</param>
    /// <param name="total">Name of the total, its amount and how that is written.</param>
    public static BarPicture Waterfall(
        string title,
        IEnumerable<(string Label, double Amount, string Text)> parts,
        (string Label, double Amount, string Text) total
    )
    {
        ArgumentNullException.ThrowIfNull(parts);
        var rows = ImmutableArray.CreateBuilder<BarRow>();
        double at = 0;
        foreach (var (label, amount, text) in parts)
        {
            rows.Add(new BarRow(label, text, at, at + amount));
            at += amount;
        }

        rows.Add(new BarRow(total.Label, total.Text, 0, total.Amount) { IsTotal = true });
        return new BarPicture(title, rows.ToImmutable());
    }

    /// <summary>The parts of a line that is their sum, those that are known, with its interval at the total.</summary>
    public static BarPicture Of(string title, Line sum)
    {
        ArgumentNullException.ThrowIfNull(sum);
        var picture = Waterfall(
            title,
            sum.Parts.Where(part => part.Value is not null and not 0)
                .Select(part => (part.Name, part.Value.GetValueOrDefault(), Sizes.Of(part.Value, part.Unit))),
            (sum.Name, sum.Value ?? double.NaN, Sizes.Of(sum.Value, sum.Unit))
        );
        return picture with { Rows = [.. picture.Rows[..^1], picture.Rows[^1] with { Range = sum.Interval }] };
    }
}
