using Petaday.Architectures;
using Petaday.Hardware;
using Petaday.Training;
using Petaday.Validation;

namespace Petaday.Tests.Validation;

public sealed class RunMapperTests
{
    [Fact]
    public void AFullRowIsTakenAsItStands()
    {
        MappedRun run = Published.Map("nanotron-grid-0667");
        run.Strategy.ShouldBe(new Strategy(Tensor: 4, SequenceParallel: true, Pipeline: 16, Data: 2, ZeroStage: 1));
        run.Recipe.SequenceLength.ShouldBe(4096);
        run.Recipe.GlobalBatchSequences.ShouldBe(256);
        run.Recipe.Precision.ShouldBe(Precision.Bf16);
        run.Recipe.Dropout.ShouldBeFalse();
        run.Architecture.Vocabulary.ShouldBe(131072);
        run.Architecture.TiedEmbeddings.ShouldBeTrue();
        run.Stack.Id.ShouldBe("nanotron");
        run.Strategy.Devices.ShouldBe(run.Row.Devices!.Value);
    }

    [Fact]
    public void TheNetworkThatTheRowNamesChoosesTheSystem()
    {
        MappedRun run = Published.Map("nanotron-grid-0667");
        run.System.Accelerator.Id.ShouldBe("h100-sxm-80gb");
        run.System.Fabric.ShouldNotBeNull().Kind.ShouldBe("efa");
        run.System.Fabric!.BytesPerSecond.ShouldBe(50e9, 1);
    }

    [Fact]
    public void ADenseRowWithoutNetworkTakesTheVendorsOwnSystemAndSaysSo()
    {
        MappedRun run = Map(
            Published.File.Rows.First(row => row is { SourceGroup: "dgxc-benchmarking-H100", Scored: true, Devices: >= 128, Experts: null })
        );
        run.System.Id.ShouldBe("dgx-h100");
        run.Assumptions.ShouldContain(assumption => assumption.StartsWith("network between nodes not stated"));
    }

    [Fact]
    public void LatentAttentionComesFromTheCatalogsModel()
    {
        MappedRun run = Published.Map("megatron-bridge-perf-0083");
        run.Architecture.Latent.ShouldBe(new LatentAttention(1536, 512, 64, 128, 128));
        Experts experts = run.Architecture.Experts.ShouldNotBeNull();
        (experts.Count, experts.Active, experts.FeedForward, experts.FirstDense).ShouldBe((256, 8, 2048, 3));
        run.Strategy.Expert.ShouldBe(32);
        run.Strategy.VirtualPipeline.ShouldBe(2);
        run.Strategy.Schedule.ShouldBe(PipelineSchedule.Interleaved);
        run.Assumptions.ShouldContain(assumption => assumption.Contains("deepseek-v3"));
        run.Assumptions.ShouldContain(assumption => assumption.StartsWith("recompute not stated", StringComparison.Ordinal));
    }

    [Fact]
    public void AStandInWithFewerLayersKeepsItsOwnNumber()
    {
        RunRow proxy = Published.File.Rows.First(row =>
            row.QualityFlag == "proxy-model" && row is { Layers: not null, GlobalBatch: not null, Tensor: not null }
        );
        MappedRun run = Published.Map(proxy);
        run.Architecture.Layers.ShouldBe(proxy.Layers!.Value);
        run.Architecture.Hidden.ShouldBe(16384);
    }

    [Fact]
    public void FullShardingWithoutALayoutIsDataParallel()
    {
        RunRow row = Published.File.Rows.First(row =>
            row is { SourceGroup: "dgxc-benchmarking-H100", Tensor: null, ZeroStage: 3, Scored: true }
        );
        MappedRun run = Published.Map(row);
        run.Strategy.Data.ShouldBe(row.Devices!.Value);
        run.Strategy.ZeroStage.ShouldBe(3);
        run.Assumptions.ShouldContain(assumption => assumption.StartsWith("data-parallel ranks not stated"));
    }

    [Fact]
    public void AShardGroupReadFromTheSoftwaresNameIsNotBelieved()
    {
        MappedRun run = Published.Map("torchtitan-h100-0005");
        run.Strategy.ShardGroup.ShouldBe(0);
        run.Strategy.ShardRanks.ShouldBe(128);
        run.Assumptions.ShouldContain(assumption => assumption.Contains("FSDP2"));
    }

    [Fact]
    public void WhatTheNotesSayOfTheSoftwareHolds()
    {
        RunRow row = Published.Row("torchtitan-h100-0005");
        Map(row with { Tensor = 8, Data = 16, Notes = "async TP" }).Stack.OverlapTensorParallel.ShouldBeTrue();
        Map(row with { Tensor = 8, Data = 16, Notes = "vanilla TP" }).Stack.OverlapTensorParallel.ShouldBeFalse();
        Map(Published.Row("korthikanti2022-0001") with { FlashAttention = true }).Stack.FlashAttention.ShouldBeTrue();
        Map(Published.Row("korthikanti2022-0001") with { FlashAttention = false }).Stack.FlashAttention.ShouldBeFalse();
    }

    [Fact]
    public void RecomputeLeftOutIsTheLightestThatFits()
    {
        RunRow row = Published.Row("nanotron-grid-0667") with { RecomputeMode = null };
        Map(row).Strategy.Recompute.ShouldBe(RecomputeMode.None);

        MappedRun heavy = WithFits(
            run => run.Strategy is { Recompute: RecomputeMode.Full } or { Recompute: RecomputeMode.Block, RecomputeLayers: >= 1 },
            row
        );
        heavy.Strategy.Recompute.ShouldBe(RecomputeMode.Block);
        heavy.Strategy.RecomputeLayers.ShouldBe(1, "a quarter of the 28 layers over 16 stages");
        heavy.Assumptions.ShouldContain("recompute not stated: 1 layers of a stage assumed, the lightest with which the run fits");

        MappedRun none = WithFits(_ => false, row);
        none.Strategy.Recompute.ShouldBe(RecomputeMode.None);
        none.Assumptions.ShouldContain(assumption => assumption.Contains("no recomputation makes the run fit"));
    }

    [Fact]
    public void SelectiveMeansDifferentThingsToStacks()
    {
        MappedRun torchtitan = Map(Published.Row("torchtitan-a100-0002"));
        torchtitan.Strategy.Recompute.ShouldBe(RecomputeMode.Selective);
        torchtitan.Stack.RecomputesProducts.ShouldBeTrue();
        torchtitan.Assumptions.ShouldContain(assumption => assumption.Contains("every second product"));
        Map(Published.Row("fms-fsdp-0005")).Strategy.Recompute.ShouldNotBe(RecomputeMode.Selective);
        Map(Published.File.Rows.First(row => row is { SourceGroup: "korthikanti2022", RecomputeMode: "selective", Scored: true }))
            .Strategy.Recompute.ShouldBe(RecomputeMode.Selective);
    }

    [Fact]
    public void HybridShardingStaysInANode() => Map(Published.Row("fms-fsdp-0001")).Strategy.ShardGroup.ShouldBe(8);

    [Fact]
    public void ADispatcherOfExpertsMeansThatTheyAreSpread() => Map(Published.Row("nemo-automodel-0009")).Strategy.Expert.ShouldBe(64);

    [Fact]
    public void AMicroBatchFollowsFromTheAccumulation()
    {
        RunRow row = Published.Row("nanotron-grid-0667");
        MappedRun run = Map(row with { MicroBatch = null });
        run.Strategy.MicroBatch.ShouldBe(1);
        run.Assumptions.ShouldContain(assumption => assumption.StartsWith("micro-batch worked out"));
        Map(row with { GlobalBatch = null }).Recipe.GlobalBatchSequences.ShouldBe(256);
    }

    [Fact]
    public void UnknownSoftwareIsTheCommonestForTheMachineAndLayoutAndSaysSo()
    {
        RunRow row = Published.Row("nanotron-grid-0667");
        MappedRun unstated = Map(row with { StackId = null });
        unstated.Stack.Id.ShouldBe("megatron-core");
        unstated.Assumptions.ShouldContain(
            "training software not stated: megatron-core assumed, the commonest for this machine and layout"
        );
        MappedRun unknown = Map(row with { StackId = "mine", Tensor = 1, Pipeline = 1, Data = 128, ZeroStage = 3 });
        unknown.Stack.Id.ShouldBe("fsdp");
        unknown.Assumptions.ShouldContain(assumption => assumption.StartsWith("the catalog has no stack 'mine'"));
    }

    [Theory]
    [MemberData(nameof(Skips))]
    public void WhatCannotBeMappedIsSkippedWithTheReason(string reason, Func<RunRow, RunRow> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        RunMapping mapping = new RunMapper(Published.Catalog).Map(change(Published.Row("nanotron-grid-0667")));
        mapping.Run.ShouldBeNull();
        mapping.Skipped.ShouldNotBeNull().ShouldContain(reason);
    }

    public static TheoryData<string, Func<RunRow, RunRow>> Skips() =>
        new()
        {
            { "sequence length", row => row with { SequenceLength = null } },
            { "architecture is not stated", row => row with { Layers = null } },
            { "feed-forward width", row => row with { FeedForward = null } },
            { "vocabulary", row => row with { Vocabulary = null } },
            { "no system of my-chip", row => row with { AcceleratorId = "my-chip" } },
            { "accelerator is not stated", row => row with { AcceleratorId = null } },
            { "layout is not stated", row => row with { Tensor = null, Pipeline = null, Data = null } },
            { "does not multiply out", row => row with { Data = 3 } },
            { "does not divide", row => row with { Data = null, Tensor = 3 } },
            { "batch does not divide", row => row with { GlobalBatch = 255 } },
            { "micro-batch is not stated", row => row with { MicroBatch = null, GradientAccumulation = null } },
            { "global batch is not stated", row => row with { GlobalBatch = null, GradientAccumulation = null } },
            { "precision 'int3'", row => row with { PrecisionId = "int3" } },
            { "recompute mode 'some'", row => row with { RecomputeMode = "some" } },
            { "is not a step of training", row => row with { TaskId = "pretrain-run" } },
            { "faster than h100-sxm-80gb is in 16 bits", row => row with { PrecisionId = null, TokensPerSecondPerDevice = 1e6 } },
            { "expert_ffn", row => row with { Experts = 8, ActiveExperts = 2 } },
            { "gpus: ", row => row with { Unreadable = "gpus: '128-512' is not such a whole number" } },
        };

    private static MappedRun Map(RunRow row) => Published.Map(row);

    private static MappedRun WithFits(Func<MappedRun, bool> fits, RunRow row) =>
        new RunMapper(Published.Catalog, fits).Map(row).Run.ShouldNotBeNull();
}
