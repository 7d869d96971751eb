using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Sites;

/// <summary>Time and money of moving data: over a link, or on devices that are shipped.</summary>
public static class TransferModel
{
    /// <summary>Both ways of moving <paramref name="bytes"/>.</summary>
    /// <param name="bytes">The data, B.</param>
    /// <param name="bandwidth">Rate of the link, B/s.</param>
    /// <param name="egress">Price over the network, USD/B.</param>
    /// <param name="factors">Prices of shipping.</param>
    /// <param name="fastest">True to take the faster, false the cheaper.</param>
    public static DataMove Of(Line bytes, Line bandwidth, Line egress, SiteFactors factors, bool fastest)
    {
        ArgumentNullException.ThrowIfNull(factors);
        var network = Network(bytes, bandwidth, egress);
        var shipment = Shipment(bytes, factors);
        bool ships = Measure(shipment, fastest) is { } shipped && (Measure(network, fastest) is not { } sent || shipped < sent);
        return new DataMove(network, shipment, ships ? shipment : network);
    }

    private static Transfer Network(Line bytes, Line bandwidth, Line egress) =>
        new(
            false,
            Line.Computed(
                "networkSeconds",
                "Moving the data over the network",
                Dimension.Seconds,
                "data / rate of the link",
                static parts => parts[0] / parts[1],
                bytes,
                bandwidth
            ),
            Line.Product("networkCost", "Price of the network", bytes, egress)
        );

    private static Transfer Shipment(Line bytes, SiteFactors factors)
    {
        var devices = Line.Computed(
            "shippedDevices",
            "Devices that are shipped",
            Dimension.None,
            "data / data on a device, rounded up",
            static parts => Math.Ceiling(parts[0] / parts[1]),
            bytes,
            factors.ShipmentCapacity
        );
        return new Transfer(
            true,
            factors.ShipmentTime with
            {
                Key = "shipmentSeconds",
                Name = "Shipping the data",
            },
            Line.Sum(
                "shipmentCost",
                "Price of shipping",
                Dimension.Money,
                Line.Product("fees", "Fees of devices", devices, factors.ShipmentFee),
                Line.Product("read", "Data put on them", bytes, factors.ShipmentRead)
            )
        );
    }

    private static double? Measure(Transfer way, bool fastest) => fastest ? way.Seconds.Value : way.Cost.Value;
}
