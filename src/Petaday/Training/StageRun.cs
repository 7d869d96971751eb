namespace Petaday.Training;

/// <summary>Stages next to each other that hold the same.</summary>
/// <param name="First">The first of them, from 0.</param>
/// <param name="Last">The last of them.</param>
public readonly record struct StageRun(int First, int Last)
{
    /// <summary>Stages in it.</summary>
    public int Count => Last - First + 1;
}
