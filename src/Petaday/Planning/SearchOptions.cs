using Petaday.Training;

namespace Petaday.Planning;

/// <summary>How a search is run. None of it but <see cref="Keep"/> and <see cref="Recomputation"/> changes the answer.</summary>
public sealed record SearchOptions
{
    /// <summary>How many strategies to find, each different from the others in more than small things.</summary>
    public int Keep { get; init; } = 5;

    /// <summary>What is recomputed; null to choose.</summary>
    public Recomputation? Recomputation { get; init; }

    /// <summary>Whether parts of the space that cannot hold the answer are passed over.</summary>
    public bool Prune { get; init; } = true;

    /// <summary>Most threads; 0 for as many as the machine has cores.</summary>
    public int Threads { get; init; }
}
