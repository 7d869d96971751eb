using FsCheck;
using FsCheck.Fluent;
using Petaday.Serving;

namespace Petaday.Tests.Serving;

/// <summary>What must hold of every replica that the search finds.</summary>
public sealed class ServingSearchTests
{
    private static readonly string[] Models = ["llama-3.1-8b", "llama-3.1-70b", "mixtral-8x7b", "qwen3-30b-a3b", "gemma-3-27b"];

    // Doubling the rows at most doubles whole tiles and whole waves: a larger batch never serves fewer tokens.
    [Fact]
    public void A_batch_twice_as_large_never_serves_fewer_tokens() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Questions(),
                question =>
                {
                    var replica = Replica(question);
                    double before = 0;
                    for (double batch = 1; batch <= 4096; batch *= 2)
                    {
                        double tokens = replica.At(batch).OutputTokensPerSecond;
                        if (tokens < before * (1 - 1e-9))
                        {
                            return false;
                        }

                        before = tokens;
                    }

                    return true;
                }
            )
        );

    [Fact]
    public void More_bandwidth_or_arithmetic_is_never_slower() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Questions(),
                question =>
                {
                    double at(double flops, double bytes) =>
                        Replica(question, flops, bytes).At(1 << (question.Prompt % 10)).OutputTokensPerSecond;
                    return at(1e14, 2e12) >= at(1e14, 1e12) && at(2e14, 1e12) >= at(1e14, 1e12);
                }
            )
        );

    [Fact]
    public void More_memory_never_needs_more_devices_and_never_serves_less() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(20),
            Prop.ForAll(
                Questions(),
                question =>
                {
                    double at(double bytes) =>
                        Find(question, bytes).Best is { } best
                            ? best.Layout.Devices
                                * ServingSearch.Replicas(2000 / (best.OutputTokensPerSecond * 0.8), 0, PrefillMode.Together)
                            : double.PositiveInfinity;
                    return at(160e9) <= at(80e9) && at(80e9) <= at(40e9);
                }
            )
        );

    [Fact]
    public void The_replica_found_fits_and_keeps_to_its_targets() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(20),
            Prop.ForAll(
                Questions(),
                question =>
                {
                    var best = Find(question, 80e9).Best;
                    return best is null
                        || (
                            best.Memory.WeightBytes + (best.Batch / best.Layout.Data * best.Memory.SequenceBytes)
                                <= best.Memory.UsableBytes * (1 + 1e-9)
                            && best.Meets(new LatencyTargets(5, 10))
                            && double.IsFinite(best.OutputTokensPerSecond)
                        );
                }
            )
        );

    [Fact]
    public void No_layout_and_batch_that_was_left_out_needs_fewer_devices()
    {
        var (model, system, mix) = (Machines.Model("llama-3.1-70b"), Machines.System("dgx-h100"), new RequestMix(1000, 200));
        var format = new ServingFormat(NumberFormat.Fp8, NumberFormat.Fp8);
        var targets = new LatencyTargets(null, 25);
        var best = ServingSearch.Find(model, system, format, mix, Machines.Limits, targets, 20_000).Best.ShouldNotBeNull();
        double needed = Devices(best);
        foreach (var layout in ServingSearch.Layouts(model, system))
        {
            var replica = new ReplicaModel(model, system, format, layout, mix, Machines.Limits);
            for (int batch = layout.Pipeline; batch <= Math.Min(1024, replica.MostSequences); batch += 7 * layout.Pipeline)
            {
                if (replica.At(batch) is var point && point.Meets(targets))
                {
                    // The grid of batches is finer than a tenth.
                    Devices(point).ShouldBeGreaterThan(0.9 * needed, $"{layout} {batch}");
                }
            }
        }

        static double Devices(OperatingPoint point) =>
            point.Layout.Devices * ServingSearch.Replicas(20_000 / (point.OutputTokensPerSecond * 0.8), 0, PrefillMode.Together);
    }

    [Fact]
    public void A_model_that_no_replica_holds_and_a_speed_that_none_reaches_are_told_apart()
    {
        var model = Machines.Model("llama-3.1-405b");
        var mix = new RequestMix(1000, 200);
        var small = ServingSearch.Find(
            model,
            Machines.System("rtx-4090-box"),
            Machines.Wide,
            mix,
            Machines.Limits,
            LatencyTargets.None,
            100
        );
        small.Best.ShouldBeNull();
        small.Fits.ShouldBeFalse();
        var slow = ServingSearch.Find(
            model,
            Machines.System("dgx-h100"),
            Machines.Wide,
            mix,
            Machines.Limits,
            new LatencyTargets(null, 10_000),
            100
        );
        slow.Best.ShouldBeNull();
        slow.Fits.ShouldBeTrue();
        slow.Nearest.ShouldNotBeNull();
    }

    private static Arbitrary<(string Model, int Prompt, int Output)> Questions() =>
        (
            from model in Gen.Elements(Models)
            from prompt in Gen.Choose(1, 8000)
            from output in Gen.Choose(1, 4000)
            select (model, prompt, output)
        ).ToArbitrary();

    private static ReplicaModel Replica((string Model, int Prompt, int Output) question, double flops = 1e15, double bytes = 1e12) =>
        new(
            Machines.Model(question.Model),
            Machines.Ideal(flops, bytes),
            Machines.Wide,
            new ServingLayout(1, 1, 1),
            new RequestMix(question.Prompt, question.Output),
            Machines.Limits
        );

    private static ServingOutcome Find((string Model, int Prompt, int Output) question, double memory) =>
        ServingSearch.Find(
            Machines.Model(question.Model),
            Machines.Ideal(memoryBytes: memory, bytesPerSecond: 3e12),
            Machines.Wide,
            new RequestMix(question.Prompt, question.Output),
            Machines.Limits,
            new LatencyTargets(5, 10),
            2000
        );
}
