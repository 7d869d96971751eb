using Petaday.Quantities;

namespace Petaday.Scenarios.Levers;

/// <summary>What a run takes, in the units of the JSON result; null where not known.</summary>
/// <param name="Flops">Model FLOPs.</param>
/// <param name="DeviceHours">Devices times hours.</param>
/// <param name="Days">From start to end.</param>
/// <param name="Cost">USD.</param>
/// <param name="Energy">MWh at the meter.</param>
/// <param name="Carbon">Operational, tonnes CO2e.</param>
public sealed record LeverFigures(double? Flops, double? DeviceHours, double? Days, double? Cost, double? Energy, double? Carbon)
{
    /// <summary>The figures of an answer.</summary>
    public static LeverFigures Of(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new LeverFigures(
            answer.Run.Flops,
            answer.Run.DeviceSeconds / 3600,
            answer.Run.Seconds / 86_400,
            answer.Cost.Total,
            answer.Energy.Joules / 3.6e9,
            answer.Carbon.OperationalKilograms / 1000
        );
    }

    /// <summary>The one that a metric names.</summary>
    public double? Of(LeverMetric metric) =>
        metric switch
        {
            LeverMetric.Cost => Cost,
            LeverMetric.DeviceHours => DeviceHours,
            LeverMetric.Days => Days,
            LeverMetric.Flops => Flops,
            LeverMetric.Energy => Energy,
            _ => Carbon,
        };

    /// <summary>The same with one result multiplied; its name is that of the catalog's <c>results</c>.</summary>
    internal LeverFigures Times(string result, double factor) =>
        result switch
        {
            "flops" => this with { Flops = Flops * factor },
            "deviceHours" => this with { DeviceHours = DeviceHours * factor },
            "days" => this with { Days = Days * factor },
            "cost" => this with { Cost = Cost * factor },
            "energy" => this with { Energy = Energy * factor },
            "carbon" => this with { Carbon = Carbon * factor },
            _ => this,
        };

    /// <summary>Unit of a metric as JSON has it.</summary>
    public static string Unit(LeverMetric metric) =>
        metric switch
        {
            LeverMetric.Cost => "USD",
            LeverMetric.DeviceHours => "device-hours",
            LeverMetric.Days => "d",
            LeverMetric.Flops => "FLOP",
            LeverMetric.Energy => "MWh",
            _ => "tCO2e",
        };

    /// <summary>Dimension of a metric.</summary>
    public static Dimension DimensionOf(LeverMetric metric) =>
        metric switch
        {
            LeverMetric.Cost => Dimension.Money,
            LeverMetric.DeviceHours => Dimension.Seconds,
            LeverMetric.Days => Dimension.Seconds,
            LeverMetric.Flops => Dimension.Flop,
            LeverMetric.Energy => Dimension.Joules,
            _ => Dimension.Carbon,
        };

    /// <summary>SI units of one unit of a metric.</summary>
    public static double Scale(LeverMetric metric) =>
        metric switch
        {
            LeverMetric.DeviceHours => 3600,
            LeverMetric.Days => 86_400,
            LeverMetric.Energy => 3.6e9,
            LeverMetric.Carbon => 1000,
            _ => 1,
        };
}
