using Petaday.Serving;

namespace Petaday.Tests.Serving;

/// <summary>The roofline of a replica against sums on paper.</summary>
public sealed class ReplicaModelTests
{
    private static readonly ServingLayout One = new(1, 1, 1);

    // Llama 3.1 8B has 8.03 B parameters, 0.525 B of them the input table: a step of one sequence on a device that sustains 1 TB/s reads the other 7.505 B twice two
    // bytes, 15.0 ms, and a cache of 131,072 B a token (32 layers x 2 x 8 heads x 128 x 2 B). States of one token are next to nothing.
    [Fact]
    public void A_step_of_one_sequence_takes_the_weights_over_the_bandwidth()
    {
        var mix = new RequestMix(1000, 2000);
        var point = new ReplicaModel(Machines.Model("llama-3.1-8b"), Machines.Ideal(), Machines.Wide, One, mix, Machines.Limits).At(1);
        point.Step.Matmul.ShouldBe(2 * 7.505e9 / 1e12, 0.001 * 15e-3);
        point.Step.Attention.ShouldBe(131_072.0 * 2000 / 1e12, 1e-9);
        point.Step.Traffic.ShouldBe(0);
        point.Memory.SequenceBytes.ShouldBe(131_072.0 * (2000 + 8), 1);
    }

    // Where arithmetic alone counts, a token of a prompt takes twice the layers' 6.98 B parameters, and scores and values over half of the prompt before it:
    // 4 x 32 layers x 4096 x 500 = 0.26 GFLOP, at the rate of heads of 128: d / (d + 32) = 0.8.
    [Fact]
    public void A_prompt_takes_twice_the_parameters_a_token_over_the_peak()
    {
        var machine = Machines.Ideal(flopPerSecond: 1e12, bytesPerSecond: 1e18);
        var replica = new ReplicaModel(
            Machines.Model("llama-3.1-8b"),
            machine,
            Machines.Wide,
            One,
            new RequestMix(1000, 100),
            Machines.Limits
        );
        double attention = 4.0 * 32 * 4096 * 500 / 0.8;
        replica.PromptTokenSeconds.ShouldBe(((2 * 6.979e9) + attention) / 1e12, 0.002 * 0.0143);
    }

    // A batch of 64 reads the weights as one does: 64 times the tokens in the time of one, as long as the cache is small.
    [Fact]
    public void Sequences_share_the_weights_that_a_step_reads()
    {
        var mix = new RequestMix(10, 10);
        var replica = new ReplicaModel(Machines.Model("llama-3.1-8b"), Machines.Ideal(), Machines.Wide, One, mix, Machines.Limits);
        (replica.At(64).Step.Matmul / replica.At(1).Step.Matmul).ShouldBeInRange(1, 1.06);
    }

    [Fact]
    public void Eight_devices_without_latency_are_eight_times_as_fast_but_for_what_they_exchange()
    {
        var mix = new RequestMix(1000, 1000);
        var model = Machines.Model("llama-3.1-70b");
        var system = Machines.Ideal();
        var alone = new ReplicaModel(model, system, Machines.Wide, One, mix, Machines.Limits).At(16);
        var eight = new ReplicaModel(model, system, Machines.Wide, new ServingLayout(8, 1, 1), mix, Machines.Limits).At(16);
        (alone.Step.Attention / eight.Step.Attention).ShouldBe(8, 1e-9);
        (alone.Step.Matmul / eight.Step.Matmul).ShouldBe(8, 0.1);
        // Two sums a layer of 16 states of 8192 x 2 B: rings of 2 x 7/8, at 100 GB/s.
        eight.Step.Traffic.ShouldBe(80 * 2 * 2 * (7.0 / 8) * 16 * 8192 * 2 / 1e11, 1e-9);
    }

    [Fact]
    public void Tokens_of_answers_and_prompts_share_the_devices()
    {
        var mix = new RequestMix(1000, 500);
        var replica = new ReplicaModel(
            Machines.Model("llama-3.1-8b"),
            Machines.System("dgx-h100"),
            Machines.Wide,
            One,
            mix,
            Machines.Limits
        );
        var point = replica.At(32);
        // In a second: requests x (prompt's time + answer's time) = 1.
        double requests = point.OutputTokensPerSecond / 500;
        (requests * ((1000 * replica.PromptTokenSeconds) + (500 * point.Step.Total / 32))).ShouldBe(1, 1e-9);
        point.PromptShare.ShouldBe(requests * 1000 * replica.PromptTokenSeconds, 1e-9);
    }

    [Fact]
    public void Prompts_read_apart_leave_throughput_as_it_is_and_make_tokens_flow_faster()
    {
        var mix = new RequestMix(1000, 500);
        var model = Machines.Model("llama-3.1-8b");
        var system = Machines.System("dgx-h100");
        var together = new ReplicaModel(model, system, Machines.Wide, One, mix, Machines.Limits).At(32);
        var apart = new ReplicaModel(model, system, Machines.Wide, One, mix, Machines.Limits with { Prefill = PrefillMode.Apart }).At(32);
        apart.OutputTokensPerSecond.ShouldBe(together.OutputTokensPerSecond);
        apart.TokenSeconds.ShouldBe(together.Step.Total);
        apart.TokenSeconds.ShouldBeLessThan(together.TokenSeconds);
        apart.FirstTokenSeconds.ShouldBeLessThan(together.FirstTokenSeconds);
    }

    [Fact]
    public void What_is_cached_is_not_computed_again()
    {
        var model = Machines.Model("llama-3.1-8b");
        var system = Machines.System("dgx-h100");
        OperatingPoint at(double cached) =>
            new ReplicaModel(model, system, Machines.Wide, One, new RequestMix(4000, 200, cached), Machines.Limits).At(16);
        at(0.5).OutputTokensPerSecond.ShouldBeGreaterThan(1.25 * at(0).OutputTokensPerSecond);
        at(0.5).Memory.SequenceBytes.ShouldBe(at(0).Memory.SequenceBytes);
    }

    [Theory]
    [InlineData(1, 1, 2, 0.5)] // one token and one of two experts: half
    [InlineData(2, 1, 2, 0.75)]
    [InlineData(1, 8, 256, 8.0 / 256)]
    [InlineData(100, 8, 256, 0.9582)] // 1 - (1 - 1/32)^100
    public void A_batch_touches_the_experts_that_its_tokens_choose(double tokens, double active, double count, double share) =>
        (ExpertModel.Touched(count, active, tokens) / count).ShouldBe(share, 1e-4);
}
