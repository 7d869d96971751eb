using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Petaday.Outlook;

namespace Petaday.Tests.Outlook;

public sealed class EffortSearchTests
{
    private static readonly GradeSpread Spread = new("measured", 1, 1);

    /// <summary>The exact search against every subset by another way of counting, with an interaction that a product of single effects would miss.</summary>
    [Fact]
    public void The_exact_search_finds_what_counting_all_subsets_finds() =>
        Prop.ForAll(
                Gen.Choose(1, 99).ListOf(6).ToArbitrary(),
                Gen.Choose(0, 12).ToArbitrary(),
                (percents, budget) =>
                {
                    ImmutableArray<Lever> levers =
                    [
                        .. percents.Select((percent, index) => Made($"l{index}", percent / 100.0, 1 + (percent % 4))),
                    ];
                    var best = new EffortSearch(budget, Joint, 64).Best(levers)!;
                    double counted = Enumerable
                        .Range(0, 64)
                        .Select(mask => levers.Where((_, index) => ((mask >> index) & 1) == 1).ToImmutableArray())
                        .Where(set => set.Sum(lever => lever.Effort) <= budget)
                        .Min(set => Joint(set)!.Value);
                    return best.IsProven && Math.Abs(best.Value - counted) < 1e-12 && best.Effort <= budget;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Many_levers_are_searched_without_a_proof_and_within_the_budget()
    {
        ImmutableArray<Lever> levers =
        [
            .. Enumerable.Range(0, 12).Select(index => Made($"l{index}", 0.3 + (0.05 * index), 1 + (index % 3))),
        ];
        var best = new EffortSearch(6, Joint, 64).Best(levers)!;
        best.IsProven.ShouldBeFalse();
        best.Effort.ShouldBeLessThanOrEqualTo(6);
        best.Value.ShouldBeLessThan(Joint([levers[0]])!.Value);
    }

    [Fact]
    public void Levers_of_a_group_are_never_taken_together()
    {
        ImmutableArray<Lever> levers = [Made("a", 0.5, 1) with { Group = "g" }, Made("b", 0.4, 1) with { Group = "g" }, Made("c", 0.9, 1)];
        new EffortSearch(10, Joint, 64).Best(levers)!.Levers.Select(lever => lever.Id).ShouldBe(["b", "c"]);
    }

    [Fact]
    public void No_budget_buys_no_lever() => new EffortSearch(0, Joint, 64).Best([Made("a", 0.5, 1)])!.Levers.ShouldBeEmpty();

    /// <summary>Factors, of which the second weakens every other.</summary>
    private static double? Joint(ImmutableArray<Lever> set) =>
        set.Aggregate(1.0, (product, lever) => product * lever.Effects[0].Factor)
        * (set.Any(lever => lever.Id == "l1") ? Math.Pow(1.3, set.Length) : 1);

    private static Lever Made(string id, double factor, double effort) =>
        new(id, id, new LeverStage("data reduction", 1), [new LeverEffect(LeverEffectKind.Tokens, "", "", factor)], effort, Spread);
}
