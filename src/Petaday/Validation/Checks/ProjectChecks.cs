using Petaday.Economics;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Validation.Checks;

/// <summary>The prices of a run whose hardware was bought at one date and used from another, by <see cref="CostModel"/>.</summary>
internal static class ProjectChecks
{
    private const string Unstated = "not part of this check";

    /// <summary>What hardware loses in worth while it is held, and its electricity.</summary>
    public static Line Amortised(CheckInputs inputs, FactorBook factors) => Summary(inputs, factors).Amortised;

    /// <summary>What buying the cluster takes.</summary>
    public static Line Acquisition(CheckInputs inputs, FactorBook factors) => Summary(inputs, factors).Acquisition;

    private static CostSummary Summary(CheckInputs inputs, FactorBook factors)
    {
        Line time = ComputeChecks.Time(inputs);
        Line energy = Line.Product(
            "energy",
            "Energy on the meter",
            time,
            inputs.Line("watts", "Power of a device with its share of the server", Dimension.Watts),
            inputs.Line("pue", "Power usage effectiveness", Dimension.None)
        );
        var unknown = Line.Unknown("rent", "Rent of a device", Dimension.MoneyPerSecond, Unstated);
        var prices = new PriceBook(
            unknown,
            unknown,
            unknown,
            unknown,
            inputs.Line("purchase", "Price of a device", Dimension.Money),
            CoversServer: false
        );
        double devices = inputs.Line("cluster", "Devices of the cluster", Dimension.None).Value ?? 1;
        return CostModel.Estimate(
            new CostInputs(
                inputs.Text("accelerator"),
                (int)Math.Clamp(devices, 1, int.MaxValue),
                time,
                energy,
                inputs.Line("tariff", "Tariff", Dimension.MoneyPerJoule),
                prices,
                MoneyBasis.Own
            )
            {
                Start = inputs.Day("start"),
                PriceDate = inputs.Day("priceDate"),
            },
            factors.Economics
        );
    }
}
