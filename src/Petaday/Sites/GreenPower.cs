using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Sites;

/// <summary>Green power that a site takes directly, by a line or a contract of its own.</summary>
/// <param name="Share">Of the energy on the meter, 0 to 1.</param>
/// <param name="Carbon">Its carbon, kgCO2e/J.</param>
/// <param name="Premium">What it costs over the site's tariff, USD/J; below zero where it is cheaper.</param>
public sealed record GreenPower(Line Share, Line Carbon, Line Premium)
{
    /// <summary>Carbon of the mix, kgCO2e/J.</summary>
    public Line CarbonOver(Line grid) =>
        Line.Computed(
            "carbonIntensity",
            "Carbon of the electricity",
            Dimension.CarbonPerJoule,
            "(1 − green share) × carbon of the grid + green share × carbon of green power",
            static parts => ((1 - parts[0]) * parts[1]) + (parts[0] * parts[2]),
            Share,
            grid,
            Carbon
        );

    /// <summary>Price of the mix, USD/J.</summary>
    public Line TariffOver(Line tariff) =>
        Line.Computed(
            "tariff",
            "Price of electricity",
            Dimension.MoneyPerJoule,
            "price of the grid + green share × premium",
            static parts => parts[1] + (parts[0] * parts[2]),
            Share,
            tariff,
            Premium
        );
}
