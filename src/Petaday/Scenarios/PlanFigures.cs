namespace Petaday.Scenarios;

/// <summary>What a run takes at a site on a price basis; what is not known is null.</summary>
/// <param name="Seconds">From start to end, s.</param>
/// <param name="DeviceSeconds">Devices times <paramref name="Seconds"/>, s.</param>
/// <param name="Cost">Money, USD.</param>
/// <param name="Joules">Energy at the meter, J.</param>
/// <param name="OperationalKilograms">Carbon of its electricity, kg CO2e.</param>
/// <param name="EmbodiedKilograms">Its share of making the machines, kg CO2e.</param>
public readonly record struct PlanFigures(
    double? Seconds,
    double? DeviceSeconds,
    double? Cost,
    double? Joules,
    double? OperationalKilograms,
    double? EmbodiedKilograms
)
{
    /// <summary>Carbon, operational and embodied, kg CO2e.</summary>
    public double? Carbon => OperationalKilograms + EmbodiedKilograms;
}
