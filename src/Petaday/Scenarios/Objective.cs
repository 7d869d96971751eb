namespace Petaday.Scenarios;

/// <summary>What a plan makes small.</summary>
public enum Objective
{
    /// <summary>Money.</summary>
    Cost,

    /// <summary>Days.</summary>
    Time,

    /// <summary>Energy.</summary>
    Energy,

    /// <summary>Carbon, operational and embodied.</summary>
    Carbon,

    /// <summary>Devices in the job.</summary>
    Devices,
}
