using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;

namespace Petaday.Serving;

/// <summary>Machines for a demand: sized for the peak, loaded by the mean.</summary>
/// <param name="Work">Replicas that the mean demand keeps busy, a number that need not be whole.</param>
/// <param name="Replicas">Whole replicas that carry the peak.</param>
/// <param name="Devices">Devices of all replicas.</param>
/// <param name="Servers">Whole servers that hold them.</param>
/// <param name="Load">Mean load of the replicas, 0 to 1.</param>
/// <param name="BusyDevices">Devices that the mean demand keeps busy.</param>
public sealed record ServingFleet(Line Work, Line Replicas, Line Devices, Line Servers, Line Load, Line BusyDevices)
{
    // Rounding up must not add a device for the last digit of a division.
    private const double Tolerance = 1e-9;

    /// <summary>Sizes the fleet.</summary>
    public static ServingFleet Of(ServingDemand demand, ServiceRate rate, int devicesPerServer)
    {
        ArgumentNullException.ThrowIfNull(demand);
        ArgumentNullException.ThrowIfNull(rate);
        Line work = Line.Computed(
            "busyReplicas",
            "Replicas that the mean demand keeps busy",
            Dimension.None,
            "requests / requests that a replica answers",
            static parts => parts[0] / parts[1],
            Reference.To(demand.Requests, "demand"),
            rate.Requests
        );
        Line replicas = Line.Computed(
            "replicas",
            "Replicas for the peak",
            Dimension.None,
            "busy replicas × peak over mean / load at the peak, in whole ones",
            static parts => Math.Max(1, Math.Ceiling((parts[0] * parts[1] / parts[2]) - Tolerance)),
            work,
            demand.PeakFactor,
            demand.PeakUse
        );
        var each = new Line("devicesPerReplica", "Devices of a replica", rate.Devices, Dimension.None);
        Line devices = Line.Product("devices", "Devices", replicas, each);
        Line servers = Line.Computed(
            "servers",
            "Servers",
            Dimension.None,
            "devices / devices of a server, in whole ones",
            static parts => Math.Ceiling((parts[0] / parts[1]) - Tolerance),
            devices,
            new Line("devicesPerServer", "Devices of a server", devicesPerServer, Dimension.None)
        );
        Line load = Line.Computed(
            "load",
            "Mean load",
            Dimension.None,
            "busy replicas / replicas",
            static parts => Math.Min(1, parts[0] / parts[1]),
            Reference.To(work, "fleet"),
            Reference.To(replicas, "fleet")
        );
        return new ServingFleet(
            work,
            replicas,
            devices,
            servers,
            load,
            Line.Product("busyDevices", "Devices that the mean demand keeps busy", Reference.To(work, "fleet"), each)
        );
    }
}
