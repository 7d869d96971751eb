namespace Petaday.Sites.Placement;

/// <summary>Solves a placement exactly.</summary>
public interface IPlacementSolver
{
    /// <summary>Its name.</summary>
    string Name { get; }

    /// <summary>The best placement.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="cancellation">Stops the search, which then gives the best that it has.</param>
    PlacementSolution Solve(PlacementProblem problem, CancellationToken cancellation = default);
}
