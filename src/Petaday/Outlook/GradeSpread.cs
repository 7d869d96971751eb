using Petaday.Quantities;

namespace Petaday.Outlook;

/// <summary>
/// Where the true effect of a lever lies, by the grade of its evidence: the stated ratio to a power between <paramref name="Low"/> and
/// <paramref name="High"/>. A convention of the catalog (catalog/levers/effects.yaml), not a measurement.
/// </summary>
/// <param name="Grade">The grade's words.</param>
/// <param name="Low">0 where there may be no effect at all.</param>
/// <param name="High">1 where the effect is a bound, more where it may be larger.</param>
public sealed record GradeSpread(string Grade, double Low, double High)
{
    /// <summary>The 90 % interval of an effect that is stated as <paramref name="ratio"/>, after over before.</summary>
    public Interval Around(double ratio)
    {
        var (one, other) = (Math.Pow(ratio, Low), Math.Pow(ratio, High));
        return new Interval(Math.Min(one, other), Math.Max(one, other));
    }
}
