using System.Collections.Immutable;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;

namespace Petaday.Environment;

/// <summary>Energy of a run: power of devices and servers, over the time that they are held, and the hall's overhead.</summary>
public static class EnergyModel
{
    /// <summary>
    /// The energy of a run. Time lost to failures is counted at the power of training: most of it repeats work.
    /// Throws <see cref="ArgumentOutOfRangeException"/> for a negative or not finite number, or an overhead below 1.
    /// </summary>
    /// <param name="inputs">The devices' power.</param>
    /// <param name="deviceSeconds">Time for which devices are held, device-seconds (<see cref="RunPlan.DeviceSeconds"/>).</param>
    /// <param name="pue">Power usage effectiveness of the hall, 1 or more.</param>
    /// <param name="factors">From the catalog.</param>
    public static EnergyUse Estimate(PowerInputs inputs, Line deviceSeconds, Line pue, EnergyFactors factors)
    {
        Bounds.NotNegative(deviceSeconds);
        if (pue.Value is { } ratio && !(ratio >= 1 && double.IsFinite(ratio)))
        {
            throw new ArgumentOutOfRangeException(nameof(pue), ratio, "Power usage effectiveness is 1 or more.");
        }

        Line held = Reference.To(deviceSeconds, "run.deviceSeconds");
        DevicePower power = PowerModel.PerDevice(inputs, factors);
        Line equipment = Line.Sum("equipment", "Energy of devices and servers", Dimension.Joules, Energies(power.Average, held));
        Line devices = new("devices", "Devices", inputs.Devices, Dimension.None);
        return new EnergyUse(
            equipment,
            Facility(equipment, pue),
            Line.Product("averageWatts", "Average power of the hall", Reference.To(power.Average, "energy"), pue, devices),
            Line.Product("peakWatts", "Peak power of the hall", power.Peak, pue, devices)
        );
    }

    private static ImmutableArray<Line> Energies(Line average, Line deviceSeconds) =>
        [.. average.Parts.Select(part => Line.Product(part.Key, part.Name, part, deviceSeconds))];

    private static Line Facility(Line equipment, Line pue)
    {
        Line overhead = Line.Computed(
            "overhead",
            "Cooling and power supply of the hall",
            Dimension.Joules,
            "energy of devices and servers × (power usage effectiveness − 1)",
            static parts => parts[0] * (parts[1] - 1),
            Reference.To(equipment, "energy"),
            pue
        );
        return Line.Sum("energy", "Energy on the meter", Dimension.Joules, [.. equipment.Parts, overhead]);
    }
}
