using Petaday.Economics;
using Petaday.Explanations;
using Petaday.Outlook;
using Petaday.Quantities;

namespace Petaday.Validation.Checks;

/// <summary>Figures of the barrier law by <see cref="BarrierLaw"/>.</summary>
internal static class LawChecks
{
    /// <summary>FLOP of the run.</summary>
    public static Line Flops(CheckInputs inputs, FactorBook factors) => Flops(inputs);

    /// <summary>Device-seconds of the run.</summary>
    public static Line Time(CheckInputs inputs, FactorBook factors) => Time(inputs);

    /// <summary>Its rent, USD.</summary>
    public static Line Rent(CheckInputs inputs, FactorBook factors) =>
        MoneyChecks.Rent(Time(inputs), inputs.Line("rent", "Rent of a device", Dimension.MoneyPerSecond), factors);

    /// <summary>Its duration on a number of devices, s.</summary>
    public static Line Calendar(CheckInputs inputs, FactorBook factors) =>
        Line.Computed(
            "seconds",
            "Duration",
            Dimension.Seconds,
            "device-time / devices",
            static parts => parts[0] / parts[1],
            Time(inputs),
            inputs.Line("devices", "Devices", Dimension.None)
        );

    private static Line Flops(CheckInputs inputs) =>
        BarrierLaw.Flops(
            inputs.Line("parameters", "Parameters", Dimension.None),
            inputs.Line("tokensPerParameter", "Tokens a parameter", Dimension.Tokens)
        );

    private static Line Time(CheckInputs inputs) =>
        BarrierLaw.DeviceSeconds(
            Flops(inputs),
            inputs.Line("peak", "Peak rate of a device", Dimension.FlopPerSecond),
            inputs.Line("utilisation", "Model FLOPs utilisation", Dimension.None)
        );
}
