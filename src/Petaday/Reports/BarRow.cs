using Petaday.Quantities;

namespace Petaday.Reports;

/// <summary>A bar of a <see cref="BarPicture"/>.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">Its amount as a person reads it.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
public sealed record BarRow(string Label, string Value, double Start, double End)
{
    /// <summary>Where the end lies with 90 % probability, drawn as a whisker; null for none.</summary>
    public Interval? Range { get; init; }

    /// <summary>Whether it is what the bars above it add up to.</summary>
    public bool IsTotal { get; init; }
}
