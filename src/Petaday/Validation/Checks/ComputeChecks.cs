using Petaday.Economics;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;

namespace Petaday.Validation.Checks;

/// <summary>Compute, device-time and utilisation by <see cref="TrainingFlops"/> and <see cref="DeviceTime"/>.</summary>
internal static class ComputeChecks
{
    /// <summary>FLOP of a run: stated, or 6 N D.</summary>
    public static Line Flops(CheckInputs inputs, FactorBook factors) => Flops(inputs);

    /// <summary>Device-seconds at the rate that devices reach.</summary>
    public static Line Time(CheckInputs inputs, FactorBook factors) => Time(inputs);

    /// <summary>MFU of a stated device-time.</summary>
    public static Line Utilisation(CheckInputs inputs, FactorBook factors) =>
        DeviceTime.Utilisation(
            Flops(inputs),
            inputs.Line("deviceTime", "Device-time", Dimension.Seconds),
            inputs.Line("peak", "Peak rate of a device", Dimension.FlopPerSecond)
        );

    internal static Line Flops(CheckInputs inputs) =>
        inputs.Has("flops")
            ? inputs.Line("flops", "Training FLOPs", Dimension.Flop)
            : TrainingFlops.OfRun(
                inputs.Line("tokens", "Tokens", Dimension.Tokens),
                TrainingFlops.PerToken(
                    inputs.Line("parameters", "Parameters that a token passes through", Dimension.None).Value ?? double.NaN
                )
            );

    internal static Line Time(CheckInputs inputs) =>
        inputs.Has("deviceTime") ? inputs.Line("deviceTime", "Device-time", Dimension.Seconds)
        : inputs.Has("devices")
            ? Line.Product(
                "deviceSeconds",
                "Device-time",
                inputs.Line("devices", "Devices", Dimension.None),
                inputs.Line("duration", "Duration", Dimension.Seconds)
            )
        : DeviceTime.Of(Flops(inputs), Rate(inputs));

    private static Line Rate(CheckInputs inputs) =>
        inputs.Has("rate")
            ? inputs.Line("rate", "Rate that a device reaches", Dimension.FlopPerSecond)
            : Line.Product(
                "rate",
                "Rate that a device reaches",
                inputs.Line("peak", "Peak rate of a device", Dimension.FlopPerSecond),
                inputs.Line("utilisation", "Share of the peak", Dimension.None)
            );
}
