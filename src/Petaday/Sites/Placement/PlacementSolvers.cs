namespace Petaday.Sites.Placement;

/// <summary>The solvers that there are here.</summary>
public static class PlacementSolvers
{
    /// <summary>Words that choose one.</summary>
    public static IReadOnlyList<string> Words { get; } = ["auto", "cbc", "exact"];

    /// <summary>The solver of a word: <c>cbc</c>, <c>exact</c> (needs no library), or <c>auto</c>, CBC where it is installed; null where CBC is asked for and is not.</summary>
    public static IPlacementSolver? Named(string word) =>
        word switch
        {
            "exact" => new BranchAndBound(),
            "cbc" => CbcSolver.TryOpen(),
            _ => CbcSolver.TryOpen() ?? (IPlacementSolver)new BranchAndBound(),
        };
}
