using Petaday.Outlook;
using Petaday.Quantities;

namespace Petaday.Scenarios.Levers;

/// <summary>A lever pulled alone.</summary>
/// <param name="Lever">The lever.</param>
/// <param name="Figures">What the run then takes; null where the lever does not apply or is not feasible.</param>
/// <param name="Ratio">The metric after over before; null where not known.</param>
/// <param name="Interval">90 % interval of <paramref name="Ratio"/>, from the grade of the evidence.</param>
/// <param name="Why">Why there is no figure; null where there is one.</param>
public sealed record LeverRow(Lever Lever, LeverFigures? Figures, double? Ratio, Interval? Interval, string? Why);
