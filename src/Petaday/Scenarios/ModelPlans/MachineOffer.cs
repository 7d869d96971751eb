using System.Collections.Immutable;
using Petaday.Hardware;

namespace Petaday.Scenarios.ModelPlans;

/// <summary>Machines that may be rented or bought.</summary>
/// <param name="System">The machines.</param>
/// <param name="Stack">Their software.</param>
/// <param name="Precision">Format of the matrix products.</param>
/// <param name="Devices">Numbers of devices to choose among, the fewest first.</param>
internal sealed record MachineOffer(SystemChoice System, StackChoice Stack, Precision Precision, ImmutableArray<int> Devices)
{
    /// <summary>The least that each device can use up in a second, whatever it trains and where.</summary>
    public required UseRates Least { get; init; }

    /// <summary>Whether this does the same steps for at most the same rent, on as many devices: the other need not be looked at.</summary>
    public bool Betters(MachineOffer other)
    {
        var (mine, theirs) = (System.Spec, other.System.Spec);
        return mine.Accelerator.Id == theirs.Accelerator.Id
            && mine.DevicesPerNode == theirs.DevicesPerNode
            && mine.ScaleUp == theirs.ScaleUp
            && mine.Fabric == theirs.Fabric
            && Stack.Entry.Id == other.Stack.Entry.Id
            && Precision == other.Precision
            && Devices.Length >= other.Devices.Length
            && Least.Cost <= other.Least.Cost;
    }
}
