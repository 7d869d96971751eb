using System.Collections.Immutable;

namespace Petaday.Sites.Placement;

/// <summary>
/// Projects to place on sites that they share: each on one site, so that what a site's projects take together does not pass its capacity, at the least total. Numbers by project,
/// then by site.
/// </summary>
/// <param name="Projects">Names of projects.</param>
/// <param name="Sites">Ids of sites.</param>
/// <param name="Costs">Of a project at a site, in the unit of the objective; not finite where it may not stand there.</param>
/// <param name="Weights">Power that a project takes there, W, 0 or more.</param>
/// <param name="Capacities">Power that a site has, W; positive infinity for no limit.</param>
/// <param name="Openings">Of a site that gets any project, in the unit of the objective, 0 or more.</param>
public sealed record PlacementProblem(
    ImmutableArray<string> Projects,
    ImmutableArray<string> Sites,
    ImmutableArray<ImmutableArray<double>> Costs,
    ImmutableArray<ImmutableArray<double>> Weights,
    ImmutableArray<double> Capacities,
    ImmutableArray<double> Openings
)
{
    /// <summary>Whether a project could stand at a site if it were the only one.</summary>
    public bool IsOpen(int project, int site) => double.IsFinite(Costs[project][site]) && Weights[project][site] <= Capacities[site];

    /// <summary>The total of an assignment; infinite where a capacity is passed or a project may not stand where it is put.</summary>
    public double Total(IReadOnlyList<int> sites)
    {
        ArgumentNullException.ThrowIfNull(sites);
        double total = 0;
        double[] used = new double[Sites.Length];
        bool[] opened = new bool[Sites.Length];
        for (int project = 0; project < sites.Count; project++)
        {
            int site = sites[project];
            used[site] += Weights[project][site];
            total += Costs[project][site] + (opened[site] ? 0 : Openings[site]);
            opened[site] = true;
        }

        // A capacity that is met to the last digit may be passed by a rounding.
        bool fits = Enumerable.Range(0, Sites.Length).All(site => used[site] <= Capacities[site] * (1 + Rounding));
        return fits ? total : double.PositiveInfinity;
    }

    /// <summary>By how much a sum may pass a capacity that it meets.</summary>
    public const double Rounding = 1e-9;
}
