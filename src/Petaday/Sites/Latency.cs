using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Sites;

/// <summary>How long a signal takes between two places.</summary>
public static class Latency
{
    /// <summary>
    /// The round trip, s: 2 × great circle × detour / speed of light in fibre (Bozkurt et al. 2018). Devices at either end are not in it. Not known where a
    /// place's position is not.
    /// </summary>
    public static Line RoundTrip(Place from, Place to, SiteFactors factors)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(factors);
        return Line.Computed(
            "roundTrip",
            $"Round trip from {from.Name} to {to.Name}",
            Dimension.Seconds,
            "2 × distance × path over the great circle / speed of light in fibre",
            static parts => 2 * parts[0] * parts[1] / parts[2],
            Distance(from, to),
            factors.Detour,
            factors.FibreSpeed
        );
    }

    /// <summary>Along the great circle, m.</summary>
    public static Line Distance(Place from, Place to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return from.Position is { } one && to.Position is { } other
            ? new Line("distance", $"Great circle from {from.Name} to {to.Name}", one.DistanceTo(other), Dimension.Length)
            {
                Note = "between the cities that stand for them",
            }
            : Line.Unknown("distance", $"Great circle from {from.Name} to {to.Name}", Dimension.Length, "a position is not known");
    }
}
