using Petaday.Catalog;
using Petaday.Economics;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Outlook;

/// <summary>
/// Power of the machines of a run of which only the price is known: devices = price of the cluster × (1 − share of the network) / price of a device with its server, power =
/// devices × design power × server factor × power usage effectiveness. What is drawn on average is less.
/// </summary>
internal static class ClusterPower
{
    /// <summary>The power as lines; null where the catalog does not know the device, its price or its power.</summary>
    public static Line? Of(RunCost bought, IEnumerable<Entry> accelerators, FactorBook factors)
    {
        if (
            accelerators.FirstOrDefault(entry => Plain(entry.Name) == Plain(bought.Accelerator ?? "")) is not { } device
            || !device.Has("price.launch")
            || !device.Has("power.tdp")
        )
        {
            return null;
        }

        var price = device.Line("price.launch", "devicePrice", $"Price of {device.Name}", Dimension.Money);
        bool coversServer = device.Text("price.launchCovers") == "server";
        var markup = coversServer
            ? new Line("serverMarkup", "Server over device", 1, Dimension.None) { Note = "the price covers the server" }
            : factors.Economics.ServerMarkup.For(device.Id)!;
        var cluster = new Line("cluster", $"Price of the cluster of {bought.Model}", bought.Usd, Dimension.Money)
        {
            Sources = [new SourceReference(bought.Id, bought.Source, null, null, Grade.Estimated)],
        };
        var devices = Line.Computed(
            "devices",
            "Devices",
            Dimension.None,
            "price of the cluster × (1 − share of the network) / (price of a device × server over device)",
            static parts => parts[0] * (1 - parts[1]) / (parts[2] * parts[3]),
            cluster,
            factors.Economics.InterconnectShare,
            price,
            markup
        );
        return Line.Product(
            "power",
            $"Power of the machines of {bought.Model}",
            devices,
            device.Line("power.tdp", "designPower", "Design power of a device", Dimension.Watts),
            factors.Energy.ServerFactor.For(device.Id)!,
            factors.Energy.HyperscalePue
        );
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
