using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Validation.Footprints;

/// <summary>How authors count the embodied carbon of their hardware.</summary>
/// <param name="Tonnes">What they come to, t.</param>
/// <param name="ServerKilograms">Making a server without its devices, kg.</param>
/// <param name="DevicesPerServer">Devices in it.</param>
/// <param name="DeviceKilograms">Making a device, kg.</param>
/// <param name="LifeHours">Life of the hardware, h.</param>
/// <param name="Use">Share of its life in use, above 0 to 1.</param>
public sealed record EmbodiedStatement(
    double Tonnes,
    double ServerKilograms,
    double DevicesPerServer,
    double DeviceKilograms,
    double LifeHours,
    double Use
)
{
    /// <summary>The embodied carbon of so much device time by these figures, kgCO2e.</summary>
    public Line Of(Line held) =>
        Line.Computed(
            "embodiedAsStated",
            "Embodied carbon with the authors' figures of the hardware",
            Dimension.Carbon,
            "device time × (server / devices of a server + device) / (life × share of it in use)",
            static parts => parts[0] * ((parts[1] / parts[2]) + parts[3]) / (parts[4] * parts[5]),
            held,
            Stated("server", "Making a server", ServerKilograms, Dimension.Carbon),
            Stated("devicesPerServer", "Devices of a server", DevicesPerServer, Dimension.None),
            Stated("device", "Making a device", DeviceKilograms, Dimension.Carbon),
            Stated("life", "Life of the hardware", LifeHours * Units.SecondsPerHour, Dimension.Seconds),
            Stated("use", "Share of its life in use", Use, Dimension.None)
        );

    private static Line Stated(string key, string name, double value, Dimension unit) => new(key, name, value, unit) { Note = "as stated" };
}
