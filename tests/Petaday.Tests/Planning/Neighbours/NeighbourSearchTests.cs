using Petaday.Architectures;
using Petaday.Hardware;
using Petaday.Planning;
using Petaday.Planning.Neighbours;
using Petaday.Tests.Training;
using Petaday.Training;

namespace Petaday.Tests.Planning.Neighbours;

/// <summary>Single changes: their gains are real, and none is missed.</summary>
public sealed class NeighbourSearchTests
{
    private static readonly Stack Everything = Machines.FusedStack with
    {
        Strategies =
        [
            "tensor",
            "sequence",
            "context",
            "pipeline",
            "interleaved",
            "zeroBubble",
            "dualpipe",
            "expert",
            "zero1",
            "zero2",
            "zero3",
        ],
    };

    // No launches, hops, stragglers or fixed work: what is left can be worked out by hand.
    private static readonly Stack Plain = Everything with
    {
        Parameters = Machines.Software with
        {
            HostLaunchSeconds = 0,
            TensorHopSeconds = 0,
            PipelineHopSeconds = 0,
            StepSeconds = 0,
            Straggling = 0,
        },
    };

    private static readonly Architecture Gpt = Models.Gpt(8, 2048, 16);

    /// <summary>On one device nothing but the second forward pass goes with recomputation: the gain is its share of the step.</summary>
    [Fact]
    public void Without_full_recomputation_its_share_of_the_step_is_gained()
    {
        var now = new Setting(
            Plain,
            new Recipe(2048, 8, Precision: Precision.Fp8),
            new Strategy(MicroBatch: 8, Recompute: RecomputeMode.Full)
        );
        var step = Estimate(Gpt, now);
        var best = Search(Gpt, now).Single(rated => rated.Neighbour.Key == "recipe.recompute");
        best.Neighbour.Setting.Strategy.Recompute.ShouldBe(RecomputeMode.None);
        double share = step.Time.Parts.Single(part => part.Key == "recompute").Amount / step.Time.Seconds;
        (1 - (best.Estimate.Time.Seconds / step.Time.Seconds)).ShouldBe(share, 1e-9);
        // FLOPs of a token: layers 8 (24 h^2 + 2 s h) = 0.87 G forward, head 2 h V = 0.21 G; 0.87 of 3 x 1.08 + 0.87 is 0.21. The update has no part in it.
        share.ShouldBeInRange(0.16, 0.22);
    }

    /// <summary>
    /// Two stages and one micro-batch: while one works the other waits, so that half of the step is bubble. With two data-parallel ranks instead and two
    /// sequences to share, nobody waits.
    /// </summary>
    [Fact]
    public void A_pipeline_that_waits_is_given_up_for_data_parallelism()
    {
        var now = new Setting(Plain, new Recipe(2048, 8, Precision: Precision.Fp8), new Strategy(Pipeline: 2, MicroBatch: 8));
        var step = Estimate(Gpt, now);
        (step.Time.Parts.Single(part => part.Key == "pipelineBubble").Amount / step.Time.Seconds).ShouldBeInRange(0.3, 0.55);
        var found = Search(Gpt, now);
        found.Select(rated => rated.Neighbour.Key).ShouldContain("strategy.microBatch");
        found.Single(rated => rated.Neighbour.Key == "strategy.microBatch").Estimate.Time.Seconds.ShouldBeLessThan(0.8 * step.Time.Seconds);
    }

    [Fact]
    public void The_best_micro_batch_is_found()
    {
        var now = new Setting(Everything, new Recipe(2048, 64, Precision: Precision.Fp8), new Strategy(Data: 4));
        var seconds = new[] { 1, 2, 4, 8, 16 }.ToDictionary(
            size => size,
            size => Estimate(Gpt, now with { Strategy = now.Strategy with { MicroBatch = size } }).Time.Seconds
        );
        var best = Search(Gpt, now).Single(rated => rated.Neighbour.Key == "strategy.microBatch");
        best.Neighbour.Setting.Strategy.MicroBatch.ShouldBe(seconds.MinBy(pair => pair.Value).Key);
    }

    [Fact]
    public void Only_formats_with_a_higher_peak_of_the_devices_own_are_named()
    {
        var now = new Setting(Everything, new Recipe(2048, 8), new Strategy());
        Precisions(Machines.A100, now).ShouldBe([Precision.Fp8, Precision.Fp8Block]);
        Precisions(Machines.A100, now with { Recipe = new Recipe(2048, 8, Precision: Precision.Fp8) }).ShouldBeEmpty();
        var old = Machines.A100 with
        {
            Accelerator = Machines.Device with { PeakFlopPerSecond = Machines.Device.PeakFlopPerSecond.Remove(Precision.Fp8) },
        };
        Precisions(old, now).ShouldBeEmpty();
    }

    [Fact]
    public void A_stack_takes_the_place_of_another_only_where_it_has_all_that_is_used()
    {
        var now = new Setting(Everything, new Recipe(2048, 8), new Strategy(Tensor: 2, ZeroStage: 1));
        var poor = Everything with { Id = "no-tensor", Strategies = ["zero1"] };
        var able = Everything with { Id = "able", Strategies = ["tensor", "zero1"] };
        new StrategyNeighbours(Gpt, Machines.A100)
            .Of(now, [poor, able, Everything])
            .Where(neighbour => neighbour.Key == "stack")
            .Select(neighbour => neighbour.Setting.Stack.Id)
            .ShouldBe(["able"]);
    }

    /// <summary>Over random strategies of dense and mixture-of-experts models.</summary>
    [Fact]
    public void Every_gain_is_real_and_fits_on_the_same_devices()
    {
        var random = new Random(11);
        var advised = 0;
        for (var i = 0; i < 60; i++)
        {
            var (shape, now) = Draw(random);
            if (StrategyRules.Check(shape, Machines.A100, now.Recipe, now.Strategy, now.Strategy.Devices).Count > 0)
            {
                continue;
            }

            var seconds = Estimate(shape, now).Time.Seconds;
            var found = Search(shape, now, 100);
            found.Select(rated => rated.Neighbour.Key).ShouldBeUnique();
            found.Select(rated => rated.Estimate.Time.Seconds).ShouldBeInOrder();
            foreach (var rated in found)
            {
                advised++;
                var to = rated.Neighbour.Setting;
                to.Strategy.Devices.ShouldBe(now.Strategy.Devices);
                StrategyRules.Check(shape, Machines.A100, to.Recipe, to.Strategy, now.Strategy.Devices).ShouldBeEmpty();
                Estimate(shape, to).Time.Seconds.ShouldBe(rated.Estimate.Time.Seconds);
                rated.Estimate.Time.Seconds.ShouldBeLessThanOrEqualTo(seconds * (1 - NeighbourSearch.LeastGain));
                rated.Estimate.Memory.Bytes.ShouldBeLessThanOrEqualTo(StrategySearch.MemoryShare * Machines.Device.MemoryBytes);
            }

            Search(shape, now, 3).Select(rated => rated.Neighbour).ShouldBe(found.Take(3).Select(rated => rated.Neighbour));
        }

        advised.ShouldBeGreaterThan(100);
    }

    private static (Architecture Shape, Setting From) Draw(Random random)
    {
        T Any<T>(params T[] choices) => choices[random.Next(choices.Length)];
        var sparse = random.Next(2) == 0;
        var tensor = Any(1, 2, 4);
        var pipeline = Any(1, 2, 4);
        var strategy = new Strategy(
            tensor,
            tensor > 1 && random.Next(2) == 0,
            Any(1, 2),
            pipeline,
            Data: Any(1, 2, 4),
            Expert: sparse ? Any(1, 2) : 1,
            ZeroStage: pipeline > 1 ? Any(0, 1) : Any(0, 1, 2, 3),
            MicroBatch: Any(1, 2, 4),
            Recompute: Any(RecomputeMode.None, RecomputeMode.Selective, RecomputeMode.Full)
        );
        return (
            sparse ? Models.Mixture(8, 2048, 16, 16, 2, 1408) : Gpt,
            new Setting(Everything, new Recipe(2048, 64, Precision: Any(Precision.Bf16, Precision.Fp8)), strategy)
        );
    }

    private static IEnumerable<Precision> Precisions(SystemSpec system, Setting now) =>
        new StrategyNeighbours(Gpt, system)
            .Of(now, [])
            .Where(neighbour => neighbour.Key == "recipe.precision")
            .Select(neighbour => neighbour.Setting.Recipe.Precision);

    private static IReadOnlyList<RatedNeighbour> Search(Architecture shape, Setting now, int keep = 20) =>
        new NeighbourSearch(shape, Machines.A100).Best(now, [], keep);

    private static StepEstimate Estimate(Architecture shape, Setting setting) =>
        StepModel.Estimate(shape, Machines.A100, setting.Stack, setting.Recipe, setting.Strategy);
}
