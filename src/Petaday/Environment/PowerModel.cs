using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;

namespace Petaday.Environment;

/// <summary>
/// Power of a device in training with its share of the server. In order: a measured figure; idle + (design − idle) × load with the
/// load from the busy fraction of the step (Choukse et al. 2025: compute phases near design power, communication near idle) and the
/// rest of the server at its share under load (Newkirk et al. 2025); else design power × server factor × average use (Cottier et al. 2024).
/// </summary>
public static class PowerModel
{
    /// <summary>Average and peak power of one device. Unknown, with the reason, where the design power is not known and nothing was measured.</summary>
    public static DevicePower PerDevice(PowerInputs inputs, EnergyFactors factors)
    {
        Check(inputs);
        Line peak = Peak(inputs, factors);
        return new DevicePower(inputs.MeasuredWatts is { } measured ? Measured(measured) : Modelled(inputs, factors, peak), peak);
    }

    private static Line Modelled(PowerInputs inputs, EnergyFactors factors, Line peak) =>
        inputs.DesignWatts is { Value: not null } design
        && inputs.BusyFraction is { Value: not null } busy
        && factors.LoadedShare.For(inputs.AcceleratorKind) is { } loaded
            ? ByUse(inputs, factors, design, busy, loaded, peak)
            : ByAverage(inputs, factors, peak);

    private static Line Peak(PowerInputs inputs, EnergyFactors factors)
    {
        if (inputs.ServerWattsPerDevice is { } rated)
        {
            return rated with { Key = "peakWatts", Name = "Rated power of a device's share of its server" };
        }

        Line design =
            inputs.DesignWatts
            ?? Line.Unknown("designWatts", "Design power", Dimension.Watts, "the accelerator's design power is not known");
        Line factor =
            factors.ServerFactor.For(inputs.AcceleratorId)
            ?? Line.Unknown("serverFactor", "Server factor", Dimension.None, "no server factor is known for this accelerator");
        return Line.Product("peakWatts", "Rated power of a device's share of its server", design, factor);
    }

    private static Line Measured(Line measured) =>
        Average(measured with { Key = "measured", Name = "Measured power of a device and its share of the server" });

    private static Line ByAverage(PowerInputs inputs, EnergyFactors factors, Line peak)
    {
        Line use =
            factors.AverageUse.For(inputs.AcceleratorKind)
            ?? Line.Unknown("averageUse", "Average use", Dimension.None, "no average use is known for this kind of accelerator");
        Line average = Line.Product("averageOfServer", "Device and its share of the server, on average", peak, use) with
        {
            Note = "Not modelled from the step: the average use of published servers.",
            Interval = peak.Value is { } watts && use.Interval is { } range ? Interval.Around(watts, range) : null,
        };
        return Average(average) with { Interval = average.Interval };
    }

    private static Line ByUse(PowerInputs inputs, EnergyFactors factors, Line design, Line busy, Line loaded, Line peak)
    {
        Line idle = inputs.IdleWatts ?? Line.Product("idleWatts", "Idle power of a device", design, factors.IdleShare);
        Line device = Line.Computed(
            "device",
            "Device",
            Dimension.Watts,
            "idle + (design − idle) × (busy × load at work + (1 − busy) × load in waiting)",
            static parts => parts[0] + ((parts[1] - parts[0]) * ((parts[2] * parts[3]) + ((1 - parts[2]) * parts[4]))),
            idle,
            design,
            busy,
            factors.BusyLoad,
            factors.WaitLoad
        );
        Line server = Line.Computed(
            "server",
            "Rest of the server",
            Dimension.Watts,
            "rated power × share under load − design power, not below zero",
            static parts => Math.Max(0, (parts[0] * parts[1]) - parts[2]),
            peak,
            loaded,
            design
        );
        return Average(device, server);
    }

    private static Line Average(params IEnumerable<Line> parts) =>
        Line.Sum("averageWatts", "Power of a device with its share of the server", Dimension.Watts, parts);

    private static void Check(PowerInputs inputs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs.Devices, 1);
        Bounds.Positive(inputs.DesignWatts);
        Bounds.NotNegative(inputs.IdleWatts);
        Bounds.Positive(inputs.ServerWattsPerDevice);
        Bounds.Positive(inputs.MeasuredWatts);
        if (inputs.BusyFraction?.Value is { } busy)
        {
            Bounds.Fraction(busy, "busyFraction");
        }
    }
}
