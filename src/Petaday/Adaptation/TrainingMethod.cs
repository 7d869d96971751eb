namespace Petaday.Adaptation;

/// <summary>How weights learn: what decides memory and time of a token.</summary>
public enum TrainingMethod
{
    /// <summary>From scratch, at the size of a cluster.</summary>
    PreTrain,

    /// <summary>All weights.</summary>
    Full,

    /// <summary>Low-rank adapters.</summary>
    Lora,

    /// <summary>Low-rank adapters on 4-bit weights.</summary>
    Qlora,
}
