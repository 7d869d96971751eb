using Petaday.Quantities;

namespace Petaday.Scenarios.Comparisons;

/// <summary>A figure of one column, beside the first column's.</summary>
/// <param name="Value">In the unit of the JSON result; null where not known.</param>
/// <param name="Range">Its 90 % interval; null where not known.</param>
/// <param name="Ratio">It over the first column's; null where either is not known or the first is zero.</param>
/// <param name="Difference">It less the first column's; null where either is not known.</param>
/// <param name="Standing">What the intervals say about the difference.</param>
/// <param name="IsBest">Whether none of the columns that fit is better, and some column is worse.</param>
/// <param name="IsClear">Whether it is best, and no other column's interval meets its own but where the ratio stands all the same.</param>
public sealed record FigureCell(
    double? Value,
    Interval? Range,
    double? Ratio,
    double? Difference,
    Standing Standing,
    bool IsBest,
    bool IsClear
);
