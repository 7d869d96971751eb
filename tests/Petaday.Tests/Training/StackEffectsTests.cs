using Petaday.Architectures;
using Petaday.Hardware;
using Petaday.Training;

namespace Petaday.Tests.Training;

/// <summary>What a stack's own ways cost: the generation of its attention kernel, the size of its buckets, native loops over experts, odd heads.</summary>
public sealed class StackEffectsTests
{
    private static readonly Recipe Recipe = new(2048, 512);

    private static readonly SystemSpec Newer = Machines.A100 with
    {
        Accelerator = Machines.Device with { Parameters = Machines.Sustained with { Flash2Share = 0.5, KernelSeconds = 0 } },
    };

    private static BlockProfile Core(Stack stack, SystemSpec system, Architecture shape) =>
        AttentionBlock.Core(new ProfileContext(shape, system, stack, Recipe, new Strategy()), full: true);

    [Fact]
    public void FlashAttention_2_takes_longer_by_its_share_on_a_device_that_came_after_it()
    {
        var shape = Models.Gpt(4, 4096, 32);
        var own = Core(Machines.FusedStack, Newer, shape);
        var older = Core(Machines.FusedStack with { UsesFlashAttention2 = true }, Newer, shape);
        (older.Forward.Attention / own.Forward.Attention).ShouldBe(2, 1e-12);
        (older.Backward.Attention / own.Backward.Attention).ShouldBe(2, 1e-12);
        older.KeptBytes.ShouldBe(own.KeptBytes);
    }

    [Fact]
    public void FlashAttention_2_is_at_home_on_the_device_that_it_was_written_for()
    {
        var shape = Models.Gpt(4, 4096, 32);
        Core(Machines.FusedStack with { UsesFlashAttention2 = true }, Machines.A100, shape)
            .ShouldBe(Core(Machines.FusedStack, Machines.A100, shape));
    }

    [Fact]
    public void Heads_that_are_no_multiple_of_eight_leave_the_matrix_units_unless_the_kernel_is_fused()
    {
        // The same FLOPs in heads of 108 and of 112 (BLOOM's comparison of head counts, where the first took 1.4 times the whole step).
        var odd = Models.Gpt(4, 128 * 108, 128);
        var even = Models.Gpt(4, 128 * 112, 128);
        var (slow, fast) = (Core(Machines.UnfusedStack, Newer, odd), Core(Machines.UnfusedStack, Newer, even));
        slow.Forward.Attention.ShouldBeGreaterThan(1.5 * fast.Forward.Attention);
        slow.Backward.Attention.ShouldBeGreaterThan(2 * fast.Backward.Attention);
        Core(Machines.FusedStack, Newer, odd).Forward.Attention.ShouldBeLessThan(Core(Machines.FusedStack, Newer, even).Forward.Attention);
    }

    [Fact]
    public void Larger_groups_take_larger_buckets_and_pay_latency_less_often()
    {
        // The bytes are the same, so that buckets of 10 MB and of 128 x 1 MB differ by latency alone.
        Architecture shape = Models.Gpt(2, 1024, 16);
        var strategy = new Strategy(Data: 128);
        var small = Machines.FusedStack with { GradientBucketBytes = 10e6 };
        var grown = small with { GradientBucketBytesPerRank = 1e6 };
        Seconds(grown).ShouldBeLessThan(Seconds(small));
        Seconds(small with { GradientBucketBytesPerRank = 1 }).ShouldBe(Seconds(small));

        double Seconds(Stack stack)
        {
            var profile = ModelProfile.Of(new ProfileContext(shape, Machines.A100, stack, Recipe, strategy));
            var stages = StageProfile.All(profile, StageLayout.Of(shape, 1, 1));
            return DataTraffic.Of(profile.Context, stages[0]).Reduce;
        }
    }

    [Fact]
    public void A_launch_in_a_loop_over_experts_costs_an_eighth_of_a_framework_operator()
    {
        var few = Launches(8);
        var many = Launches(16);
        (many - few).ShouldBe(2 * 8 * 0.125, 1e-9); // two products forward, eight more experts

        static double Launches(int experts)
        {
            var shape = Models.Mixture(2, 1024, 16, experts, 2, 512);
            return LayerProfile
                .Of(new ProfileContext(shape, Machines.A100, Machines.FusedStack, Recipe, new Strategy()), moe: true, full: true)
                .Forward.Kernels;
        }
    }

    [Fact]
    public void An_adapter_moves_its_input_and_output_and_computes_next_to_nothing()
    {
        var shape = Models.Gpt(2, 1024, 16);
        var context = new ProfileContext(shape, Newer, Machines.FusedStack, Recipe with { Task = TrainingTask.Lora }, new Strategy());
        var linear = LinearBlock.Of(context, 2048, 1024, 4096);
        // 2,048 tokens x (1,024 + 2 x 4,096) values of 2 bytes at 0.8 x 2 TB/s; backward (3 x 1,024 + 2 x 4,096).
        linear.Forward.Elementwise.ShouldBe(2048 * 9216.0 * 2 / 1.6e12, 1e-12);
        linear.Backward.Elementwise.ShouldBe(2048 * 11264.0 * 2 / 1.6e12, 1e-12);
        linear.Forward.Kernels.ShouldBe(3);
    }
}
