namespace Petaday.Reports;

/// <summary>How a series is drawn.</summary>
public enum ChartMark
{
    /// <summary>A dot a point.</summary>
    Scatter,

    /// <summary>A line through the points in the order given, broken where one is not finite.</summary>
    Line,

    /// <summary>Dots joined by a line.</summary>
    Joined,

    /// <summary>A cross a point: what cannot be done.</summary>
    Cross,

    /// <summary>A bar from zero (or from the axis's low end where it is logarithmic) a point.</summary>
    Bar,

    /// <summary>A bar a point that begins where the bar of the series before ends; all series of this mark are one stack. Amounts are zero or more.</summary>
    Stack,
}
