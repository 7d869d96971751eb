using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Sites;
using Petaday.Sites.Placement;

namespace Petaday.Scenarios.Siting;

/// <summary>Chooses sites for many projects at once under the capacity that they share.</summary>
public static class PlacementPlanner
{
    /// <summary>Places the projects of a file.</summary>
    /// <param name="file">CSV file of projects.</param>
    /// <param name="around">The scenario that holds for all of them.</param>
    /// <param name="solver">What solves it.</param>
    /// <param name="knowledge">The catalog and its factors.</param>
    /// <param name="clock">Times the search of strategies.</param>
    /// <param name="diagnostics">Gets all that is wrong.</param>
    /// <param name="progress">Gets the share of projects that are worked out.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null, with diagnostics added, where the input is wrong.</returns>
    public static PlacementStudy? Plan(
        string file,
        Scenario around,
        IPlacementSolver solver,
        Knowledge knowledge,
        TimeProvider clock,
        ICollection<Diagnostic> diagnostics,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(solver);
        ArgumentNullException.ThrowIfNull(diagnostics);
        ArgumentNullException.ThrowIfNull(knowledge);
        var projects = ProjectFile.Read(file, around, diagnostics);
        if (projects.IsEmpty || SiteStudier.Factors(knowledge.Library, diagnostics) is not { } factors)
        {
            return null;
        }

        int before = diagnostics.Count;
        List<ImmutableArray<SiteRow>> rows = [];
        DefaultsLog log = new();
        SiteObjective minimize = SiteObjective.Cost;
        foreach (var project in projects)
        {
            cancellation.ThrowIfCancellationRequested();
            if (
                new SitingReader(project, knowledge, factors, log, diagnostics).Read() is not { } question
                || new RunFactsReader(project, knowledge, clock, log, diagnostics).Read(null, cancellation) is not { } facts
            )
            {
                return null;
            }

            minimize = question.Minimize;
            var desk = new SiteDesk(question, facts, factors, null, diagnostics, cancellation);
            rows.Add([.. question.Candidates.Select(desk.Row).OfType<SiteRow>()]);
            progress?.Report((double)rows.Count / projects.Length);
        }

        return diagnostics.Count > before ? null : Placed(projects, rows, minimize, solver, log, cancellation);
    }

    private static PlacementStudy Placed(
        ImmutableArray<Scenario> projects,
        List<ImmutableArray<SiteRow>> rows,
        SiteObjective minimize,
        IPlacementSolver solver,
        DefaultsLog log,
        CancellationToken cancellation
    )
    {
        var problem = Problem(projects, rows, minimize);
        var solution = solver.Solve(problem, cancellation);
        ImmutableArray<PlacedProject> placed =
        [
            .. rows.Select(
                (own, project) =>
                    new PlacedProject(
                        problem.Projects[project],
                        solution.IsFound ? own[solution.Sites[project]] : null,
                        own.Where(row => row.Refusal is null && row.Account[minimize] is not null).MinBy(row => row.Account[minimize])
                    )
            ),
        ];
        double? alone = placed.Aggregate((double?)0, (sum, one) => sum + one.Best?.Account[minimize]);
        return new PlacementStudy(
            minimize,
            placed,
            Loads(placed),
            solution,
            alone,
            problem.Sites.Length,
            solution.IsFound ? null : Infeasible(placed, solution),
            log.Chosen
        );
    }

    private static PlacementProblem Problem(ImmutableArray<Scenario> projects, List<ImmutableArray<SiteRow>> rows, SiteObjective minimize)
    {
        var sites = rows[0];
        return new PlacementProblem(
            [.. projects.Select(project => project.Text("name")!)],
            [.. sites.Select(row => row.Place.Id)],
            [
                .. rows.Select(own =>
                    own.Select(row => row.Refusal is null ? row.Account[minimize] ?? double.PositiveInfinity : double.PositiveInfinity)
                        .ToImmutableArray()
                ),
            ],
            [.. rows.Select(own => own.Select(Watts).ToImmutableArray())],
            [.. sites.Select(row => row.Offer.Capacity?.Value ?? double.PositiveInfinity)],
            [.. sites.Select(row => minimize == SiteObjective.Cost ? row.Offer.Opening?.Value ?? 0 : 0)]
        );
    }

    private static double Watts(SiteRow row) => row.Account.PeakWatts.Value ?? 0;

    private static ImmutableArray<SiteLoad> Loads(ImmutableArray<PlacedProject> placed) =>
        [
            .. placed
                .Select(one => one.Row)
                .OfType<SiteRow>()
                .GroupBy(row => row.Place.Id, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new SiteLoad(group.First().Place, group.Count(), group.Sum(Watts), group.First().Offer.Capacity?.Value)),
        ];

    private static Infeasibility Infeasible(ImmutableArray<PlacedProject> placed, PlacementSolution solution) =>
        placed.FirstOrDefault(one => one.Best is null) is { } homeless
            ? new Infeasibility("site", $"'{homeless.Name}' can stand at no site that was looked at", "see it alone: petaday site")
        : solution.IsProven ? new Infeasibility("capacity", "the projects do not fit on the sites together, though each fits alone", null)
        : new Infeasibility("capacity", "no placement was found before the search was stopped", null);
}
