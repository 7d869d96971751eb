namespace Petaday.Scenarios;

/// <summary>What a search looked at.</summary>
/// <param name="Candidates">The whole space.</param>
/// <param name="Evaluated">What pruning left.</param>
/// <param name="Feasible">What fits and is valid.</param>
/// <param name="Seconds">How long it took, s.</param>
/// <param name="Partial">Whether it was stopped before it had looked at everything.</param>
public sealed record SearchAnswer(long Candidates, long Evaluated, long Feasible, double Seconds, bool Partial = false);
