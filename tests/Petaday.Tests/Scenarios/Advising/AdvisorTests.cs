using Petaday.Catalog;
using Petaday.Planning.Neighbours;
using Petaday.Reports;
using Petaday.Scenarios;
using Petaday.Scenarios.Advising;
using Case = Petaday.Scenarios.Case;

namespace Petaday.Tests.Scenarios.Advising;

/// <summary>Who takes an advice gets what it says.</summary>
public sealed class AdvisorTests
{
    private static readonly Lazy<Knowledge> Shipped = new(() => Knowledge.Open(Library.OpenShipped(), [])!);

    public static TheoryData<string> Scenarios =>
        [
            "model=gpt3-13b system.devices=64 recipe.tokens=26B strategy.tensor=8 strategy.pipeline=4 recipe.recompute=full",
            "model=gpt3-1.3b system.devices=8 recipe.tokens=26B strategy.zero=3 stack=fsdp2",
            "model=gpt3-1.3b system.devices=8 system.id=dgx-a100-80gb recipe.tokens=26B strategy.tensor=8",
            "model=mixtral-8x7b system.devices=64 recipe.tokens=1T strategy.tensor=4 strategy.pipeline=2 strategy.expert=4",
            "model=gpt3-13b system.devices=64 recipe.tokens=26B",
        ];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void The_change_made_in_the_scenario_gives_the_step_that_is_stated(string keys)
    {
        var (one, answer) = Estimate(Flags(keys));
        var advice = answer.Advice.ShouldNotBeNull();
        advice.Changes.Length.ShouldBeInRange(0, Advisor.MostChanges);
        advice.Changes.Select(change => change.Gain!.Value).ShouldBeInOrder(SortDirection.Descending);
        foreach (var change in advice.Changes)
        {
            double gain = change.Gain.ShouldNotBeNull();
            gain.ShouldBeGreaterThanOrEqualTo(NeighbourSearch.LeastGain);
            var (_, then) = Estimate([.. Flags(keys), .. Written(one, answer, change)]);
            then.Step.Seconds.ShouldBe(change.StepSeconds, change.Change.ToString());
            then.Memory.BytesPerDevice.ShouldBe(change.BytesPerDevice);
            then.Memory.Fits.ShouldBeTrue();
            (1 - (then.Step.Seconds / answer.Step.Seconds)).ShouldBe(gain, 1e-12);
            double before = answer.Step.Breakdown.Single(part => part.Key == change.Shrinks.Key).Amount;
            (before - then.Step.Breakdown.Single(part => part.Key == change.Shrinks.Key).Amount).ShouldBe(change.Shrinks.Amount, 1e-9);
        }
    }

    [Fact]
    public void A_strategy_that_does_not_fit_is_told_what_makes_it_fit()
    {
        const string keys = "model=llama-3.1-8b system.devices=64 recipe.tokens=1T strategy.zero=0 strategy.tensor=1 strategy.microBatch=1";
        var (one, answer) = Estimate(Flags(keys));
        answer.Memory.Fits.ShouldBeFalse();
        var advice = answer.Advice.ShouldNotBeNull();
        advice.Changes.ShouldNotBeEmpty();
        advice.Changes.Select(change => change.StepSeconds).ShouldBeInOrder();
        foreach (var change in advice.Changes)
        {
            change.Gain.ShouldBeNull();
            Estimate([.. Flags(keys), .. Written(one, answer, change)]).Answer.Memory.Fits.ShouldBeTrue();
        }
    }

    [Fact]
    public void Shares_of_a_step_add_up_and_the_largest_is_the_bottleneck()
    {
        var (_, answer) = Estimate(Flags(Scenarios.First().Data));
        var shares = StepShares.Of(answer.Step);
        shares.Sum(share => share.Share).ShouldBe(1, 1e-9);
        answer.Advice!.Bottleneck.ShouldBe(shares[0]);
        shares.Select(share => share.Seconds).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void A_small_product_over_many_devices_is_held_by_its_traffic()
    {
        var (_, answer) = Estimate(Flags("model=gpt3-1.3b system.devices=8 recipe.tokens=26B strategy.tensor=8 recipe.globalBatch=8"));
        answer.Advice!.Bottleneck.Kind.ShouldNotBe(StepShares.Compute);
    }

    [Fact]
    public void Software_that_its_makers_keep_is_not_advised()
    {
        var (_, answer) = Estimate(Flags("model=gpt3-13b system.devices=64 recipe.tokens=26B strategy.tensor=8 stack=gpt-neox"));
        string[] kept = ["deepseek-internal", "meta-internal", "megascale"];
        answer.Advice!.Changes.Where(change => change.Change.Key == "stack").ShouldAllBe(change => !kept.Contains(change.Change.To));
        kept.ShouldAllBe(id => Shipped.Value.Library.Find(EntryKind.Stacks, id, new List<Diagnostic>())!.Flag("inHouse") == true);
    }

    [Fact]
    public void The_best_of_all_strategies_is_given_no_other_strategy()
    {
        var (_, answer) = Estimate(Flags("model=gpt3-13b system.devices=64 recipe.tokens=26B"));
        answer.Advice!.Changes.ShouldAllBe(change => !change.Change.Key.StartsWith("strategy.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_question_gets_the_same_advice() =>
        AnswerJson
            .Text(writer => AdviceReport.Json(writer, Estimate(Flags(Scenarios.First().Data)).Answer.Advice!))
            .ShouldBe(AnswerJson.Text(writer => AdviceReport.Json(writer, Estimate(Flags(Scenarios.First().Data)).Answer.Advice!)));

    /// <summary>The whole setting written out, with the change made.</summary>
    private static IEnumerable<ScenarioFlag> Written(Case one, Answer answer, AdvisedChange change)
    {
        var changed = change.Along.Append(change.Change).ToDictionary(other => other.Key, other => other.To);
        return SettingWords
            .Of(new Setting(one.Stack.Stack, one.Recipe, answer.Strategy.Layout))
            .Select(key => (key.Key, Text: changed.GetValueOrDefault(key.Key, key.Text)))
            .Where(key => key is not { Key: "recipe.recomputeLayers", Text: "0" })
            .Where(key => ScenarioSchema.Find(key.Key) is not null)
            .Select(key => new ScenarioFlag(key.Key, key.Text, "-"));
    }

    private static IReadOnlyList<ScenarioFlag> Flags(string keys) =>
        [.. keys.Split(' ').Select(key => key.Split('=')).Select(key => new ScenarioFlag(key[0], key[1], "-"))];

    private static (Case One, Answer Answer) Estimate(IReadOnlyList<ScenarioFlag> flags)
    {
        List<Diagnostic> problems = [];
        var scenario = ScenarioReader.Read(null, flags, problems).ShouldNotBeNull(string.Join('\n', problems));
        var resolved = ScenarioResolver
            .Resolve(scenario, Shipped.Value, ScenarioWish.Estimate, problems)
            .ShouldNotBeNull(string.Join('\n', problems));
        var outcome = Estimator
            .Estimate(resolved, Shipped.Value, TimeProvider.System, problems, null, TestContext.Current.CancellationToken)
            .ShouldNotBeNull(string.Join('\n', problems));
        return (resolved.Cases[0], outcome.Answer.ShouldNotBeNull());
    }
}
