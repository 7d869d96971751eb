using Petaday.Environment;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;

namespace Petaday.Serving;

/// <summary>Energy, carbon and water of a month of serving.</summary>
/// <param name="Energy">Energy and power; those of a device where they are of no month.</param>
/// <param name="AverageWatts">Power of the halls on average, W.</param>
/// <param name="PeakWatts">Rated power with the halls' overhead, W.</param>
/// <param name="Carbon">Carbon of a month.</param>
/// <param name="Water">Water of a month, m3.</param>
/// <param name="CarbonPerRequest">Of electricity and hardware, kgCO2e/request.</param>
/// <param name="CarbonPerToken">The same for a token of prompt or answer, kgCO2e/token.</param>
/// <param name="EnergyPerRequest">On the meter, J/request.</param>
public sealed record ServingFootprint(
    EnergyUse Energy,
    Line AverageWatts,
    Line PeakWatts,
    CarbonUse Carbon,
    Line Water,
    Line CarbonPerRequest,
    Line CarbonPerToken,
    Line EnergyPerRequest
)
{
    /// <summary>Works it out.</summary>
    public static ServingFootprint Of(ServingQuestion question, ServingFleet fleet, ServingBook book)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(fleet);
        ArgumentNullException.ThrowIfNull(book);
        var machine = question.Machine;
        var site = question.Pue is { } pue ? question.Site with { Pue = pue } : question.Site;
        Line held = Line.Product("deviceSeconds", "Device time of a month", Reference.To(fleet.Devices, "fleet"), book.Month);
        EnergyUse energy = EnergyModel.Estimate(Power(machine, fleet), Powered(machine, fleet, held, book), site.Pue, book.Factors.Energy);
        Line embodied = EmbodiedModel.Estimate(EmbodiedInputs.Read(machine.Accelerator, held), book.Factors.Embodied);
        CarbonUse carbon = CarbonModel.Estimate(energy, site, embodied);
        Line requests = Line.Product(
            "requestsOfMonth",
            "Requests of a month",
            Reference.To(question.Demand.Requests, "demand"),
            book.Month
        );
        Line tokens = Line.Computed(
            "tokensOfMonth",
            "Tokens of a month",
            Dimension.Tokens,
            "requests × (tokens of a prompt + tokens of an answer)",
            static parts => parts[0] * (parts[1] + parts[2]),
            requests,
            question.Demand.PromptTokens,
            question.Demand.OutputTokens
        );
        Line whole = Line.Sum("carbon", "Carbon of a month", Dimension.Carbon, carbon.Operational, carbon.Embodied);
        return new ServingFootprint(
            energy,
            PerUnit("averageWatts", "Power of the halls, on average", energy.Facility, book.Month, Dimension.Watts, "energy / month"),
            Line.Product("peakWatts", "Rated power with the halls' overhead", energy.PeakWatts, Reference.To(fleet.Devices, "fleet")),
            carbon,
            WaterModel.Estimate(energy, site),
            PerUnit("carbonPerRequest", "Carbon of a request", whole, requests, Dimension.Carbon / Dimension.Requests, "carbon / requests"),
            PerUnit("carbonPerToken", "Carbon of a token", whole, tokens, Dimension.Carbon / Dimension.Tokens, "carbon / tokens"),
            PerUnit(
                "energyPerRequest",
                "Energy of a request",
                energy.Facility,
                requests,
                Dimension.Joules / Dimension.Requests,
                "energy / requests"
            )
        );
    }

    private static Line PerUnit(string key, string name, Line whole, Line units, Dimension unit, string formula) =>
        Line.Computed(key, name, unit, formula, static parts => parts[0] / parts[1], Reference.To(whole, "energy"), units);

    /// <summary>Power follows the load: devices wait for requests at idle power. Time in which memory alone is busy counts as work.</summary>
    private static PowerInputs Power(ServingMachine machine, ServingFleet fleet)
    {
        var inputs = PowerInputs.Read(machine.Accelerator, machine.System, 1);
        return machine.ServerWatts is { } stated
            ? inputs with
            {
                MeasuredWatts = Line.Computed(
                    "serverShare",
                    "Stated power of a device's share of its server",
                    Dimension.Watts,
                    "power of a server / its devices",
                    static parts => parts[0] / parts[1],
                    stated,
                    new Line("devicesPerServer", "Devices of a server", machine.Spec.DevicesPerNode, Dimension.None)
                ),
            }
            : inputs with
            {
                BusyFraction = Reference.To(fleet.Load, "fleet"),
            };
    }

    /// <summary>A stated power is of work: it counts for the devices that the mean demand keeps busy.</summary>
    private static Line Powered(ServingMachine machine, ServingFleet fleet, Line held, ServingBook book) =>
        machine.ServerWatts is null
            ? held
            : Line.Product("busyDeviceSeconds", "Device time at work in a month", Reference.To(fleet.BusyDevices, "fleet"), book.Month);
}
