namespace Petaday.Scenarios.Levers;

/// <summary>What levers are judged by; less is better.</summary>
public enum LeverMetric
{
    /// <summary>Money of the run, USD.</summary>
    Cost,

    /// <summary>Devices times hours.</summary>
    DeviceHours,

    /// <summary>From start to end, days.</summary>
    Days,

    /// <summary>Model FLOPs of the run.</summary>
    Flops,

    /// <summary>Energy at the meter, MWh.</summary>
    Energy,

    /// <summary>Operational carbon, tonnes CO2e.</summary>
    Carbon,
}
