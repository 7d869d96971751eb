namespace Petaday.Reports;

/// <summary>One point, in the units of the chart's axes.</summary>
/// <param name="X">Position along the horizontal axis.</param>
/// <param name="Y">Position along the vertical axis.</param>
/// <param name="Label">What it is; shown when the pointer rests on it, and under a bar.</param>
public readonly record struct ChartPoint(double X, double Y, string? Label = null)
{
    /// <summary>Radius of a dot, px.</summary>
    public double Radius { get; init; } = 3;

    /// <summary>What is written beside a dot; null for nothing.</summary>
    public string? Text { get; init; }
}
