using System.Collections.Immutable;

namespace Petaday.Planning;

/// <summary>What a search found.</summary>
/// <param name="Best">The fastest that fits, then the next fastest that differ in more than small things; empty when nothing fits.</param>
/// <param name="Nearest">The candidate nearest to fitting when nothing fits: the least memory; null when something fits or nothing is valid.</param>
/// <param name="Candidates">Valid strategies in the whole space.</param>
/// <param name="Evaluated">Those whose time and memory were computed: what pruning left.</param>
/// <param name="Feasible">Of these, those that fit.</param>
/// <param name="Partial">Whether the search was stopped before it had looked at everything: a better strategy may be left.</param>
public sealed record SearchOutcome(
    ImmutableArray<Candidate> Best,
    Candidate? Nearest,
    long Candidates,
    long Evaluated,
    long Feasible,
    bool Partial = false
);
