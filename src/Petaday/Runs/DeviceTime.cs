using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Runs;

/// <summary>Compute against device-time: t = C / r for C FLOP at r FLOP/s a device, and the MFU that a stated time comes to.</summary>
public static class DeviceTime
{
    /// <summary>Time for which devices are held, device-seconds.</summary>
    /// <param name="flops">Compute, FLOP, above zero.</param>
    /// <param name="rate">What a device reaches, FLOP/s, above zero.</param>
    public static Line Of(Line flops, Line rate)
    {
        ArgumentNullException.ThrowIfNull(flops);
        ArgumentNullException.ThrowIfNull(rate);
        Bounds.Positive(flops);
        Bounds.Positive(rate);
        return Line.Computed(
            "deviceSeconds",
            "Device-time",
            Dimension.Seconds,
            "training FLOPs / rate of a device",
            static parts => parts[0] / parts[1],
            flops,
            rate
        );
    }

    /// <summary>Model FLOPs utilisation: the share of a device's peak that the model's own FLOPs come to.</summary>
    /// <param name="flops">Compute, FLOP, above zero.</param>
    /// <param name="deviceSeconds">Device-time that it took, device-seconds, above zero.</param>
    /// <param name="peak">A device's peak rate, FLOP/s, above zero.</param>
    public static Line Utilisation(Line flops, Line deviceSeconds, Line peak)
    {
        ArgumentNullException.ThrowIfNull(flops);
        Bounds.Positive(flops);
        Bounds.Positive(deviceSeconds);
        Bounds.Positive(peak);
        return Line.Computed(
            "mfu",
            "Model FLOPs utilisation",
            Dimension.None,
            "training FLOPs / (device-time × peak rate)",
            static parts => parts[0] / (parts[1] * parts[2]),
            flops,
            deviceSeconds,
            peak
        );
    }
}
