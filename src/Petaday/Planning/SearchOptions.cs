using Petaday.Training;

namespace Petaday.Planning;

/// <summary>How a search is run. None of it but <see cref="Keep"/>, <see cref="Recomputation"/>, <see cref="Below"/> and <see cref="Usual"/> changes the answer.</summary>
public sealed record SearchOptions
{
    /// <summary>How many strategies to find, each different from the others in more than small things.</summary>
    public int Keep { get; init; } = 5;

    /// <summary>What is recomputed; null to choose.</summary>
    public Recomputation? Recomputation { get; init; }

    /// <summary>A step time, s, above which a strategy is of no use: where none is as fast, the answer is empty, without a nearest.</summary>
    public double Below { get; init; } = double.PositiveInfinity;

    /// <summary>Whether only the usual part of the space is searched (<see cref="StrategySpace.Usual"/>): a quick look, never faster than the answer of the whole.</summary>
    public bool Usual { get; init; }

    /// <summary>Whether parts of the space that cannot hold the answer are passed over.</summary>
    public bool Prune { get; init; } = true;

    /// <summary>Most threads; 0 for as many as the machine has cores.</summary>
    public int Threads { get; init; }
}
