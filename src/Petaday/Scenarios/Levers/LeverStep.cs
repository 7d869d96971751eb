using Petaday.Outlook;
using Petaday.Quantities;

namespace Petaday.Scenarios.Levers;

/// <summary>A step of a waterfall: one more lever pulled on top of those before.</summary>
/// <param name="Lever">The lever.</param>
/// <param name="Figures">What the run takes with it and all before; null where it is passed over.</param>
/// <param name="Before">The metric before it.</param>
/// <param name="After">The metric after it, as the engine gives it for the levers so far together; that of before where it is passed over.</param>
/// <param name="Interval">90 % interval of <paramref name="After"/> over the scenario's own value, from the grades of the evidence so far.</param>
/// <param name="Alone">The metric's ratio where the lever is pulled alone; null where not known.</param>
/// <param name="Why">Why it is passed over; null where it is not.</param>
public sealed record LeverStep(
    Lever Lever,
    LeverFigures? Figures,
    double Before,
    double After,
    Interval Interval,
    double? Alone,
    string? Why
)
{
    /// <summary>The ratio on top of the levers before it.</summary>
    public double Ratio => After / Before;
}
