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

    /// <summary>Carbon of the electricity: what making the machines took is not known for every accelerator, and would leave those out.</summary>
    Carbon,

    /// <summary>Devices in the job.</summary>
    Devices,
}
