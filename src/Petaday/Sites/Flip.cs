using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Sites;

/// <summary>At which figure of its own a site would do as well as another.</summary>
/// <param name="CarbonIntensity">Carbon of the grid at which its carbon equals the other's, kgCO2e/J.</param>
/// <param name="GreenShare">Share of direct green power that would do it; 0 where none is needed, null value where none can.</param>
/// <param name="Tariff">Tariff at which its cost equals the other's, USD/J; below zero where nothing would do.</param>
public sealed record Flip(Line CarbonIntensity, Line GreenShare, Line Tariff)
{
    /// <summary>Works the figures out: all are linear, so that each is one division.</summary>
    /// <param name="one">The site.</param>
    /// <param name="intensity">Carbon of its electricity, kgCO2e/J.</param>
    /// <param name="green">Carbon of green power, kgCO2e/J.</param>
    /// <param name="tariff">Its tariff, USD/J.</param>
    /// <param name="other">The site that it is held against.</param>
    public static Flip Of(SiteAccount one, Line intensity, Line green, Line tariff, SiteAccount other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var wanted = Line.Computed(
            "carbonIntensity",
            "Carbon of the electricity at which both cause as much",
            Dimension.CarbonPerJoule,
            "carbon of the other / energy on the meter",
            static parts => parts[0] / parts[1],
            Short(other.Carbon),
            Short(one.Energy)
        );
        return new Flip(
            wanted,
            Line.Computed(
                "greenShare",
                "Share of direct green power at which both cause as much",
                Dimension.None,
                "(carbon of the electricity − wanted) / (carbon of the electricity − carbon of green power), at least 0",
                static parts =>
                    parts[0] <= parts[1] ? 0
                    : parts[1] < parts[2] ? double.NaN
                    : (parts[0] - parts[1]) / (parts[0] - parts[2]),
                intensity,
                Short(wanted),
                green
            ),
            Line.Computed(
                "tariff",
                "Tariff at which both cost as much",
                Dimension.MoneyPerJoule,
                "tariff − (cost − cost of the other) / energy on the meter",
                static parts => parts[0] - ((parts[1] - parts[2]) / parts[3]),
                tariff,
                Short(one.Cost),
                Short(other.Cost),
                Short(one.Energy)
            )
        );
    }

    private static Line Short(Line line) => Runs.Reference.To(line, "the site's account");
}
