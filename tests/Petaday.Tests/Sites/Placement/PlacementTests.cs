using Petaday.Sites.Placement;

namespace Petaday.Tests.Sites.Placement;

public sealed class PlacementTests
{
    private const int Cases = 100;

    // CBC is used where it is installed: the exact search needs nothing, and both are held to the enumeration.
    private static readonly IPlacementSolver[] Solvers =
    [
        new BranchAndBound(),
        .. CbcSolver.TryOpen() is { } cbc ? [cbc] : Array.Empty<IPlacementSolver>(),
    ];

    [Fact]
    public void Every_solver_is_as_good_as_enumeration_on_a_hundred_small_cases()
    {
        var random = new Random(12);
        int infeasible = 0;
        for (int i = 0; i < Cases; i++)
        {
            var problem = Some(
                random,
                random.Next(1, 6),
                random.Next(1, 5),
                tight: 0.6 + (0.8 * random.NextDouble()),
                openings: i % 2 == 0
            );
            double best = Enumerated(problem);
            infeasible += double.IsFinite(best) ? 0 : 1;
            foreach (var solver in Solvers)
            {
                var found = solver.Solve(problem, TestContext.Current.CancellationToken);
                found.IsProven.ShouldBeTrue($"case {i}, {solver.Name}");
                found.IsFound.ShouldBe(double.IsFinite(best), $"case {i}, {solver.Name}");
                if (found.IsFound)
                {
                    found.Total.ShouldBe(best, Math.Abs(best) * 1e-7, $"case {i}, {solver.Name}");
                    problem.Total(found.Sites).ShouldBe(found.Total, 1e-9);
                }
            }
        }

        infeasible.ShouldBeInRange(5, 80, "cases of both kinds are tried");
    }

    [Fact]
    public void Twelve_projects_on_sixty_sites_are_placed_with_a_proof()
    {
        var random = new Random(60);
        for (int i = 0; i < 3; i++)
        {
            var problem = Some(random, 12, 60, tight: 1.5, openings: i == 2);
            var totals = Solvers.Select(solver => solver.Solve(problem, TestContext.Current.CancellationToken)).ToList();
            totals.ShouldAllBe(found => found.IsProven && found.IsFound);
            totals.ShouldAllBe(found => Math.Abs(found.Total - totals[0].Total) < Math.Abs(totals[0].Total) * 1e-7);
        }
    }

    [Fact]
    public void A_search_that_is_cut_short_says_so_and_by_how_much_it_may_be_off()
    {
        var problem = Some(new Random(3), 12, 20, tight: 1.5, openings: true);
        var cut = new BranchAndBound(20).Solve(problem, TestContext.Current.CancellationToken);
        cut.IsProven.ShouldBeFalse();
        cut.Bound.ShouldBeLessThanOrEqualTo(new BranchAndBound().Solve(problem, TestContext.Current.CancellationToken).Total);
    }

    [Fact]
    public void A_capacity_that_is_met_exactly_is_met()
    {
        var problem = new PlacementProblem(
            ["a", "b", "c"],
            ["s", "t"],
            [
                [1, 5],
                [1, 5],
                [1, 5],
            ],
            [
                [0.1, 0.1],
                [0.2, 0.2],
                [0.3, 0.3],
            ],
            [0.3, 1],
            [0, 0]
        );
        foreach (var solver in Solvers)
        {
            var found = solver.Solve(problem, TestContext.Current.CancellationToken);
            found.Total.ShouldBe(7, 1e-9, solver.Name);
        }
    }

    private static PlacementProblem Some(Random random, int projects, int sites, double tight, bool openings)
    {
        double[] power = [.. Enumerable.Range(0, projects).Select(_ => 1 + (9 * random.NextDouble()))];
        return new PlacementProblem(
            [.. Enumerable.Range(0, projects).Select(project => $"p{project}")],
            [.. Enumerable.Range(0, sites).Select(site => $"s{site}")],
            [
                .. Enumerable
                    .Range(0, projects)
                    .Select(_ =>
                        Enumerable
                            .Range(0, sites)
                            .Select(_ => random.Next(8) == 0 && sites < 10 ? double.PositiveInfinity : 10 + (90 * random.NextDouble()))
                            .ToArray()
                    )
                    .Select(costs => System.Collections.Immutable.ImmutableArray.Create(costs)),
            ],
            [
                .. power
                    .Select(watts => Enumerable.Range(0, sites).Select(_ => watts * (1.1 + (0.3 * random.NextDouble()))).ToArray())
                    .Select(weights => System.Collections.Immutable.ImmutableArray.Create(weights)),
            ],
            [.. Enumerable.Range(0, sites).Select(_ => tight * 2.5 * power.Sum() / Math.Min(sites, projects) * random.NextDouble())],
            [.. Enumerable.Range(0, sites).Select(_ => openings ? 40 * random.NextDouble() : 0)]
        );
    }

    private static double Enumerated(PlacementProblem problem)
    {
        int[] sites = new int[problem.Projects.Length];
        double best = double.PositiveInfinity;
        do
        {
            best = Math.Min(best, problem.Total(sites));
        } while (Next(sites, problem.Sites.Length));
        return best;
    }

    private static bool Next(int[] digits, int numbers)
    {
        for (int at = 0; at < digits.Length; at++)
        {
            if (++digits[at] < numbers)
            {
                return true;
            }

            digits[at] = 0;
        }

        return false;
    }
}
