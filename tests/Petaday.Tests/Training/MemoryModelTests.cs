using Petaday.Architectures;
using Petaday.Training;

namespace Petaday.Tests.Training;

/// <summary>Parts of a device's memory against figures worked out by hand.</summary>
public sealed class MemoryModelTests
{
    private static readonly Architecture Llama8 = Models.Llama(32, 4096, 32, 8, 14336);

    [Fact]
    public void Stages_cut_by_cost_are_those_that_nanotron_prints_for_llama_3_8b()
    {
        // A layer costs 4 h^2 + 3 f h = 243.3 M, the head 525.3 M, or 2.16 layers: eight stages share 34.16, 4.27 each. A stage ends with the layer that passes its
        // share: 5, 9, 13, 18 ... layers in all.
        StageLayout.BalancedLengths(32, 8, 525.3 / 243.3).ShouldBe([5, 4, 4, 5, 4, 4, 4, 2]);
        StageLayout.BalancedLengths(28, 2, 3.55).ShouldBe([16, 12]);
        StageLayout.BalancedLengths(28, 1, 3.55).ShouldBe([28]);
    }

    [Fact]
    public void A_stack_that_balances_stages_lays_them_out_so()
    {
        var balanced = Machines.FusedStack with { BalancesStages = true };
        var layout = StageLayout.Of(Llama8, balanced, 8, 1);
        Enumerable.Range(0, 8).Select(stage => layout.Layers(stage)).ShouldBe([5, 4, 4, 5, 4, 4, 4, 2]);
        var even = StageLayout.Of(Llama8, Machines.FusedStack, 8, 1);
        Enumerable.Range(0, 8).Select(stage => even.Layers(stage)).ShouldBe([4, 4, 4, 4, 4, 4, 4, 4]);
    }

    [Fact]
    public void Recomputing_every_second_product_keeps_63616_bytes_a_token_of_llama_3_8b()
    {
        // Two bytes of the input 4096, query 4096, value 1024, attention 4096, first of the gated pair 14336 and the last product 4096; 32 sums in fp32.
        var stack = Machines.FusedStack with
        {
            RecomputesProducts = true,
        };
        var recipe = new Recipe(8192, 8);
        var context = new ProfileContext(Llama8, Machines.A100, stack, recipe, new Strategy(Recompute: RecomputeMode.Selective));
        var layer = LayerProfile.Of(context, moe: false, full: true);
        layer.KeptSelective.ShouldBe(63616.0 * 8192, 1);
        layer.KeptSelective.ShouldBeLessThan(layer.KeptBytes);
        // Key, output and the gated pair's second are 0.345 of the products: (1024 + 4096 + 14336) / (4096 + 2 1024 + 4096 + 3 14336).
        layer.RecomputeCore.Matmul.ShouldBe(layer.Forward.Matmul * 19456 / 53248, 1e-12);
        layer.RecomputeCore.Attention.ShouldBe(0);
    }

    [Fact]
    public void An_update_copies_16_bit_gradients_of_its_shard()
    {
        var half = Machines.FusedStack with { FloatGradients = false };
        var strategy = new Strategy(Data: 8, ZeroStage: 1);
        var shard = Parameters / 8;
        Part(half, strategy, "gradientCopy").ShouldBe(4 * shard, 1);
        Part(half with { GradientCopyBytes = 6 }, strategy, "gradientCopy").ShouldBe(6 * shard, 1);
        Part(Machines.FusedStack, strategy, "gradientCopy").ShouldBe(0, "fp32 gradients are updated where they stand");
        Part(half, strategy with { ZeroStage = 3 }, "gradientCopy").ShouldBe(0, "shards of ZeRO-3 are fp32 already");
        Part(half, strategy with { ZeroStage = 3 }, "gradients").ShouldBe(4 * shard, 1);
    }

    [Fact]
    public void Zero_3_has_two_layers_and_the_root_unit_whole()
    {
        // A layer of 218.1 M parameters, embedding and head of 525.3 M each: two layers and the root in 2 bytes, one layer's gradients in 4.
        const double Layer = (4096 * (4096 + 1024 + 1024 + 4096)) + (3.0 * 4096 * 14336) + (2 * 4096);
        const double Edges = 2.0 * 128256 * 4096;
        var strategy = new Strategy(Data: 8, ZeroStage: 3);
        Part(Machines.FusedStack, strategy, "gatheredWeights").ShouldBe((2 * ((2 * Layer) + Edges)) + (4 * Layer), 1);
        Part(Machines.FusedStack, strategy with { ZeroStage = 1 }, "gatheredWeights").ShouldBe(0);
    }

    [Fact]
    public void The_loss_and_a_layer_do_not_peak_together()
    {
        var full = new Strategy(Data: 8, ZeroStage: 3, Recompute: RecomputeMode.Full);
        var parts = Estimate(Machines.FusedStack, full).Parts;
        var logits = parts.Single(part => part.Key == "logits").Amount;
        var working = parts.Single(part => part.Key == "recomputation").Amount;
        (logits == 0 || working == 0).ShouldBeTrue();
        (logits + working).ShouldBe(6.0 * 8192 * 128256, 1, "the logits are more than one layer here");
    }

    [Fact]
    public void A_sequence_parallel_layer_has_its_whole_input_and_gradient_while_it_runs()
    {
        var strategy = new Strategy(Tensor: 8, SequenceParallel: true, Pipeline: 2, Recompute: RecomputeMode.Full);
        var whole = 2.0 * 8192 * 4096;
        Part(Machines.FusedStack with { LogitBytes = 1, ParallelLogitBytes = 1 }, strategy, "gatheredSequence").ShouldBe(2 * whole, 1);
        Part(Machines.FusedStack, strategy with { SequenceParallel = false }, "gatheredSequence").ShouldBe(0);
    }

    [Fact]
    public void Outputs_of_stages_stay_where_the_stack_keeps_them()
    {
        // The first of two stages has two micro-batches in flight; it has sent 2 T h bytes of each.
        var strategy = new Strategy(Pipeline: 2);
        var keeps = Part(Machines.FusedStack with { KeepsStageOutputs = true }, strategy, "activations");
        var frees = Part(Machines.FusedStack, strategy, "activations");
        (keeps - frees).ShouldBe(2 * 2.0 * 8192 * 4096, 1);
    }

    [Theory]
    [InlineData(1, 1, 1, 0)]
    [InlineData(1, 1, 8, 1)]
    [InlineData(8, 1, 1, 1)]
    [InlineData(8, 1, 4, 3)] // tensor, data, all
    [InlineData(8, 4, 1, 4)] // tensor, pipeline and its neighbours, all: which is the ranks of the model
    [InlineData(8, 4, 2, 6)] // tensor, data, pipeline and its neighbours, the ranks of the model, all
    public void Communicators_are_the_groups_that_a_rank_is_in(int tensor, int pipeline, int data, int groups)
    {
        var strategy = new Strategy(Tensor: tensor, Pipeline: pipeline, Data: data);
        Communicators.Of(new ProfileContext(Llama8, Machines.A100, Machines.FusedStack, new Recipe(8192, 8), strategy)).ShouldBe(groups);
    }

    private static double Parameters => ParameterCount.Of(Llama8).Total - 4096; // the final norm is on no rank's list

    private static double Part(Stack stack, Strategy strategy, string key) =>
        Estimate(stack, strategy).Parts.Single(part => part.Key == key).Amount;

    private static StepMemory Estimate(Stack stack, Strategy strategy) =>
        StepModel.Estimate(Llama8, Machines.A100, stack, new Recipe(8192, 64), strategy).Memory;
}
