using Petaday.Economics;
using Petaday.Environment;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;
using Petaday.Training;

namespace Petaday.Scenarios;

/// <summary>What a run uses up: energy, carbon, water, money.</summary>
internal sealed record Consumption(EnergyUse Energy, CarbonUse Carbon, Line Water, CostSummary Cost)
{
    /// <summary>Works it out for one case.</summary>
    public static Consumption Of(Case one, StepEstimate estimate, RunPlan run, Knowledge knowledge)
    {
        var factors = knowledge.Factors;
        var power = PowerInputs.Read(one.System.Accelerator, one.System.Entry, one.Devices) with
        {
            BusyFraction = new Line("busyFraction", "Share of a step in which the device works", estimate.BusyFraction, Dimension.None),
        };
        var energy = EnergyModel.Estimate(power, run.DeviceSeconds, one.Site.Pue, factors.Energy);
        var embodied = EmbodiedModel.Estimate(EmbodiedInputs.Read(one.System.Accelerator, run.DeviceSeconds), factors.Embodied);
        return new Consumption(
            energy,
            CarbonModel.Estimate(energy, one.Site, embodied),
            WaterModel.Estimate(energy, one.Site),
            CostModel.Estimate(
                new CostInputs(
                    one.System.Spec.Accelerator.Id,
                    one.Devices,
                    run.DeviceSeconds,
                    energy.Facility,
                    Tariff(one),
                    Prices(one),
                    one.Payment.Basis
                ),
                factors.Economics
            )
        );
    }

    /// <summary>Price of electricity: the scenario's, else the site's.</summary>
    public static Line Tariff(Case one) =>
        one.Payment.Tariff is { } own
            ? new Line("tariff", "Price of electricity", own, Dimension.MoneyPerJoule) { Note = "as the scenario says" }
            : one.Site.Tariff;

    /// <summary>Prices of the devices, with the rent that the scenario gives.</summary>
    public static PriceBook Prices(Case one)
    {
        var prices = PriceBook.Read(one.System.Accelerator, one.System.Entry);
        if (one.Payment.Rent is not { } own)
        {
            return prices;
        }

        var rent = new Line("rent", "Rent of a device", own, Dimension.MoneyPerSecond) { Note = "as the scenario says" };
        return one.Payment.Basis switch
        {
            MoneyBasis.CommittedOneYear => prices with { CommittedOneYear = rent },
            MoneyBasis.CommittedThreeYears => prices with { CommittedThreeYears = rent },
            MoneyBasis.Spot => prices with { Spot = rent },
            _ => prices with { OnDemand = rent },
        };
    }
}
