using Petaday.Serving;

namespace Petaday.Tests.Serving;

/// <summary>Weights and caches against published sizes.</summary>
public sealed class ReplicaMemoryTests
{
    // Zhao et al. 2025, Insights into DeepSeek-V3 (arXiv:2505.09343), table 1: cache a token in bf16.
    [Theory]
    [InlineData("deepseek-v3", 70_272)]
    [InlineData("llama-3.1-405b", 516_096)]
    [InlineData("llama-3.1-70b", 327_680)] // as the table's Qwen-2.5 72B: 80 layers of 8 heads of 128
    public void A_token_of_the_cache_takes_the_published_bytes(string model, double bytes)
    {
        double tokens = 1000 + 500 + 8;
        Of(model, Machines.Wide, new ServingLayout(1, 1, 1)).SequenceBytes.ShouldBe(bytes * tokens, 1);
    }

    [Fact]
    public void Weights_in_16_bits_take_two_bytes_a_parameter_wherever_they_lie()
    {
        double parameters = Machines.Model("llama-3.1-70b").Parameters.Total;
        Of("llama-3.1-70b", Machines.Wide, new ServingLayout(1, 1, 1)).WeightBytes.ShouldBe(2 * parameters, 1);
        double eight = Of("llama-3.1-70b", Machines.Wide, new ServingLayout(8, 1, 1)).WeightBytes;
        (8 * eight).ShouldBe(2 * parameters, 0.001 * parameters);
    }

    [Fact]
    public void A_latent_cache_is_not_split_and_heads_are_only_as_often_as_there_are()
    {
        double latent = Of("deepseek-v3", Machines.Wide, new ServingLayout(1, 1, 1)).SequenceBytes;
        Of("deepseek-v3", Machines.Wide, new ServingLayout(8, 1, 1)).SequenceBytes.ShouldBe(latent);
        double grouped = Of("llama-3.1-70b", Machines.Wide, new ServingLayout(1, 1, 1)).SequenceBytes;
        Of("llama-3.1-70b", Machines.Wide, new ServingLayout(8, 1, 1)).SequenceBytes.ShouldBe(grouped / 8, 1);
        Of("llama-3.1-70b", Machines.Wide, new ServingLayout(16, 1, 1)).SequenceBytes.ShouldBe(grouped / 8, 1);
    }

    [Fact]
    public void A_window_holds_its_tokens_and_no_more()
    {
        var layer = new ServedLayer(1, IsMoe: false, Window: 4096);
        layer.Keys(1000).ShouldBe(1000);
        layer.Keys(100_000).ShouldBe(4096);
        Machines.Model("gemma-3-27b").Layers.Sum(kind => kind.Count).ShouldBe(62);
        Machines.Model("gemma-3-27b").Layers.Count(kind => kind.Window is null).ShouldBe(1);
    }

    [Fact]
    public void Narrower_formats_never_take_more()
    {
        foreach (string model in new[] { "llama-3.1-8b", "mixtral-8x7b", "deepseek-v3" })
        {
            double bytes(NumberFormat format) => Of(model, new ServingFormat(format, format), new ServingLayout(1, 1, 1)).WeightBytes;
            bytes(NumberFormat.Int4).ShouldBeLessThan(bytes(NumberFormat.Fp4));
            bytes(NumberFormat.Fp4).ShouldBeLessThan(bytes(NumberFormat.Fp8));
            bytes(NumberFormat.Fp8).ShouldBe(bytes(NumberFormat.Int8));
            bytes(NumberFormat.Int8).ShouldBeLessThan(bytes(NumberFormat.Bf16));
        }
    }

    private static ReplicaMemory Of(string model, ServingFormat format, ServingLayout layout) =>
        ReplicaMemory.Of(Machines.Model(model), Machines.Ideal(), format, layout, new RequestMix(1000, 1000), Machines.Limits);
}
