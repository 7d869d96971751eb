using FsCheck;
using FsCheck.Fluent;
using Petaday.Adaptation;
using Petaday.Explanations;

namespace Petaday.Tests.Adaptation;

/// <summary>Paths of a small world, against a calculator, and what must hold of all of them.</summary>
public sealed class DeciderTests
{
    private static PathOption Of(PathKind path, AdaptationTask? task = null, AdaptationFacts? facts = null) =>
        Decider
            .Decide(task ?? Toy.Task, facts ?? Toy.Facts(), cancellation: TestContext.Current.CancellationToken)
            .Options.First(option => option.Path == path);

    [Fact]
    public void An_api_costs_its_tokens_and_its_people()
    {
        // 500 M tokens read and as many written at a dollar a million; 500,000 requests with 3 examples of 100 tokens before each: 150 M tokens more.
        var money = Of(PathKind.HostedApi).Money!;
        money.UpFront.Value!.Value.ShouldBe(1000, 1e-6); // one person-month
        money.Monthly.Value!.Value.ShouldBe(500 + 150 + 500 + (0.05 * 1000), 1e-6);
        (money.FirstUse.Value!.Value / Toy.MonthSeconds).ShouldBe(1, 1e-9);
        money.Chance.Value.ShouldBe(1); // the best hosted model is the measure
    }

    [Fact]
    public void Adapters_cost_their_training_and_whole_replicas()
    {
        // 5 runs x 3 passes x 1 M examples x 100 tokens x 1 us = 1500 s at a dollar an hour.
        var money = Of(PathKind.Lora).Money!;
        money.UpFront.Find("trainingCompute")!.Value!.Value.ShouldBe(1500.0 / 3600, 1e-9);
        money.UpFront.Find("people")!.Value!.Value.ShouldBe(3000, 1e-6);
        // A billion tokens at 1000 a second are 1e6 s of 2.628e6: one replica of 730 h.
        money.Monthly.Find("serving")!.Value!.Value.ShouldBe(730, 1e-6);
        money.Monthly.Value!.Value.ShouldBe(730 + 300, 1e-6);
        var thrice = Toy.Task with { MonthlyTokens = 3e9 };
        Of(PathKind.Lora, thrice).Money!.Monthly.Find("serving")!.Value!.Value.ShouldBe(2 * 730, 1e-6);
    }

    [Fact]
    public void Net_present_value_is_what_a_calculator_gives()
    {
        // Worth 2000 a month over 24 months, 10 % a year, one month of work.
        var task = Toy.Task with
        {
            ValuePerMonth = 2000,
            DiscountRate = 0.1,
        };
        double discount = Math.Pow(1.1, -1.0 / 12);
        double months = Enumerable.Range(2, 23).Sum(month => Math.Pow(discount, month));
        double decline = Math.Pow(10, -0.14 / 12);
        double served = Enumerable.Range(2, 23).Sum(month => Math.Pow(discount, month) * Math.Pow(decline, month - 1));
        var money = Of(PathKind.HostedApi, task).Money!;
        money.NetIfReached.Value!.Value.ShouldBe((2000 * months) - (1150 * served) - (50 * months) - 1000, 1e-6);
        money.Expected.Value!.Value.ShouldBe(money.NetIfReached.Value.Value, 1e-9); // its chance is one
        (money.Payback.Value!.Value / Toy.MonthSeconds).ShouldBe(1 + (1000 / 800.0), 1e-9);
    }

    [Fact]
    public void The_chance_repeats_what_it_was_taken_from()
    {
        // LoRA Land: 224 of 310 tuned models above GPT-4, their mean at 0.761/0.661 of it.
        double mean = 0.761 / 0.661;
        MathNet.Numerics.Distributions.Normal.CDF(mean, 0.256, 1).ShouldBe(1 - (224.0 / 310), 0.002);
    }

    [Theory]
    [InlineData(PathKind.HostedApi, "task.privacy")]
    [InlineData(PathKind.HostedOpen, "task.privacy")]
    [InlineData(PathKind.Lora, "task.privacy")]
    public void What_must_stay_stays(PathKind path, string constraint) =>
        Of(path, Toy.Task with { Privacy = PrivacyLevel.OnPremises }).Refusal!.Constraint.ShouldBe(constraint);

    [Fact]
    public void What_binds_is_named()
    {
        Of(PathKind.Lora, Toy.Task with { Examples = 0 }).Refusal!.Constraint.ShouldBe("task.examples");
        Of(PathKind.ContinuePreTraining).Refusal!.Constraint.ShouldBe("task.domainTokens");
        Of(PathKind.PreTrain).Refusal!.Constraint.ShouldBe("model");
        Of(PathKind.Lora, Toy.Task with { Engineers = 0 }).Refusal!.Constraint.ShouldBe("task.engineers");
        Of(PathKind.Lora, Toy.Task with { Budget = 10 }).Refusal!.Constraint.ShouldBe("goal.budget");
        Of(PathKind.Lora, Toy.Task with { DeadlineSeconds = 86_400 }).Refusal!.Constraint.ShouldBe("goal.deadline");
        Of(PathKind.Lora, Toy.Task with { HorizonMonths = 2 }).Refusal!.Constraint.ShouldBe("task.horizon");
        Of(PathKind.Lora, facts: Toy.Facts(devices: 8, most: 4, place: Place.AtHand)).Refusal!.Constraint.ShouldBe("task.machines");
    }

    [Fact]
    public void Machines_at_hand_cost_their_electricity_while_they_work()
    {
        // A billion tokens at 1000 a second: 1e6 s at a dollar an hour.
        var money = Of(PathKind.Lora, facts: Toy.Facts(place: Place.AtHand)).Money!;
        money.Monthly.Find("serving")!.Value!.Value.ShouldBe(1e6 / 3600, 1e-6);
    }

    [Fact]
    public void Every_tree_makes_its_own_values()
    {
        foreach (
            var option in Decider
                .Decide(Toy.Task, Toy.Facts(), cancellation: TestContext.Current.CancellationToken)
                .Options.Where(option => option.Money is not null)
        )
        {
            var money = option.Money!;
            foreach (
                var line in (Line[])
                    [money.Expected, money.UpFront, money.Monthly, money.PresentCost, money.Payback, money.Return, money.FirstUse]
            )
            {
                line.Unsound().ShouldBeEmpty();
                line.Everything().ShouldAllBe(one => one.Value == null || double.IsFinite(one.Value.Value));
            }
        }
    }

    [Fact]
    public void A_dearer_api_is_never_more_attractive() =>
        Prop.ForAll(
                Gen.Choose(1, 400).Zip(Gen.Choose(101, 1000)).ToArbitrary(),
                pair =>
                {
                    var (price, more) = (pair.Item1 * 1e-8, pair.Item2 / 100.0);
                    var task = Toy.Task with { ValuePerMonth = 5000 };
                    var cheap = Decider.Decide(task, Toy.Facts(price), cancellation: TestContext.Current.CancellationToken);
                    var dear = Decider.Decide(
                        task with
                        {
                            HostedPriceFactor = more,
                        },
                        Toy.Facts(price),
                        cancellation: TestContext.Current.CancellationToken
                    );
                    bool hosted = cheap.Recommended!.Place == Place.Hosted;
                    return Expected(dear, PathKind.HostedApi) <= Expected(cheap, PathKind.HostedApi) + 1e-6
                        && (hosted || dear.Recommended!.Place != Place.Hosted);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Twice_the_volume_never_moves_from_own_machines_to_an_api() =>
        Prop.ForAll(
                Gen.Choose(60, 130).Zip(Gen.Choose(1, 300)).ToArbitrary(),
                pair =>
                {
                    // Whole replicas: twice the load never needs more than twice of them, while an API asks exactly twice.
                    var task = Toy.Task with
                    {
                        MonthlyTokens = Math.Pow(10, pair.Item1 / 10.0),
                        Quality = 0.4,
                        Confidence = 0.5,
                    };
                    var facts = Toy.Facts(pair.Item2 * 1e-8);
                    var once = Decider.Decide(task, facts, cancellation: TestContext.Current.CancellationToken).Recommended!;
                    var twice = Decider
                        .Decide(
                            task with
                            {
                                MonthlyTokens = 2 * task.MonthlyTokens,
                            },
                            facts,
                            cancellation: TestContext.Current.CancellationToken
                        )
                        .Recommended!;
                    return once.Place == Place.Hosted || twice.Place != Place.Hosted;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_break_even_is_where_both_are_worth_the_same()
    {
        var task = Toy.Task with { Confidence = 0.99 };
        var decision = Decider.Decide(task, Toy.Facts(), cancellation: TestContext.Current.CancellationToken);
        decision.Recommended!.Path.ShouldBe(PathKind.HostedApi);
        var even = BreakEvens.Find(decision, Toy.Facts()).Single(one => one.Other.Path == PathKind.Lora);
        // A replica more makes a jump, so that the sign changes and not every value is met.
        Lead(0.999).ShouldBe(!even.BetterAbove);
        Lead(1.001).ShouldBe(even.BetterAbove);

        bool Lead(double factor)
        {
            var there = task with { MonthlyTokens = even.MonthlyTokens!.Value * factor };
            return Of(PathKind.HostedApi, there).Money!.NetIfReached.Value > Of(PathKind.Lora, there).Money!.NetIfReached.Value;
        }
    }

    [Fact]
    public void A_flip_is_where_the_recommendation_changes()
    {
        var facts = Toy.Facts();
        var task = Toy.Task with { Confidence = 0.5, Quality = 0.9, ValuePerMonth = 5000 };
        var decision = Decider.Decide(task, facts, cancellation: TestContext.Current.CancellationToken);
        var flip = FlipSearch
            .Find(decision, facts, cancellation: TestContext.Current.CancellationToken)
            .First(one => one.Key == "task.monthlyTokens");
        double at = flip.Value!.Value;
        double near = flip.Above ? 0.98 : 1.02;
        Decider
            .Decide(task with { MonthlyTokens = at * near }, facts, cancellation: TestContext.Current.CancellationToken)
            .Recommended!.Path.ShouldBe(decision.Recommended!.Path);
        Decider
            .Decide(task with { MonthlyTokens = at / near }, facts, cancellation: TestContext.Current.CancellationToken)
            .Recommended!.Title.ShouldBe(flip.To!.Title);
    }

    [Fact]
    public void Draws_are_the_same_for_a_seed_and_in_order()
    {
        var decision = Decider.Decide(
            Toy.Task with
            {
                ValuePerMonth = 3000,
            },
            Toy.Facts(),
            cancellation: TestContext.Current.CancellationToken
        );
        var draws = DecisionDraws.Of(decision, 7);
        DecisionDraws.Of(decision, 7).Select(one => one.Mean).ShouldBe(draws.Select(one => one.Mean));
        DecisionDraws.Of(decision, 8)[0].Mean.ShouldNotBe(draws[0].Mean);
        draws.ShouldAllBe(one => one.Low <= one.Middle && one.Middle <= one.High);
        draws.Sum(one => one.ChanceOfBest).ShouldBeGreaterThanOrEqualTo(1 - 1e-9);
    }

    [Fact]
    public void An_input_s_draws_have_its_value_in_the_middle_and_nine_in_ten_inside()
    {
        var line = new Line("cost", "Cost", 10, default) { Interval = new(5, 40) };
        var draws = new LineDraws();
        double[] values = [.. draws.Draw([draws.Add(line)], 20_000, 1)[0].Order()];
        values[10_000].ShouldBe(10, 0.2);
        values[1_000].ShouldBe(5, 0.15);
        values[19_000].ShouldBe(40, 1.5);
    }

    private static double Expected(Decision decision, PathKind path) =>
        decision.Options.First(option => option.Path == path).Money!.NetIfReached.Value!.Value;
}
