using Petaday.Planning;
using Petaday.Training;

namespace Petaday.Tests.Planning;

/// <summary>A search finds what evaluating every strategy with the step model finds, however it prunes and on however many threads.</summary>
public sealed class StrategySearchTests
{
    [Fact]
    public void Pruned_and_unpruned_searches_find_what_the_step_model_finds_on_250_random_problems()
    {
        var random = new Random(41);
        var feasible = 0;
        for (var i = 0; i < 250; i++)
        {
            var problem = Problems.Small(random);
            var all = Problems.Strategies(problem).Select(strategy => (Strategy: strategy, Step: Outline(problem, strategy))).ToList();
            var limit = StrategySearch.MemoryShare * problem.System.Accelerator.MemoryBytes;
            var fitting = all.Where(one => one.Step.MemoryBytes <= limit).ToList();
            var pruned = Search(problem, new SearchOptions { Keep = 1 });
            var unpruned = Search(problem, new SearchOptions { Keep = 1, Prune = false });
            pruned.Candidates.ShouldBe(all.Count, $"{i}");
            (unpruned.Candidates, unpruned.Evaluated, unpruned.Feasible).ShouldBe((all.Count, all.Count, fitting.Count), $"{i}");
            SameOrTied(pruned, unpruned, $"{i}");
            if (fitting.Count == 0)
            {
                pruned.Best.ShouldBeEmpty();
                pruned.Nearest?.Strategy.ShouldBe(unpruned.Nearest?.Strategy);
                (pruned.Nearest?.Estimate.Memory.Bytes ?? 0).ShouldBe(all.Select(one => one.Step.MemoryBytes).DefaultIfEmpty().Min());
                continue;
            }

            feasible++;
            var best = fitting.Min(one => one.Step.Seconds);
            pruned.Best[0].Estimate.Time.Seconds.ShouldBe(best, 1e-9 * best, $"{i}: {pruned.Best[0].Strategy}");
        }

        feasible.ShouldBeGreaterThan(150);
    }

    /// <summary>
    /// Both find the same, or what takes the same time to the last digits: recomputation that hides under traffic costs nothing, and a pruned search does not look at more of it than
    /// memory needs.
    /// </summary>
    private static void SameOrTied(SearchOutcome pruned, SearchOutcome unpruned, string problem)
    {
        pruned.Best.Length.ShouldBe(unpruned.Best.Length, problem);
        foreach (var (one, other) in pruned.Best.Zip(unpruned.Best))
        {
            if (one.Strategy != other.Strategy)
            {
                one.Estimate.Time.Seconds.ShouldBe(other.Estimate.Time.Seconds, 1e-12 * other.Estimate.Time.Seconds, problem);
            }
        }
    }

    [Fact]
    public void The_next_best_are_the_fastest_of_their_kind()
    {
        var random = new Random(5);
        for (var i = 0; i < 20; i++)
        {
            var problem = Problems.Small(random);
            var limit = StrategySearch.MemoryShare * problem.System.Accelerator.MemoryBytes;
            var kinds = Problems
                .Strategies(problem)
                .Select(strategy => (Strategy: strategy, Step: Outline(problem, strategy)))
                .Where(one => one.Step.MemoryBytes <= limit)
                .GroupBy(one => Kind(one.Strategy), one => one.Step.Seconds)
                .Select(kind => kind.Min())
                .Order()
                .Take(4)
                .ToList();
            var found = Search(problem, new SearchOptions { Keep = 4 }).Best;
            found.Length.ShouldBe(kinds.Count);
            for (var k = 0; k < kinds.Count; k++)
            {
                found[k].Estimate.Time.Seconds.ShouldBe(kinds[k], 1e-9 * kinds[k]);
            }
        }
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_answer_and_counts()
    {
        var random = new Random(8);
        for (var i = 0; i < 30; i++)
        {
            var problem = Problems.Small(random);
            var one = Search(problem, new SearchOptions { Threads = 1 });
            var many = Search(problem, new SearchOptions { Threads = 7 });
            many.Best.Select(candidate => candidate.Strategy).ShouldBe(one.Best.Select(candidate => candidate.Strategy));
            many.Nearest?.Strategy.ShouldBe(one.Nearest?.Strategy);
            (many.Candidates, many.Evaluated, many.Feasible).ShouldBe((one.Candidates, one.Evaluated, one.Feasible));
        }
    }

    [Fact]
    public void A_search_that_is_stopped_says_that_it_is_partial()
    {
        var problem = Problems.Small(new Random(1));
        using var stopping = new CancellationTokenSource();
        stopping.Cancel();
        StrategySearch.Fastest(problem, cancellation: stopping.Token).Partial.ShouldBeTrue();
        Search(problem).Partial.ShouldBeFalse();
    }

    [Fact]
    public void More_memory_or_fewer_limits_never_slow_the_optimum()
    {
        var random = new Random(17);
        for (var i = 0; i < 40; i++)
        {
            var problem = Problems.Small(random);
            var device = problem.System.Accelerator;
            var larger = problem with
            {
                System = problem.System with { Accelerator = device with { MemoryBytes = 1.3 * device.MemoryBytes } },
            };
            var fixedOne = new SearchOptions { Recomputation = new Recomputation(RecomputeMode.Selective) };
            Best(larger).ShouldBeLessThanOrEqualTo(Best(problem) * (1 + 1e-12));
            Best(problem).ShouldBeLessThanOrEqualTo(Best(problem, fixedOne) * (1 + 1e-12));
        }
    }

    private static SearchOutcome Search(SearchProblem problem, SearchOptions? options = null) =>
        StrategySearch.Fastest(problem, options, cancellation: TestContext.Current.CancellationToken);

    private static double Best(SearchProblem problem, SearchOptions? options = null) =>
        Search(problem, options).Best is [var best, ..] ? best.Estimate.Time.Seconds : double.PositiveInfinity;

    private static object Kind(Strategy one) =>
        (one.Tensor, one.Context, one.Pipeline, one.Expert, one.MicroBatch, one.VirtualPipeline > 1, one.ZeroStage == 3);

    private static StepOutline Outline(SearchProblem problem, Strategy strategy)
    {
        var context = new ProfileContext(problem.Architecture, problem.System, problem.Stack, problem.Recipe, strategy);
        return StepModel.Outline(
            ModelProfile.Of(context),
            StageLayout.Of(problem.Architecture, problem.Stack, strategy.Pipeline, strategy.VirtualPipeline)
        );
    }
}
