using System.Collections.Immutable;

namespace Petaday.Sites.Placement;

/// <summary>One search of <see cref="BranchAndBound"/>: what is placed, what is left of each site, and the best so far.</summary>
internal sealed class PlacementSearch
{
    private readonly PlacementProblem problem;
    private readonly long mostNodes;
    private readonly CancellationToken cancellation;
    private readonly int[] order;
    private readonly int[][] choices;
    private readonly double[] left;
    private readonly int[] projectsAt;
    private readonly int[] placed;

    public PlacementSearch(PlacementProblem problem, long mostNodes, CancellationToken cancellation)
    {
        (this.problem, this.mostNodes, this.cancellation) = (problem, mostNodes, cancellation);
        var sites = Enumerable.Range(0, problem.Sites.Length).ToArray();
        choices =
        [
            .. problem.Costs.Select(
                (costs, project) =>
                    sites.Where(site => problem.IsOpen(project, site)).OrderBy(site => costs[site]).ThenBy(site => site).ToArray()
            ),
        ];
        order = [.. Enumerable.Range(0, problem.Projects.Length).OrderByDescending(Regret).ThenBy(project => project)];
        left = [.. problem.Capacities.Select(capacity => capacity * (1 + PlacementProblem.Rounding))];
        projectsAt = new int[sites.Length];
        placed = new int[problem.Projects.Length];
    }

    /// <summary>The best placement; empty where none was found.</summary>
    public ImmutableArray<int> Best { get; private set; } = [];

    /// <summary>Its total.</summary>
    public double Total { get; private set; } = double.PositiveInfinity;

    /// <summary>Partial placements looked at.</summary>
    public long Nodes { get; private set; }

    /// <summary>Whether the search came to its end.</summary>
    public bool IsProven { get; private set; }

    /// <summary>What no placement is below.</summary>
    public double RootBound { get; private set; }

    /// <summary>Searches.</summary>
    public void Run()
    {
        RootBound = Rest(0);
        IsProven = Placed(0, 0);
        Total = Best.IsEmpty ? double.NaN : problem.Total(Best);
    }

    // What a project loses where it does not get its first choice; one without any choice is placed first and fails at once.
    private double Regret(int project) =>
        choices[project] switch
        {
            [] or [_] => double.PositiveInfinity,
            [var first, var second, ..] => problem.Costs[project][second] - problem.Costs[project][first],
        };

    private bool Placed(int depth, double total)
    {
        if (depth == order.Length)
        {
            (Best, Total) = ([.. placed], total);
            return true;
        }

        int project = order[depth];
        foreach (int site in choices[project])
        {
            double weight = problem.Weights[project][site];
            double cost = total + problem.Costs[project][site] + (projectsAt[site] == 0 ? problem.Openings[site] : 0);
            if (weight > left[site] || cost >= Total)
            {
                continue;
            }

            if (++Nodes > mostNodes || cancellation.IsCancellationRequested)
            {
                return false;
            }

            placed[project] = site;
            left[site] -= weight;
            projectsAt[site]++;
            bool whole = cost + Rest(depth + 1) >= Total || Placed(depth + 1, cost);
            projectsAt[site]--;
            left[site] += weight;
            if (!whole)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The least that the projects from <paramref name="depth"/> on can cost, each at the cheapest site with room for it alone.</summary>
    private double Rest(int depth)
    {
        double rest = 0;
        for (int at = depth; at < order.Length; at++)
        {
            int project = order[at];
            double least = double.PositiveInfinity;
            foreach (int site in choices[project])
            {
                if (problem.Weights[project][site] <= left[site])
                {
                    least = problem.Costs[project][site];
                    break;
                }
            }

            rest += least;
        }

        return rest;
    }
}
