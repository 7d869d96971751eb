namespace Petaday.Scenarios.Laws;

/// <summary>What a run takes, in the units of the JSON result; null where not known.</summary>
/// <param name="Flops">Model FLOPs.</param>
/// <param name="DeviceHours">Devices times hours.</param>
/// <param name="Days">From start to end, on the devices of the row.</param>
/// <param name="Megawatts">Mean power at the meter.</param>
/// <param name="Cost">USD.</param>
/// <param name="Tonnes">Operational carbon, tonnes CO2e.</param>
public sealed record BarrierFigures(double Flops, double? DeviceHours, double? Days, double? Megawatts, double? Cost, double? Tonnes)
{
    /// <summary>The figures of an answer.</summary>
    internal static BarrierFigures Of(Answer answer) =>
        new(
            answer.Run.Flops,
            answer.Run.DeviceSeconds / 3600,
            answer.Run.Seconds / 86_400,
            answer.Energy.AverageWatts / 1e6,
            answer.Cost.Total,
            answer.Carbon.OperationalKilograms / 1000
        );
}
