using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Environment;

/// <summary>What is known of the power of the devices of a job.</summary>
/// <param name="AcceleratorId">Catalog id: chooses the server's share.</param>
/// <param name="AcceleratorKind">gpu, tpu, asic or npu.</param>
/// <param name="Devices">Devices in the job, 1 or more.</param>
public sealed record PowerInputs(string AcceleratorId, string AcceleratorKind, int Devices)
{
    /// <summary>Thermal design power of one device, W.</summary>
    public Line? DesignWatts { get; init; }

    /// <summary>Idle power of one device, W; null for a share of the design power.</summary>
    public Line? IdleWatts { get; init; }

    /// <summary>The vendor's maximum for a device's share of its server, W; null for a factor on the design power.</summary>
    public Line? ServerWattsPerDevice { get; init; }

    /// <summary>Share of a step in which the device works, above 0 to 1; null where it is not modelled: the average use is then taken.</summary>
    public Line? BusyFraction { get; init; }

    /// <summary>Measured average power of a device with its share of the server, W: taken before anything that is modelled.</summary>
    public Line? MeasuredWatts { get; init; }

    /// <summary>What the catalog knows of a system's power.</summary>
    /// <param name="accelerator">The accelerator's entry.</param>
    /// <param name="system">The system's entry; null where only the accelerator is known.</param>
    /// <param name="devices">Devices in the job, 1 or more.</param>
    public static PowerInputs Read(Entry accelerator, Entry? system, int devices)
    {
        Line design = accelerator.Line("power.tdp", "designWatts", "Design power of a device", Dimension.Watts);
        return new PowerInputs(accelerator.Id, accelerator.Text("kind") ?? "", devices)
        {
            DesignWatts = design,
            IdleWatts = accelerator.Has("power.idle")
                ? accelerator.Line("power.idle", "idleWatts", "Idle power of a device", Dimension.Watts)
                : null,
            ServerWattsPerDevice = system is null ? null : Rated(system, design),
        };
    }

    private static Line? Rated(Entry system, Line design)
    {
        if (system.Has("power.node") && system.Integer("devicesPerNode") is { } devices and > 0)
        {
            Line node = system.Line("power.node", "nodeWatts", "Rated power of a server", Dimension.Watts);
            return Line.Computed(
                "serverWatts",
                "Rated power of a device's share of its server",
                Dimension.Watts,
                "rated power of a server / its devices",
                static parts => parts[0] / parts[1],
                node,
                new Line("devicesPerNode", "Devices of a server", devices, Dimension.None)
            );
        }

        return system.Has("power.factor")
            ? Line.Product(
                "serverWatts",
                "Rated power of a device's share of its server",
                design,
                system.Line("power.factor", "serverFactor", "Server's maximum power over its devices'", Dimension.None)
            )
            : null;
    }
}
