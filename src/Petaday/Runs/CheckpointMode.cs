namespace Petaday.Runs;

/// <summary>How checkpoints are taken.</summary>
public enum CheckpointMode
{
    /// <summary>Training waits for the copy to host memory; the write to storage goes on behind it.</summary>
    Asynchronous,

    /// <summary>Training waits until everything is in storage.</summary>
    Synchronous,

    /// <summary>Copies live in the memory of other hosts (Wang et al. 2023); storage gets one now and then.</summary>
    InMemory,
}
