using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Economics;

/// <summary>The prices that are known of a system's devices. A price that nobody states is a line without a value.</summary>
/// <param name="OnDemand">Rent of a device by the hour, USD/s.</param>
/// <param name="CommittedOneYear">The same with a commitment of a year.</param>
/// <param name="CommittedThreeYears">The same with a commitment of three years.</param>
/// <param name="Spot">The same for spare capacity.</param>
/// <param name="Purchase">Price of a device, USD: with its share of the server where <paramref name="CoversServer"/>.</param>
/// <param name="CoversServer">True where the purchase price is of a whole server, shared out among its devices.</param>
public sealed record PriceBook(Line OnDemand, Line CommittedOneYear, Line CommittedThreeYears, Line Spot, Line Purchase, bool CoversServer)
{
    private const string Launch = "price.launch";

    /// <summary>When the accelerator was released; null where not known. Its price holds until large buyers get it, and falls from then.</summary>
    public DateOnly? Released { get; init; }

    /// <summary>The rent that a basis asks for. Throws <see cref="ArgumentOutOfRangeException"/> for <see cref="MoneyBasis.Own"/>, which is not rent.</summary>
    public Line Rent(MoneyBasis basis) =>
        basis switch
        {
            MoneyBasis.OnDemand => OnDemand,
            MoneyBasis.CommittedOneYear => CommittedOneYear,
            MoneyBasis.CommittedThreeYears => CommittedThreeYears,
            MoneyBasis.Spot => Spot,
            _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "Owning is not rent."),
        };

    /// <summary>The prices of a system, and of its accelerator where the system states none.</summary>
    /// <param name="accelerator">The accelerator's entry.</param>
    /// <param name="system">The system's entry; null where only the accelerator is known.</param>
    public static PriceBook Read(Entry accelerator, Entry? system)
    {
        (Line purchase, bool coversServer) = Buy(accelerator, system);
        return new PriceBook(
            Rent(accelerator, system, "onDemand", "Rent of a device, on demand"),
            Rent(accelerator, system, "committed1y", "Rent of a device, committed for a year"),
            Rent(accelerator, system, "committed3y", "Rent of a device, committed for three years"),
            Rent(accelerator, system, "spot", "Rent of a device, spot"),
            purchase,
            coversServer
        )
        {
            Released = accelerator.Date("released"),
        };
    }

    private static Line Rent(Entry accelerator, Entry? system, string key, string name)
    {
        string path = "price." + key;
        return (system is not null && system.Has(path) ? system : accelerator).Line(path, key, name, Dimension.MoneyPerSecond);
    }

    private static (Line Price, bool CoversServer) Buy(Entry accelerator, Entry? system)
    {
        if (system is not null && system.Has("price.buy") && system.Integer("devicesPerNode") is { } devices and > 0)
        {
            Line node = system.Line("price.buy", "nodePrice", "Price of a server", Dimension.Money);
            Line share = Line.Computed(
                "purchase",
                "Price of a device with its share of the server",
                Dimension.Money,
                "price of a server / its devices",
                static parts => parts[0] / parts[1],
                node,
                new Line("devicesPerNode", "Devices of a server", devices, Dimension.None)
            ) with
            {
                Sources = node.Sources,
            };
            return (share, true);
        }

        // A few accelerators are only sold in servers: their entry says that its price covers one.
        return (
            accelerator.Line(Launch, "purchase", "Price of a device", Dimension.Money),
            accelerator.Text("price.launchCovers") == "server"
        );
    }
}
