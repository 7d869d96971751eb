using System.Collections.Immutable;

namespace Petaday.Sites.Placement;

/// <summary>
/// The mixed-integer program of a placement, by columns: x[i,j] = 1 where project i stands at site j, y[j] = 1 where site j is open; Σj x[i,j] = 1; Σi w[i,j] x[i,j] ≤ K[j] y[j];
/// x[i,j] ≤ y[j] where opening costs; least Σ c x + Σ f y. Numbers are scaled to about one, as solvers like them.
/// </summary>
internal sealed class PlacementProgram
{
    private readonly List<(int Project, int Site)> pairs = [];
    private readonly int projects;

    private PlacementProgram(int projects, double scale) => (this.projects, Scale) = (projects, scale);

    /// <summary>The objective's unit.</summary>
    public double Scale { get; }

    public List<double> Objective { get; } = [];

    public List<int> Starts { get; } = [0];

    public List<int> Rows { get; } = [];

    public List<double> Values { get; } = [];

    public List<double> RowLower { get; } = [];

    public List<double> RowUpper { get; } = [];

    /// <summary>Columns.</summary>
    public int Columns => Objective.Count;

    /// <summary>The program; null where a project may stand nowhere.</summary>
    public static PlacementProgram? Of(PlacementProblem problem)
    {
        double scale = problem
            .Costs.SelectMany(static costs => costs)
            .Concat(problem.Openings)
            .Where(double.IsFinite)
            .Select(Math.Abs)
            .DefaultIfEmpty(1)
            .Max();
        var program = new PlacementProgram(problem.Projects.Length, scale > 0 ? scale : 1);
        for (int project = 0; project < problem.Projects.Length; project++)
        {
            int before = program.pairs.Count;
            program.pairs.AddRange(
                Enumerable.Range(0, problem.Sites.Length).Where(site => problem.IsOpen(project, site)).Select(site => (project, site))
            );
            if (program.pairs.Count == before)
            {
                return null;
            }
        }

        program.Build(problem);
        return program;
    }

    /// <summary>The site of each project in a solution.</summary>
    public ImmutableArray<int> Sites(double[] values)
    {
        int[] sites = new int[projects];
        for (int column = 0; column < pairs.Count; column++)
        {
            if (values[column] > 0.5)
            {
                sites[pairs[column].Project] = pairs[column].Site;
            }
        }

        return [.. sites];
    }

    private void Build(PlacementProblem problem)
    {
        for (int project = 0; project < projects; project++)
        {
            Row(1, 1);
        }

        var capacityRows = Enumerable
            .Range(0, problem.Sites.Length)
            .Where(site => double.IsFinite(problem.Capacities[site]))
            .ToDictionary(static site => site, _ => Row(double.MinValue, 0));
        var linkRows = new Dictionary<int, int>();
        for (int column = 0; column < pairs.Count; column++)
        {
            var (project, site) = pairs[column];
            List<(int Row, double Value)> cells = [(project, 1)];
            if (capacityRows.TryGetValue(site, out int capacity))
            {
                cells.Add((capacity, Share(problem, project, site)));
            }

            if (problem.Openings[site] > 0)
            {
                linkRows[column] = Row(double.MinValue, 0);
                cells.Add((linkRows[column], 1));
            }

            Column(problem.Costs[project][site] / Scale, cells);
        }

        for (int site = 0; site < problem.Sites.Length; site++)
        {
            IEnumerable<(int, double)> links = linkRows
                .Where(link => pairs[link.Key].Site == site)
                .Select(static link => (link.Value, -1.0));
            IEnumerable<(int, double)> own = capacityRows.TryGetValue(site, out int row) ? [(row, -1.0)] : [];
            Column(problem.Openings[site] / Scale, [.. own, .. links]);
        }
    }

    private static double Share(PlacementProblem problem, int project, int site) =>
        problem.Capacities[site] > 0 ? problem.Weights[project][site] / (problem.Capacities[site] * (1 + PlacementProblem.Rounding)) : 0;

    private int Row(double lower, double upper)
    {
        RowLower.Add(lower);
        RowUpper.Add(upper);
        return RowLower.Count - 1;
    }

    private void Column(double objective, List<(int Row, double Value)> cells)
    {
        Objective.Add(objective);
        Rows.AddRange(cells.Select(static cell => cell.Row));
        Values.AddRange(cells.Select(static cell => cell.Value));
        Starts.Add(Rows.Count);
    }
}
