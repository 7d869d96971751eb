namespace Petaday.Explanations.Risk;

/// <summary>How a study of risk draws.</summary>
public sealed record RiskOptions
{
    /// <summary>The most draws that a study makes: each line that varies is kept for each of them.</summary>
    public const int MostDraws = 100_000;

    /// <summary>Draws of the whole tree, 100 to <see cref="MostDraws"/>.</summary>
    public int Draws { get; init; } = 10_000;

    /// <summary>Seed of the random numbers: the same gives the same bytes.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads that work at once; null for as many as there are cores. The result does not depend on it.</summary>
    public int? Threads { get; init; }
}
