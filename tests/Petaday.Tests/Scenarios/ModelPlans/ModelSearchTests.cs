using Petaday.Catalog;
using Petaday.Economics;
using Petaday.Scenarios;
using Petaday.Scenarios.ModelPlans;
using Petaday.Training;

namespace Petaday.Tests.Scenarios.ModelPlans;

public sealed class ModelSearchTests
{
    // Every option evaluated, against the search that evaluates few of them.
    [Theory]
    [InlineData("5 MUSD", "90 d")]
    [InlineData("300 kUSD", "20 d")]
    public void WhatIsPassedOverIsNotBetterByMoreThanTheTolerance(string budget, string deadline)
    {
        List<Diagnostic> wrong = [];
        var knowledge = Knowledge.Open(Library.OpenShipped(), wrong)!;
        var scenario = ScenarioReader.Read(
            null,
            [
                new("goal.budget", budget, "--budget"),
                new("goal.deadline", deadline, "--deadline"),
                new("goal.families", "dense,moe-8", "--families"),
                new("system.id", "hgx-h100,hgx-b200", "--system"),
                new("system.devices", "128,512", "--devices"),
                new("site", "us", "--site"),
            ],
            wrong
        )!;
        var log = new DefaultsLog();
        var goal = ModelGoalReader.Read(scenario, knowledge, log, wrong)!;
        var payment = new PaymentChoice(MoneyBasis.OnDemand, null, null);
        var shapes = ShapeOffers
            .Of(scenario, goal, knowledge, log, wrong)
            .Where(shape => shape.Model.Parameters.Total is > 8_000_000_000 and < 400_000_000_000)
            .ToList();
        var machines = MachineOffers.Of(scenario, knowledge, payment, log, wrong);
        var bounds = new OptionBounds(knowledge.Factors.Runs, Optimizer.AdamW, RunChoice.None);
        var sites = ScenarioResolver.Sites(scenario, knowledge, log, wrong);
        OptionEvaluator Evaluator() => new(goal, knowledge, bounds, [.. sites], payment, null, CancellationToken.None);
        Func<Need, double> score = need => need.IsFeasible ? need.Score : double.PositiveInfinity;
        var few = Evaluator();
        var found = new ModelSearch(goal, few, bounds, score).Best(machines, shapes, ModelChooser.LossTolerance)!;
        var every = Evaluator();
        double best = machines
            .SelectMany(machine => shapes.SelectMany(shape => machine.Devices.Select(devices => new ModelOption(machine, shape, devices))))
            .Select(option => every.Evaluate(option, double.PositiveInfinity, score))
            .OfType<EvaluatedOption>()
            .Min(one => score(one.Need));

        wrong.ShouldBeEmpty();
        found.Need.Score.ShouldBeLessThanOrEqualTo(best * (1 + ModelChooser.StatedLossTolerance));
        found.Need.Score.ShouldBeGreaterThanOrEqualTo(best);
        few.Searched.ShouldBeLessThan(every.Searched / 2);
    }
}
