using Petaday.Planning;

namespace Petaday.Tests.Planning;

public sealed class SearchBoundTests
{
    [Fact]
    public void No_plan_is_below_the_bound_and_the_whole_space_is_counted()
    {
        var random = new Random(29);
        for (var i = 0; i < 60; i++)
        {
            var problem = Problems.Small(random);
            var bound = SearchBound.Of(problem);
            var found = StrategySearch.Fastest(
                problem,
                new SearchOptions { Prune = false },
                cancellation: TestContext.Current.CancellationToken
            );
            bound.Candidates.ShouldBe(found.Candidates);
            foreach (var one in found.Best)
            {
                var step = one.Estimate.Time.Seconds;
                step.ShouldBeGreaterThanOrEqualTo(bound.StepSeconds * (1 - 1e-9));
                (one.Estimate.BusyFraction * step).ShouldBeGreaterThanOrEqualTo(Math.Min(step, bound.BusySeconds) * (1 - 1e-9));
            }
        }
    }
}
