using System.Collections.Immutable;

namespace Petaday.Reports;

/// <summary>One axis of a chart.</summary>
/// <param name="Title">What is drawn along it.</param>
/// <param name="Unit">Unit of the numbers, such as <c>s</c>; empty for a pure number.</param>
/// <param name="Logarithmic">Whether equal ratios are equal distances; values at or below zero are then left out.</param>
public sealed record ChartAxis(string Title, string Unit = "", bool Logarithmic = false)
{
    /// <summary>Names along the axis in place of numbers, at 0, 1, 2 ...; empty for an axis of numbers.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Whether the numbers are years, which are written out: 2030, not 2.03k.</summary>
    public bool IsYear { get; init; }

    /// <summary>Title and unit as a reader sees them.</summary>
    public string Caption => Unit.Length == 0 ? Title : $"{Title} ({Unit})";
}
