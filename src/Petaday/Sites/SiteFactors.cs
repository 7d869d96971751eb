using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;

namespace Petaday.Sites;

/// <summary>What a choice of sites rests on beside the sites' own figures, from catalog/factors/sites.yaml.</summary>
/// <param name="FibreSpeed">Speed of light in fibre, m/s.</param>
/// <param name="Detour">Length of a path in fibre, with all that delays it, over the great circle.</param>
/// <param name="Egress">Price of moving data out, USD/B.</param>
/// <param name="Bandwidth">Rate of a link between sites, B/s.</param>
/// <param name="ShipmentCapacity">Data on one device that is shipped, B.</param>
/// <param name="ShipmentFee">Price of such a device for a job, USD.</param>
/// <param name="ShipmentRead">Price of data put on it, USD/B.</param>
/// <param name="ShipmentTime">From order to the data's arrival, s.</param>
/// <param name="Build">Price of building a hall, USD/W of equipment.</param>
/// <param name="HallLife">Life over which that price is spread, s.</param>
/// <param name="Lease">Lease of a hall, USD/W/s of equipment.</param>
/// <param name="ExchangeSteps">Steps between two exchanges of low-communication training.</param>
/// <param name="SplitUtilisation">Share of the time in which devices of such training compute.</param>
/// <param name="SplitTokens">Tokens such training needs over those of one site, for the same loss.</param>
public sealed record SiteFactors(
    Line FibreSpeed,
    Line Detour,
    Line Egress,
    Line Bandwidth,
    Line ShipmentCapacity,
    Line ShipmentFee,
    Line ShipmentRead,
    Line ShipmentTime,
    Line Build,
    Line HallLife,
    Line Lease,
    Line ExchangeSteps,
    Line SplitUtilisation,
    Line SplitTokens
)
{
    /// <summary>USD/W.</summary>
    public static Dimension MoneyPerWatt { get; } = Dimension.Money / Dimension.Watts;

    /// <summary>USD/B.</summary>
    public static Dimension MoneyPerByte { get; } = Dimension.Money / Dimension.Bytes;

    /// <summary>m/s.</summary>
    public static Dimension MetresPerSecond { get; } = Dimension.Length / Dimension.Seconds;

    /// <summary>Reads the factors. Throws <see cref="InvalidDataException"/> when one is missing or measures something else.</summary>
    public static SiteFactors Read(Entry entry) =>
        new(
            entry.Required("network.fibreSpeed", "Speed of light in fibre", MetresPerSecond),
            entry.Required("network.detour", "Path over the great circle", Dimension.None),
            entry.Required("network.egress", "Price of moving data", MoneyPerByte),
            entry.Required("network.bandwidth", "Rate of the link", Dimension.BytesPerSecond),
            entry.Required("shipment.capacity", "Data on a device that is shipped", Dimension.Bytes),
            entry.Required("shipment.fee", "Fee of a device that is shipped", Dimension.Money),
            entry.Required("shipment.read", "Price of data put on it", MoneyPerByte),
            entry.Required("shipment.time", "Time of a shipment", Dimension.Seconds),
            entry.Required("hall.build", "Price of building a hall", MoneyPerWatt),
            entry.Required("hall.life", "Life of a hall", Dimension.Seconds),
            entry.Required("hall.lease", "Lease of a hall", MoneyPerWatt / Dimension.Seconds),
            entry.Required("lowCommunication.steps", "Steps between exchanges", Dimension.None),
            entry.Required("lowCommunication.utilisation", "Share of time in which devices compute", Dimension.None),
            entry.Required("lowCommunication.tokens", "Tokens for the same loss", Dimension.None)
        );
}
