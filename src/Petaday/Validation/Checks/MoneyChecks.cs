using Petaday.Economics;
using Petaday.Environment;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Validation.Checks;

/// <summary>Money by <see cref="CostModel"/>.</summary>
internal static class MoneyChecks
{
    private const string Unstated = "not part of this check";

    /// <summary>Rent on demand of the device-time that compute takes, USD.</summary>
    public static Line Rented(CheckInputs inputs, FactorBook factors) =>
        Rent(ComputeChecks.Time(inputs), inputs.Line("rent", "Rent of a device", Dimension.MoneyPerSecond), factors);

    /// <summary>What an owned device costs over a time, or one of its parts, USD.</summary>
    public static Line Amortised(CheckInputs inputs, FactorBook factors)
    {
        Line time = inputs.Line("deviceTime", "Device-time", Dimension.Seconds);
        EnergyUse energy = EnergyModel.Estimate(
            new PowerInputs("h100-sxm-80gb", "gpu", 1) { DesignWatts = inputs.Line("designWatts", "Design power", Dimension.Watts) },
            time,
            inputs.Line("pue", "Power usage effectiveness", Dimension.None),
            factors.Energy
        );
        Line price = inputs.Line("purchase", "Price of a device with its share of the server", Dimension.Money);
        Line amortised = CostModel
            .Estimate(
                Inputs(
                    time,
                    energy.Facility,
                    inputs.Line("tariff", "Tariff", Dimension.MoneyPerJoule),
                    Unknown("rent"),
                    MoneyBasis.Own
                ) with
                {
                    Prices = Prices(Unknown("rent")) with { Purchase = price, CoversServer = true },
                },
                factors.Economics
            )
            .Amortised;
        return Part(amortised, inputs);
    }

    internal static Line Rent(Line time, Line rent, FactorBook factors) =>
        CostModel
            .Estimate(
                Inputs(
                    time,
                    Line.Unknown("energy", "Energy", Dimension.Joules, Unstated),
                    Line.Unknown("tariff", "Tariff", Dimension.MoneyPerJoule, Unstated),
                    rent,
                    MoneyBasis.OnDemand
                ),
                factors.Economics
            )
            .Rental;

    private static Line Part(Line amortised, CheckInputs inputs)
    {
        string[] parts = [.. inputs.Under("part.")];
        return parts.Length == 0
            ? amortised
            : Line.Sum("part", "Part of the amortised cost", Dimension.Money, amortised.Parts.Where(part => parts.Contains(part.Key)));
    }

    private static CostInputs Inputs(Line time, Line energy, Line tariff, Line rent, MoneyBasis basis) =>
        new("h100-sxm-80gb", 1, time, energy, tariff, Prices(rent), basis);

    private static PriceBook Prices(Line rent) =>
        new(
            rent,
            Unknown("committed1y"),
            Unknown("committed3y"),
            Unknown("spot"),
            Line.Unknown("purchase", "Price of a device", Dimension.Money, Unstated),
            CoversServer: false
        );

    private static Line Unknown(string key) => Line.Unknown(key, "Rent of a device", Dimension.MoneyPerSecond, Unstated);
}
