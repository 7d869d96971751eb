using System.Collections.Immutable;

namespace Petaday.Outlook;

/// <summary>What is asked of a forecast.</summary>
/// <param name="Basis">What a cost counts.</param>
/// <param name="Until">The last year whose data are used.</param>
/// <param name="From">First year shown.</param>
/// <param name="To">Last year shown.</param>
/// <param name="Top">A run is of the frontier where fewer than so many up to its year took more compute.</param>
/// <param name="Fixed">The run whose capability is followed, by its name in catalog/runs/costs.csv.</param>
/// <param name="Budgets">Who might train a model; empty for those of the catalog.</param>
public sealed record ForecastRequest(
    CostBasis Basis,
    int Until,
    int From,
    int To,
    int Top,
    string Fixed,
    ImmutableArray<BudgetClass> Budgets
)
{
    /// <summary>Whether robust fits stand where least squares do.</summary>
    public bool IsRobust { get; init; }

    /// <summary>Money that a run's cost is watched to pass, USD.</summary>
    public static ImmutableArray<double> Money { get; } = [1e9, 1e10, 1e11];

    /// <summary>Power that a run's machines are watched to pass, W.</summary>
    public static ImmutableArray<double> Power { get; } = [1e9, 1e10];
}
