namespace Petaday.Sites.Placement;

/// <summary>
/// Places one project after another, the one that loses most by its second choice first, and leaves a branch where what is placed and the cheapest that is left for every other
/// project are no better than the best found. Needs no library; exact unless it reaches its limit of nodes.
/// </summary>
/// <param name="mostNodes">Partial placements to look at before it gives up the proof.</param>
public sealed class BranchAndBound(long mostNodes = BranchAndBound.UsualNodes) : IPlacementSolver
{
    /// <summary>What a few seconds look at.</summary>
    public const long UsualNodes = 20_000_000;

    /// <inheritdoc/>
    public string Name => "branch and bound";

    /// <inheritdoc/>
    public PlacementSolution Solve(PlacementProblem problem, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var search = new PlacementSearch(problem, mostNodes, cancellation);
        search.Run();
        return new PlacementSolution(
            search.Best,
            search.Total,
            search.IsProven,
            search.IsProven ? search.Total : search.RootBound,
            Name,
            search.Nodes
        );
    }
}
