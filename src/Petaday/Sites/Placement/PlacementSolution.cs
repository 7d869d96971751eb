using System.Collections.Immutable;

namespace Petaday.Sites.Placement;

/// <summary>Where projects are placed.</summary>
/// <param name="Sites">The site of each project, by place in the problem; empty where no placement was found.</param>
/// <param name="Total">The objective; not a number where there is no placement.</param>
/// <param name="IsProven">True where it is known that nothing is better (or, without a placement, that there is none).</param>
/// <param name="Bound">What no placement is below.</param>
/// <param name="Solver">What found it.</param>
/// <param name="Nodes">Partial placements that were looked at.</param>
public sealed record PlacementSolution(ImmutableArray<int> Sites, double Total, bool IsProven, double Bound, string Solver, long Nodes)
{
    /// <summary>Whether there is a placement.</summary>
    public bool IsFound => !Sites.IsEmpty;

    /// <summary>By how much the total may be above the best, as a share of it.</summary>
    public double Gap => IsProven || Total == 0 ? 0 : Math.Max(0, (Total - Bound) / Math.Abs(Total));
}
