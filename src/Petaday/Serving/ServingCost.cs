using System.Collections.Immutable;
using Petaday.Economics;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;

namespace Petaday.Serving;

/// <summary>Money of serving: what the machines cost to buy, and what a month comes to on three bases.</summary>
/// <param name="Capital">Buying the servers that hold the devices, USD.</param>
/// <param name="Amortised">Owning: what the hardware loses in worth, and electricity.</param>
/// <param name="Rental">Renting the devices; electricity is in the rent.</param>
/// <param name="Acquisition">Buying: the price spread over the horizon as if nothing were left, and electricity.</param>
/// <param name="Basis">The basis that was asked for.</param>
public sealed record ServingCost(Line Capital, BasisCost Amortised, BasisCost Rental, BasisCost Acquisition, MoneyBasis Basis)
{
    /// <summary>On the basis that was asked for: owning is amortised.</summary>
    public BasisCost Chosen => Basis == MoneyBasis.Own ? Amortised : Rental;

    /// <summary>The three side by side.</summary>
    public ImmutableArray<BasisCost> Bases => [Amortised, Rental, Acquisition];

    /// <summary>Works it out.</summary>
    public static ServingCost Of(ServingQuestion question, ServiceRate rate, ServingFleet fleet, Line energy, ServingBook book)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(fleet);
        ArgumentNullException.ThrowIfNull(book);
        var machine = question.Machine;
        var economics = book.Factors.Economics;
        Line perServer = new("devicesPerServer", "Devices of a server", machine.Spec.DevicesPerNode, Dimension.None);
        Line rented = Line.Product("deviceSeconds", "Device time of a month", Reference.To(fleet.Devices, "fleet"), book.Month);
        Line owned = Line.Product(
            "ownedSeconds",
            "Device time of the servers",
            Reference.To(fleet.Servers, "fleet"),
            perServer,
            book.Month
        );
        CostInputs inputs = Inputs(question, rented, Reference.To(energy, "energy"));
        Line electricity = Electricity.Cost(inputs);
        Line rental = Line.Sum(
            "rental",
            "Rental",
            Dimension.Money,
            DeviceRent.Cost(inputs, question.Basis == MoneyBasis.Own ? MoneyBasis.OnDemand : question.Basis)
        );
        Line amortised = Owned(inputs with { DeviceSeconds = owned }, machine.ServerPrice is null, economics, electricity);
        Line capital = Bought(machine, inputs, fleet, perServer, economics);
        Line written = Line.Computed(
            "hardware",
            "Hardware, written off over its life",
            Dimension.Money,
            "price × month / life",
            static parts => parts[0] * parts[1] / parts[2],
            Reference.To(capital, "capital"),
            book.Month,
            question.Horizon ?? book.Serving.Horizon
        );
        Line acquisition = Line.Sum("acquisition", "Acquisition: buying the servers", Dimension.Money, written, electricity);
        BasisCost of(Line month) => BasisCost.Of(month, question.Demand, rate, book);
        return new ServingCost(capital, of(amortised), of(rental), of(acquisition), question.Basis);
    }

    private static CostInputs Inputs(ServingQuestion question, Line deviceSeconds, Line energy)
    {
        var machine = question.Machine;
        return new CostInputs(
            machine.Spec.Accelerator.Id,
            1,
            deviceSeconds,
            energy,
            question.Tariff ?? question.Site.Tariff,
            machine.ServerPrice is { } stated ? Stated(machine, stated) : machine.Prices,
            question.Basis
        );
    }

    private static PriceBook Stated(ServingMachine machine, Line price) =>
        machine.Prices with
        {
            CoversServer = true,
            Purchase = Line.Computed(
                "purchase",
                "Stated price of a device with its share of the server",
                Dimension.Money,
                "price of a server / its devices",
                static parts => parts[0] / parts[1],
                price,
                new Line("devicesPerServer", "Devices of a server", machine.Spec.DevicesPerNode, Dimension.None)
            ),
        };

    private static Line Owned(CostInputs inputs, bool isNetworked, EconomicFactors factors, Line electricity)
    {
        Line devices = OwnedDevices.Cost(inputs, factors);
        Line servers = OwnedServers.Cost(inputs, factors);
        IEnumerable<Line> network = isNetworked ? [Interconnect.Cost(devices, servers, factors)] : [];
        return Line.Sum("amortised", "Amortised: owning", Dimension.Money, [devices, servers, .. network, electricity]);
    }

    private static Line Bought(ServingMachine machine, CostInputs inputs, ServingFleet fleet, Line perServer, EconomicFactors factors) =>
        machine.ServerPrice is { } stated
            ? Line.Product("capital", "Buying the servers", Reference.To(fleet.Servers, "fleet"), stated)
            : Line.Product(
                "capital",
                "Buying the servers and their network",
                Reference.To(fleet.Servers, "fleet"),
                perServer,
                DevicePurchase.Cost(inputs, factors) with
                {
                    Key = "devicePrice",
                    Name = "Price of a device with its share of server and network",
                }
            );
}
