using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Serving;

namespace Petaday.Scenarios.ServingCases;

/// <summary>An answer as one tree of lines, under the keys of the JSON result.</summary>
internal static class ServingTree
{
    /// <summary>The tree; throws where there is no estimate.</summary>
    public static Line Of(ServingAnswer answer)
    {
        var estimate = answer.Estimate ?? throw new ArgumentException("There is no estimate.", nameof(answer));
        var (demand, fleet, footprint, cost) = (estimate.Demand, estimate.Fleet, estimate.Footprint, estimate.Cost);
        return Group(
            "serving",
            answer.Case.Name,
            Group("demand", "Demand", demand.Requests, demand.PeakRequests, demand.InputRate, demand.OutputRate),
            Group("throughput", "One replica", estimate.Rate.Requests, estimate.Rate.PromptShare),
            Group("fleet", "Machines", fleet.Work, fleet.Replicas, fleet.Devices, fleet.Servers, fleet.Load, fleet.BusyDevices),
            Group(
                "energy",
                "Energy of a month",
                footprint.Energy.Facility,
                footprint.Energy.Equipment,
                footprint.AverageWatts,
                footprint.PeakWatts,
                footprint.EnergyPerRequest
            ),
            Group(
                "carbon",
                "Carbon of a month",
                footprint.Carbon.Operational,
                footprint.Carbon.Embodied,
                footprint.CarbonPerRequest,
                footprint.CarbonPerToken
            ),
            Group("water", "Water of a month", footprint.Water),
            Group("capital", "To buy", cost.Capital),
            Basis("amortised", cost.Amortised),
            Basis("rental", cost.Rental),
            Basis("acquisition", cost.Acquisition)
        );
    }

    private static Line Basis(string key, BasisCost cost) =>
        Group(
            key,
            cost.Month.Name,
            cost.Month with
            {
                Key = "month",
            },
            cost.PerInputToken,
            cost.PerOutputToken,
            cost.PerToken,
            cost.PerRequest
        );

    private static Line Group(string key, string name, params ReadOnlySpan<Line> parts) =>
        new(key, name, null, Dimension.None) { Parts = [.. parts], Combination = Combination.Other };
}
