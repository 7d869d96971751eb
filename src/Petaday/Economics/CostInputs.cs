using Petaday.Explanations;

namespace Petaday.Economics;

/// <summary>What a run takes, and what that is paid at.</summary>
/// <param name="AcceleratorId">Catalog id: chooses the server's mark-up.</param>
/// <param name="Devices">Devices in the job, 1 or more.</param>
/// <param name="DeviceSeconds">Time for which devices are held, device-seconds.</param>
/// <param name="Energy">Energy on the meter, J.</param>
/// <param name="Tariff">Price of electricity, USD/J.</param>
/// <param name="Prices">Prices of the devices.</param>
/// <param name="Basis">How they are paid for.</param>
public sealed record CostInputs(
    string AcceleratorId,
    int Devices,
    Line DeviceSeconds,
    Line Energy,
    Line Tariff,
    PriceBook Prices,
    MoneyBasis Basis
)
{
    /// <summary>When training starts: hardware is worth less by then than at its price's date; null to take its price as it stands.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>When hardware could be bought at its price, from which it loses worth; null for the later of the price's own date and what <see cref="EconomicFactors.AcquisitionLag"/> says.</summary>
    public DateOnly? PriceDate { get; init; }

    /// <summary>Terms of the rental price that stands beside owning; null for on demand.</summary>
    public MoneyBasis? Terms { get; init; }

    /// <summary>The terms on which the rental price is: the basis, else the terms that stand beside owning.</summary>
    public MoneyBasis RentTerms => Basis != MoneyBasis.Own ? Basis : Terms ?? MoneyBasis.OnDemand;
}
