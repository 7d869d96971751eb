using Petaday.Catalog;
using Petaday.Scenarios;

namespace Petaday.Tests.Scenarios;

/// <summary>Plans that choose the model, over a few systems: the whole catalog takes seconds.</summary>
public sealed class ModelPlannerTests
{
    // What bounds passed over may be better by this, nats a token.
    private const double Tolerance = 0.001;

    private static readonly Knowledge Shipped = Knowledge.Open(Library.OpenShipped(), [])!;

    private static readonly (string, string)[] Few = [("system.id", "hgx-h100,hgx-b200"), ("goal.families", "dense,moe-8")];

    [Theory]
    [InlineData("3 kUSD", "10 d")]
    [InlineData("250 kUSD", "30 d")]
    [InlineData("5 MUSD", "90 d")]
    public void AnEstimateOfThePlannedScenarioIsTheSameAnswer(string budget, string deadline)
    {
        var outcome = Plan([.. Few, ("goal.budget", budget), ("goal.deadline", deadline)]);
        var answer = outcome.Answer!;
        List<Diagnostic> wrong = [];
        var scenario = ScenarioReader.Parse(outcome.Model!.Scenario, [], wrong)!;
        var resolved = ScenarioResolver.Resolve(scenario, Shipped, ScenarioWish.Estimate, wrong);

        wrong.ShouldBeEmpty();
        var estimated = Estimator
            .Estimate(resolved!, Shipped, TimeProvider.System, wrong, null, TestContext.Current.CancellationToken)!
            .Answer!;
        estimated.Strategy.Layout.ShouldBe(answer.Strategy.Layout);
        estimated.Run.ShouldBe(answer.Run);
        estimated.Cost.Total.ShouldBe(answer.Cost.Total);
        estimated.Model.ShouldBe(answer.Model);
        estimated.Intervals.ShouldBe(answer.Intervals);
    }

    [Fact]
    public void WithinItsLimitsItUsesThemUp()
    {
        var answer = Plan([.. Few, ("goal.budget", "1 MUSD"), ("goal.deadline", "60 d")]).Answer!;

        answer.Cost.Total!.Value.ShouldBeInRange(0.99e6, 1e6);
        answer.Run.Seconds!.Value.ShouldBeLessThanOrEqualTo(60 * 86_400);
        answer.Intervals["run.predictedLoss"].Low.ShouldBeLessThan(answer.Run.PredictedLoss!.Value);
        answer.Search!.Candidates.ShouldBeGreaterThan(answer.Search.Evaluated);
    }

    [Fact]
    public void MoreMoneyNeverRaisesTheLoss() =>
        Falling(
            ["1 kUSD", "10 kUSD", "70 kUSD", "500 kUSD", "4 MUSD"],
            budget => [.. Few, ("goal.budget", budget), ("goal.deadline", "30 d")]
        );

    [Fact]
    public void MoreTimeNeverRaisesTheLoss() =>
        Falling(["1 h", "1 d", "8 d", "40 d"], deadline => [.. Few, ("goal.budget", "100 kUSD"), ("goal.deadline", deadline)]);

    [Fact]
    public void MoreSystemsNeverRaiseTheLoss() =>
        Falling(
            ["hgx-h100", "hgx-h100,hgx-b200", "hgx-h100,hgx-b200,mi300x-8,tpu-v5e-pod"],
            systems => [("system.id", systems), ("goal.families", "dense"), ("goal.budget", "300 kUSD")]
        );

    [Fact]
    public void TheCheapestWayToALossIsTheBudgetThatReachesIt()
    {
        double loss = Plan([.. Few, ("goal.budget", "200 kUSD"), ("goal.deadline", "60 d")]).Answer!.Run.PredictedLoss!.Value;
        var cheapest = Plan([.. Few, ("goal.loss", Text(loss)), ("goal.deadline", "60 d")]).Answer!;

        cheapest.Run.PredictedLoss!.Value.ShouldBeLessThanOrEqualTo(loss + 1e-9);
        cheapest.Cost.Total!.Value.ShouldBeInRange(0.95 * 200e3, 1.03 * 200e3);
    }

    [Fact]
    public void ABudgetCapsTheWayToALoss()
    {
        var outcome = Plan([.. Few, ("goal.loss", "2.0"), ("goal.budget", "10 kUSD")]);

        outcome.Infeasible!.Constraint.ShouldBe("goal.budget");
        outcome.Infeasible.Nearest.ShouldNotBeNull().ShouldContain("comes nearest");
    }

    [Fact]
    public void TheComputeOfAModelIsSpent()
    {
        var answer = Plan([("system.id", "hgx-h100"), ("goal.families", "dense"), ("goal.computeOf", "llama-2-7b")]).Answer!;

        // 6.7 billion parameters on 2 trillion tokens: about 6 N D.
        (answer.Run.Flops / (6 * 6.74e9 * 2e12)).ShouldBeInRange(1, 1.3);
        answer.Run.Seconds!.Value.ShouldBeLessThanOrEqualTo(90 * 86_400);
    }

    // Sardana et al. 2023: the more is served, the smaller and the longer trained the best model.
    [Fact]
    public void ServingMakesTheBestModelSmaller()
    {
        (string, string)[] asked = [("system.id", "hgx-h100"), ("goal.families", "dense"), ("goal.budget", "500 kUSD")];
        var alone = Plan(asked).Answer!;
        var served = Plan([.. asked, ("goal.servedTokens", "2T")]).Answer!;

        served.Model.Parameters.ShouldBeLessThan(alone.Model.Parameters);
        (served.Run.Tokens / served.Model.Parameters).ShouldBeGreaterThan(alone.Run.Tokens / alone.Model.Parameters);
        served.Run.PredictedLoss!.Value.ShouldBeGreaterThan(alone.Run.PredictedLoss!.Value);
    }

    [Fact]
    public void FewUniqueTokensMakeTheLossHigher()
    {
        (string, string)[] asked = [("system.id", "hgx-h100"), ("goal.families", "dense"), ("goal.budget", "500 kUSD")];
        double free = Plan(asked).Answer!.Run.PredictedLoss!.Value;
        var bound = Plan([.. asked, ("recipe.uniqueTokens", "20B")]).Answer!;

        bound.Run.PredictedLoss!.Value.ShouldBeGreaterThan(free);
        bound.Limits.ShouldContain(note => note.Contains("passes over", StringComparison.Ordinal));
    }

    [Fact]
    public void TooLittleMoneySaysWhichLimitBindsAndWhatComesNearest()
    {
        var outcome = Plan([.. Few, ("goal.budget", "0.01 USD")]);

        outcome.Infeasible!.Constraint.ShouldBe("goal.budget");
        outcome.Infeasible.Message.ShouldContain("0.01 USD");
        outcome.Infeasible.Nearest.ShouldNotBeNull().ShouldContain("comes nearest");
        outcome.Answer.ShouldNotBeNull();
    }

    [Fact]
    public void AnAbsurdBudgetIsLimitedByTime()
    {
        var outcome = Plan([.. Few, ("goal.budget", "1e15 USD"), ("goal.deadline", "30 d")]);

        outcome.Infeasible.ShouldBeNull();
        outcome.Model!.Binding.ShouldBe("goal.deadline");
    }

    [Theory]
    [InlineData("goal.loss", "1.8", "the data itself has 1.8172")]
    [InlineData("recipe.law", "chinchila", "did you mean 'chinchilla'")]
    [InlineData("goal.families", "dens", "did you mean 'dense'")]
    [InlineData("goal.computeOf", "llama-3.1-70", "llama-3.1-70b")]
    [InlineData("goal.budget", "5 kg", "USD")]
    [InlineData("goal.deadline", "5 MUSD", "90 d")]
    [InlineData("recipe.task", "lora", "only pre-training")]
    [InlineData("system.id", "hgx-h10", "did you mean")]
    public void WhatIsWrongIsSaid(string key, string value, string said)
    {
        List<Diagnostic> wrong = [];
        (string, string)[] asked = [("goal.deadline", "10 d"), (key, value)];
        var scenario = Read(asked, wrong);
        var outcome = scenario is null
            ? null
            : ModelPlanner.Plan(scenario, Shipped, TimeProvider.System, wrong, null, TestContext.Current.CancellationToken);

        outcome.ShouldBeNull();
        string.Join("\n", wrong).ShouldContain(said);
    }

    [Fact]
    public void AModelAndALossAreTooMuch()
    {
        List<Diagnostic> wrong = [];
        var scenario = Read([("model", "llama-3.1-8b"), ("goal.loss", "2.1")], wrong)!;

        ModelPlanner.Applies(scenario).ShouldBeFalse();
        ScenarioResolver.Resolve(scenario, Shipped, ScenarioWish.Plan, wrong).ShouldBeNull();
        wrong.ShouldHaveSingleItem().Key.ShouldBe("goal.loss");
    }

    private static void Falling(string[] values, Func<string, (string, string)[]> asked)
    {
        double[] losses = [.. values.Select(value => Plan(asked(value)).Answer!.Run.PredictedLoss!.Value)];

        losses.Zip(losses.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + Tolerance);
    }

    private static Outcome Plan((string Key, string Value)[] asked)
    {
        List<Diagnostic> wrong = [];
        var outcome = Read(asked, wrong) is { } scenario
            ? ModelPlanner.Plan(scenario, Shipped, TimeProvider.System, wrong, null, TestContext.Current.CancellationToken)
            : null;

        wrong.ShouldBeEmpty();
        return outcome.ShouldNotBeNull();
    }

    private static Scenario? Read((string Key, string Value)[] asked, List<Diagnostic> wrong) =>
        ScenarioReader.Read(null, [.. asked.Select(pair => new ScenarioFlag(pair.Key, pair.Value, "--" + pair.Key))], wrong);

    private static string Text(double value) => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
