using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Economics.Project;

/// <summary>What a device's time costs that is not the final run's: experiments, evaluation, updates.</summary>
internal static class DevicePrice
{
    /// <summary>USD a device-second: the run's own cost over its device time; on the acquisition basis its electricity alone, for the cluster is bought already.</summary>
    public static Line Of(ProjectWork work) =>
        work.Basis == PriceBasis.Rental
            ? work.Inputs.Compute.Prices.Rent(ProjectModel.Terms(work.Inputs))
            : Line.Computed(
                "deviceSecond",
                work.Basis == PriceBasis.Amortised ? "Cost of device time" : "Electricity of device time",
                Dimension.MoneyPerSecond,
                work.Basis == PriceBasis.Amortised ? "cost of the run / its device time" : "electricity of the run / its device time",
                static parts => parts[1] > 0 ? parts[0] / parts[1] : 0,
                work.Basis == PriceBasis.Amortised
                    ? Runs.Reference.To(work.Compute, "project.compute")
                    : Electricity.Cost(work.Inputs.Compute),
                Runs.Reference.To(work.Inputs.Compute.DeviceSeconds, "run.deviceSeconds")
            );
}
