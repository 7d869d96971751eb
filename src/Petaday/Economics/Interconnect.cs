using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Economics;

/// <summary>The cost line of the network between servers.</summary>
public static class Interconnect
{
    /// <summary>The network's cost beside that of devices and servers: share / (1 − share) of theirs, USD.</summary>
    public static Line Cost(Line devices, Line servers, EconomicFactors factors) =>
        Line.Computed(
            "interconnect",
            "Network between servers",
            Dimension.Money,
            "(devices + servers) × share / (1 − share)",
            static parts => (parts[0] + parts[1]) * (parts[2] / (1 - parts[2])),
            Beside(devices, "devices"),
            Beside(servers, "servers"),
            factors.InterconnectShare
        );

    // Both stand beside this line in the same sum: the tree says them once.
    private static Line Beside(Line line, string path) => Runs.Reference.To(line, path);
}
