using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Economics.Project;

/// <summary>What a device's time costs that is not the final run's: experiments, evaluation, updates. The hall, capital and idle time are counted with the run alone.</summary>
internal static class DevicePrice
{
    /// <summary>
    /// USD a device-second without electricity: the rent, with electricity in it; what hardware loses in worth, as in the run; nothing where the cluster was bought for the
    /// run and works it off too.
    /// </summary>
    public static Line OfHardware(ProjectWork work) =>
        work.Basis switch
        {
            PriceBasis.Rental => work.Inputs.Compute.Prices.Rent(work.Inputs.Compute.RentTerms),
            PriceBasis.Acquisition => new Line("bought", "Price of time of a cluster that is bought already", 0, Dimension.MoneyPerSecond),
            _ => PerSecond(
                work,
                "hardwareSecond",
                "Loss of worth of a device in a second of the run",
                "hardware of the run / its device time",
                Line.Sum("hardware", "Hardware of the run", Dimension.Money, work.Hardware)
            ),
        };

    /// <summary>USD of electricity a device-second; nothing where it is in the rent.</summary>
    public static Line OfElectricity(ProjectWork work) =>
        work.Basis == PriceBasis.Rental
            ? new Line("inRent", "Electricity beside the rent", 0, Dimension.MoneyPerSecond)
            : PerSecond(
                work,
                "electricitySecond",
                "Electricity of a device in a second of the run",
                "electricity of the run / its device time",
                Runs.Reference.To(Electricity.Cost(work.Inputs.Compute), "energy.electricity")
            );

    private static Line PerSecond(ProjectWork work, string key, string name, string formula, Line cost) =>
        Line.Computed(
            key,
            name,
            Dimension.MoneyPerSecond,
            formula,
            static parts => parts[1] > 0 ? parts[0] / parts[1] : 0,
            cost,
            Runs.Reference.To(work.Inputs.Compute.DeviceSeconds, "run.deviceSeconds")
        );
}
