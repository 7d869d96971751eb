using Petaday.Explanations;

namespace Petaday.Sites;

/// <summary>What a hall that is built costs a run.</summary>
public static class HallPrice
{
    /// <summary>The price of building spread evenly over the hall's life, USD/W/s.</summary>
    public static Line OverLife(Line build, SiteFactors factors)
    {
        ArgumentNullException.ThrowIfNull(build);
        ArgumentNullException.ThrowIfNull(factors);
        return Line.Computed(
            "buildRate",
            "Price of building a hall over its life",
            factors.Lease.Unit,
            "price of building / life of a hall",
            static parts => parts[0] / parts[1],
            build,
            factors.HallLife
        );
    }
}
