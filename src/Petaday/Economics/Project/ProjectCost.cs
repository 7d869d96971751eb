using System.Collections.Immutable;
using Petaday.Explanations;

namespace Petaday.Economics.Project;

/// <summary>What a whole project costs, USD, on three bases. Each is the sum of its causes, each of those the sum of its lines, exactly.</summary>
/// <param name="Run">The final run's compute.</param>
/// <param name="Basis">The basis that the scenario asks for.</param>
/// <param name="Amortised">Owning.</param>
/// <param name="Rental">Renting.</param>
/// <param name="Acquisition">Buying the cluster.</param>
/// <param name="Sizing">What the work needs beside money: cores, bandwidth, bytes.</param>
public sealed record ProjectCost(CostSummary Run, PriceBasis Basis, Line Amortised, Line Rental, Line Acquisition, Line Sizing)
{
    /// <summary>The project on the basis asked for.</summary>
    public Line Total => On(Basis);

    /// <summary>The project on a basis.</summary>
    public Line On(PriceBasis basis) =>
        basis switch
        {
            PriceBasis.Amortised => Amortised,
            PriceBasis.Rental => Rental,
            _ => Acquisition,
        };

    /// <summary>The three side by side.</summary>
    public ImmutableArray<Line> Bases => [Amortised, Rental, Acquisition];
}
