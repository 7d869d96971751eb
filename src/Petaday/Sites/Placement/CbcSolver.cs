using System.Collections.Immutable;

namespace Petaday.Sites.Placement;

/// <summary>The placement as a mixed-integer program, solved by COIN-OR's CBC where its library is installed (Debian: coinor-libcbc3).</summary>
public sealed class CbcSolver : IPlacementSolver
{
    // CBC stops within 1e-4 of the best if not told otherwise; a proof here is to the last digits.
    private const double LargestGap = 1e-9;

    private readonly CbcLibrary library;

    private CbcSolver(CbcLibrary library) => this.library = library;

    /// <inheritdoc/>
    public string Name => "CBC " + library.Version;

    /// <summary>The solver; null where its library is not installed.</summary>
    public static CbcSolver? TryOpen() => CbcLibrary.TryOpen() is { } library ? new CbcSolver(library) : null;

    /// <inheritdoc/>
    public PlacementSolution Solve(PlacementProblem problem, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var program = PlacementProgram.Of(problem);
        if (program is null)
        {
            return new PlacementSolution([], double.NaN, true, double.NaN, Name, 0);
        }

        var result = library.Solve(program, LargestGap);
        if (result.Values is null)
        {
            return new PlacementSolution([], double.NaN, result.IsProven, double.NaN, Name, result.Nodes);
        }

        ImmutableArray<int> sites = program.Sites(result.Values);
        double total = problem.Total(sites);
        return new PlacementSolution(
            sites,
            total,
            result.IsProven,
            result.IsProven ? total : result.Bound * program.Scale,
            Name,
            result.Nodes
        );
    }
}
