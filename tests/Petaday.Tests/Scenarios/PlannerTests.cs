using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Petaday.Catalog;
using Petaday.Scenarios;
using Outcome = Petaday.Scenarios.Outcome;

namespace Petaday.Tests.Scenarios;

/// <summary>A plan keeps to its goal, is the best of all that does, and changes with nothing but what it is asked.</summary>
public sealed class PlannerTests
{
    private const string Open = """
        model: gpt3-1.3b
        recipe: { tokens: 100B }
        system: { id: [dgx-h100, dgx-a100-80gb, mi300x-8], devices: [8, 16, 32] }
        site: [us-va, fr, cn]
        money: { devices: auto }

        """;
    private static readonly Lazy<Knowledge> Shipped = new(() => Knowledge.Open(Library.OpenShipped(), []).ShouldNotBeNull());
    private static readonly Lazy<PlanDetails> Whole = new(() => Plan(Open, new PlanOptions { Prune = false }).Plan!);

    [Fact]
    public void What_cheap_arithmetic_gives_is_what_the_whole_answer_says()
    {
        foreach (var point in Whole.Value.Points)
        {
            var answer = AnswerBuilder.Build(point.Case, point.Candidate, null, Shipped.Value);
            Close(point.Figures.Seconds, answer.Run.Seconds);
            Close(point.Figures.DeviceSeconds, answer.Run.DeviceSeconds);
            Close(point.Figures.Cost, answer.Cost.Total);
            Close(point.Figures.Joules, answer.Energy.Joules);
            Close(point.Figures.OperationalKilograms, answer.Carbon.OperationalKilograms);
            Close(point.Figures.EmbodiedKilograms, answer.Carbon.EmbodiedKilograms);
        }
    }

    [Theory]
    [InlineData("cost")]
    [InlineData("time")]
    [InlineData("energy")]
    [InlineData("carbon")]
    [InlineData("devices")]
    public void The_winner_is_the_least_of_everything_that_keeps_to_the_goal_pruned_or_not(string minimize)
    {
        var goal = $"goal: {{ minimize: {minimize}, deadline: 40 d, devices: 16 }}\n";
        var pruned = Plan(Open + goal);
        var all = Plan(Open + goal, new PlanOptions { Prune = false });
        var plan = pruned.Plan.ShouldNotBeNull();
        pruned.Infeasible.ShouldBeNull();
        Described(plan.Winner).ShouldBe(Described(all.Plan!.Winner));
        plan.RunnersUp.Select(other => Described(other.Point)).ShouldBe(all.Plan.RunnersUp.Select(other => Described(other.Point)));
        var least = all.Plan.Points.Where(all.Plan.Keeps).Min(point => Measure(plan.Goal, point));
        Measure(plan.Goal, plan.Winner).ShouldBe(least);
        plan.Winner.Figures.Seconds!.Value.ShouldBeLessThanOrEqualTo(40 * 86_400);
        plan.Winner.Case.Devices.ShouldBeLessThanOrEqualTo(16);
    }

    [Fact]
    public void Plans_are_different_to_a_person()
    {
        var plan = Plan(Open, new PlanOptions { Best = 8 }).Plan.ShouldNotBeNull();
        PlanPoint[] plans = [plan.Winner, .. plan.RunnersUp.Select(other => other.Point)];
        plans.Length.ShouldBe(8);
        plans.DistinctBy(point => point.Kind).Count().ShouldBe(8);
        plans.Select(point => point.Figures.Cost!.Value).ShouldBeInOrder();
        plan.RunnersUp.ShouldAllBe(other => other.Cost >= 1 && other.Largest != null);
    }

    [Fact]
    public void Permuting_lists_and_threads_change_nothing()
    {
        const string Turned = """
            model: gpt3-1.3b
            recipe: { tokens: 100B }
            system: { id: [mi300x-8, dgx-a100-80gb, dgx-h100], devices: [32, 8, 16] }
            site: [cn, us-va, fr]
            money: { devices: [own, rent] }
            goal: { deadline: 30 d }
            """;
        var one = Plan(Open + "goal: { deadline: 30 d }\n", new PlanOptions { Threads = 1 }).Plan.ShouldNotBeNull();
        var other = Plan(Turned, new PlanOptions { Threads = 5 }).Plan.ShouldNotBeNull();
        other.Points.Select(Described).ShouldBe(one.Points.Select(Described));
        Described(other.Winner).ShouldBe(Described(one.Winner));
        other.Front.Select(Described).ShouldBe(one.Front.Select(Described));
        other
            .Sensitivity.Select(row => (row.Key, row.Factor, row.Change))
            .ShouldBe(one.Sensitivity.Select(row => (row.Key, row.Factor, row.Change)));
    }

    [Fact]
    public void A_tighter_limit_never_improves_the_optimum_and_a_looser_one_never_worsens_it() =>
        Prop.ForAll(
                Gen.Choose(1, 200).Two().ToArbitrary(),
                pair =>
                {
                    var (tight, loose) = (Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2));
                    return Limits().All(limit => Best(limit(tight)) >= Best(limit(loose)));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void More_devices_or_memory_never_make_a_plan_worse()
    {
        foreach (var minimize in new[] { "cost", "time", "carbon" })
        {
            double[] byDevices = [.. new[] { 8, 20, 32, 64 }.Select(most => Least($"goal: {{ minimize: {minimize}, devices: {most} }}\n"))];
            double[] byMemory =
            [
                .. new[] { 0.05, 0.2, 0.5, 0.95 }.Select(share =>
                    Least(string.Create(CultureInfo.InvariantCulture, $"goal: {{ minimize: {minimize}, memoryShare: {share} }}\n"))
                ),
            ];
            byDevices.ShouldBeInOrder(SortDirection.Descending);
            byMemory.ShouldBeInOrder(SortDirection.Descending);
        }
    }

    [Fact]
    public void Head_room_is_kept()
    {
        var plan = Plan(Open + "goal: { memoryShare: 0.3 }\n").Plan.ShouldNotBeNull();
        plan.Points.Where(plan.Keeps).ShouldNotBeEmpty();
        plan.Points.Where(plan.Keeps).ShouldAllBe(point => point.Memory.Bytes <= 0.3 * point.Memory.CapacityBytes);
        plan.Winner.Memory.CapacityBytes.ShouldBe(plan.Winner.Case.System.Spec.Accelerator.MemoryBytes);
    }

    [Fact]
    public void What_would_have_to_give_is_enough()
    {
        var outcome = Plan(Open + "goal: { budget: 1 USD, deadline: 30 d }\n");
        var why = outcome.Infeasible.ShouldNotBeNull();
        why.Constraint.ShouldBe("goal.budget");
        var relaxed = why.Relaxations.ShouldHaveSingleItem();
        relaxed.Limit.ShouldBe(1);
        var enough = string.Create(CultureInfo.InvariantCulture, $"{relaxed.Needed * 1.000001:0.####} USD");
        Plan(Open + $"goal: {{ budget: {enough}, deadline: 30 d }}\n").Infeasible.ShouldBeNull();
        var short1 = string.Create(CultureInfo.InvariantCulture, $"{relaxed.Needed * 0.999:0.####} USD");
        Plan(Open + $"goal: {{ budget: {short1}, deadline: 30 d }}\n").Infeasible.ShouldNotBeNull();
    }

    [Fact]
    public void The_front_is_all_that_nothing_betters()
    {
        var plan = Whole.Value;
        plan.Front.Select(point => point.Figures.Seconds!.Value).ShouldBeInOrder();
        foreach (var point in plan.Points.Where(point => point.Figures.OperationalKilograms is not null && point.Figures.Cost is not null))
        {
            plan.Front.Any(kept =>
                    kept.Figures.Seconds <= point.Figures.Seconds
                    && kept.Figures.Cost <= point.Figures.Cost
                    && kept.Figures.OperationalKilograms <= point.Figures.OperationalKilograms
                )
                .ShouldBeTrue(Described(point));
        }
    }

    [Fact]
    public void A_winner_that_costs_more_costs_more_by_as_much()
    {
        var plan = Plan(Open.Replace("auto", "rent", StringComparison.Ordinal)).Plan!;
        var price = plan.Sensitivity.Where(row => row.Key == "price").ToList();
        price.Select(row => row.Factor).ShouldBe([0.8, 1.2]);
        price[1].Change!.Value.ShouldBe(0.2, 1e-9);
        var slower = plan.Sensitivity.Last(row => row.Key == "stepTime");
        slower.Change!.Value.ShouldBe(slower.Factor - 1, 1e-9);
        plan.Sensitivity.Where(row => row.Key is "powerPrice" or "carbonIntensity").ShouldAllBe(row => row.Change == 0);
        plan.Sensitivity.First(row => row is { Key: "failureRate", Factor: > 1 }).Change!.Value.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_stopped_plan_says_that_it_is_partial_or_stops()
    {
        using var stopping = new CancellationTokenSource();
        var progress = new Stopping(stopping);
        var partial = Planned(Open, null, progress, stopping.Token).Plan.ShouldNotBeNull();
        partial.Partial.ShouldBeTrue();
        partial.Searched.ShouldBe(1);
        Should.Throw<OperationCanceledException>(() => Planned(Open, null, null, stopping.Token));
    }

    [Fact]
    public void Formats_and_batches_may_be_lists_or_open()
    {
        var plan = Plan(
            "model: gpt3-1.3b\nrecipe: { tokens: 100B, precision: auto, globalBatch: [256 sequences, 512 sequences] }\nsystem: { id: [dgx-h100, dgx-a100-80gb], devices: 16 }\n",
            new PlanOptions { Prune = false }
        ).Plan!;
        plan.Points.Select(point =>
                (point.Case.System.Entry.Id, Words.Of(point.Case.Recipe.Precision), point.Case.Recipe.GlobalBatchSequences)
            )
            .Distinct()
            .ShouldBe(
                [
                    ("dgx-a100-80gb", "bf16", 256),
                    ("dgx-a100-80gb", "bf16", 512),
                    ("dgx-h100", "bf16", 256),
                    ("dgx-h100", "bf16", 512),
                    ("dgx-h100", "fp8", 256),
                    ("dgx-h100", "fp8", 512),
                ],
                ignoreOrder: true
            );
        plan.Winner.Case.Limits.ShouldContain(limit => limit.StartsWith("formats are chosen", StringComparison.Ordinal));
    }

    private static IEnumerable<Func<int, Goal>> Limits()
    {
        var all = Whole.Value.Points;
        var (seconds, cost, carbon) = (
            all.Max(point => point.Figures.Seconds),
            all.Max(point => point.Figures.Cost),
            all.Max(point => point.Figures.Carbon)
        );
        foreach (var objective in Enum.GetValues<Objective>())
        {
            yield return part => new Goal(cost * part / 200, null, null, objective);
            yield return part => new Goal(null, seconds * part / 200, null, objective);
            yield return part => new Goal(null, null, carbon * part / 200, objective);
            yield return part => new Goal(cost, seconds, carbon, objective) { Devices = part };
            yield return part => new Goal(null, null, null, objective) { MemoryShare = part / 200.0 };
        }
    }

    private static double Best(Goal goal) =>
        new PlanRanking(goal).Best(Whole.Value.Points).FirstOrDefault() is { } best ? Measure(goal, best) : double.PositiveInfinity;

    private static double Least(string goal)
    {
        var outcome = Plan(Open + goal);
        return outcome.Infeasible is null ? Measure(outcome.Plan!.Goal, outcome.Plan.Winner) : double.PositiveInfinity;
    }

    private static double Measure(Goal goal, PlanPoint point) =>
        Constraints.Measure(goal.Minimize, point.Figures, point.Case.Devices) ?? double.PositiveInfinity;

    private static string Described(PlanPoint point) =>
        $"{point.Machines} {point.Layout} {point.Place} {Words.Of(point.Case.Recipe.Precision)} {point.Figures}";

    private static void Close(double? actual, double? expected)
    {
        (actual is null).ShouldBe(expected is null);
        if (expected is { } known)
        {
            actual!.Value.ShouldBe(known, Math.Abs(known) * 1e-9);
        }
    }

    private static Outcome Plan(string text, PlanOptions? options = null) =>
        Planned(text, options, null, TestContext.Current.CancellationToken);

    private static Outcome Planned(string text, PlanOptions? options, IProgress<double>? progress, CancellationToken cancellation)
    {
        List<Diagnostic> problems = [];
        var scenario = ScenarioReader.Parse(text, [], problems);
        var resolved = scenario is null ? null : ScenarioResolver.Resolve(scenario, Shipped.Value, ScenarioWish.Plan, problems);
        problems.ShouldBeEmpty();
        return Planner
            .Plan(resolved.ShouldNotBeNull(), Shipped.Value, TimeProvider.System, problems, progress, options, cancellation)
            .ShouldNotBeNull();
    }

    private sealed class Stopping(CancellationTokenSource source) : IProgress<double>
    {
        // Bounds come first, of which no plan can be made: it is stopped while it searches.
        private const double Bounded = 0.1;

        public void Report(double value)
        {
            if (value > Bounded)
            {
                source.Cancel();
            }
        }
    }
}
