using Petaday.Sites.Hours;

namespace Petaday.Tests.Sites.Hours;

public sealed class PauseSchedulerTests
{
    private const int Cases = 300;

    /// <summary>Every choice of hours, tried one by one, finds nothing better: an oracle that knows nothing of the program's way.</summary>
    [Fact]
    public void It_is_as_good_as_trying_every_choice_of_hours()
    {
        var random = new Random(20261126);
        for (int i = 0; i < Cases; i++)
        {
            int hours = random.Next(1, 12);
            double[] costs = [.. Enumerable.Range(0, hours).Select(_ => Math.Round((random.NextDouble() * 10) - 2, 2))];
            double work = random.Next(1, (4 * hours) + 3) / 4.0;
            double holding = random.Next(3) * 0.75;
            double restart = random.Next(5) / 4.0;
            var plan = PauseScheduler.Best(new PauseProblem([.. costs], work, holding, restart), TestContext.Current.CancellationToken);
            double? best = Tried(costs, work, holding, restart);
            (plan is null).ShouldBe(best is null, $"case {i}");
            if (plan is not null)
            {
                plan.Cost.ShouldBe(best!.Value, 1e-9, $"case {i}");
                Cost([.. plan.Running], costs, work, holding, restart)
                    .ShouldNotBeNull($"case {i}")
                    .ShouldBe(plan.Cost, 1e-9, $"case {i}: the hours cost what is said");
            }
        }
    }

    [Fact]
    public void Without_loss_or_holding_it_takes_the_cheapest_hours()
    {
        var random = new Random(7);
        double[] costs = [.. Enumerable.Range(0, 2000).Select(_ => random.NextDouble())];
        var plan = PauseScheduler.Best(new PauseProblem([.. costs], 600, 0, 0), TestContext.Current.CancellationToken).ShouldNotBeNull();
        plan.Cost.ShouldBe(costs.Order().Take(600).Sum(), 1e-9);
        plan.Worked.ShouldBe(600);
    }

    [Fact]
    public void Machines_that_are_dear_to_hold_do_not_wait()
    {
        var plan = PauseScheduler
            .Best(new PauseProblem([5, 1, 5, 1, 5, 1], 3, 100, 0), TestContext.Current.CancellationToken)
            .ShouldNotBeNull();
        plan.Elapsed.ShouldBe(3);
        plan.Restarts.ShouldBe(0);
    }

    [Fact]
    public void Work_that_does_not_fit_has_no_plan() =>
        PauseScheduler.Best(new PauseProblem([1, 1, 1], 4, 0, 0), TestContext.Current.CancellationToken).ShouldBeNull();

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(double.NaN, 0, 0)]
    [InlineData(1, -1, 0)]
    [InlineData(1, 0, 1.5)]
    [InlineData(1, 0, double.NaN)]
    public void What_cannot_be_is_refused(double work, double holding, double restart) =>
        Should.Throw<ArgumentOutOfRangeException>(() => PauseScheduler.Best(new PauseProblem([1, 2], work, holding, restart)));

    private static double? Tried(double[] costs, double work, double holding, double restart) =>
        Enumerable
            .Range(1, (1 << costs.Length) - 1)
            .Select(mask =>
                Cost([.. Enumerable.Range(0, costs.Length).Select(hour => ((mask >> hour) & 1) == 1)], costs, work, holding, restart)
            )
            .Min();

    /// <summary>What a choice of hours costs; null where the work is not done by the end of its last hour, or was done before it.</summary>
    private static double? Cost(bool[] running, double[] costs, double work, double holding, double restart)
    {
        int last = Array.LastIndexOf(running, true);
        double done = 0;
        double cost = 0;
        bool started = false;
        for (int hour = 0; hour <= last; hour++)
        {
            cost += holding;
            if (!running[hour])
            {
                continue;
            }

            if (done >= work - 1e-9)
            {
                return null;
            }

            bool resumes = started && !running[hour - 1];
            done += 1 - (resumes ? restart : 0);
            cost += costs[hour];
            started = true;
        }

        return done >= work - 1e-9 ? cost : null;
    }
}
