using System.Globalization;
using Petaday.Architectures;
using Petaday.Scenarios;
using Petaday.Training;

namespace Petaday.Reports.Launch;

/// <summary>Flags of Megatron-LM (megatron/training/arguments.py), a line each; data, learning rate and paths are the reader's.</summary>
internal static class MegatronFlags
{
    /// <summary>Writes them.</summary>
    public static LaunchText Of(Case one, Strategy strategy)
    {
        IEnumerable<string> flags = [.. Shape(one.Model.Architecture), .. Layout(one, strategy), .. Run(one, strategy)];
        return new LaunchText(LaunchTarget.Megatron, string.Join(" \\\n", flags) + "\n", [.. Missing(one.Model.Architecture, strategy)]);
    }

    private static IEnumerable<string> Shape(Architecture shape)
    {
        yield return Flag("num-layers", shape.Layers);
        yield return Flag("hidden-size", shape.Hidden);
        yield return Flag("num-attention-heads", shape.Heads);
        yield return Flag("ffn-hidden-size", shape.FeedForward);
        if (shape.Latent is { } latent)
        {
            yield return "--multi-latent-attention";
            if (latent.QueryRank is { } rank)
            {
                yield return Flag("q-lora-rank", rank);
            }

            yield return Flag("kv-lora-rank", latent.KeyValueRank);
            yield return Flag("qk-head-dim", latent.NoRopeDimension);
            yield return Flag("qk-pos-emb-head-dim", latent.RopeDimension);
            yield return Flag("v-head-dim", latent.ValueDimension);
        }
        else
        {
            yield return Flag("kv-channels", shape.HeadDimension);
            if (shape.KeyValueHeads != shape.Heads)
            {
                yield return "--group-query-attention";
                yield return Flag("num-query-groups", shape.KeyValueHeads);
            }
        }

        foreach (string flag in Kinds(shape))
        {
            yield return flag;
        }

        if (shape.Experts is { } experts)
        {
            yield return Flag("num-experts", experts.Count);
            yield return Flag("moe-router-topk", experts.Active);
            yield return Flag("moe-ffn-hidden-size", experts.FeedForward);
            yield return "--moe-grouped-gemm";
            if (experts.Shared > 0)
            {
                yield return Flag("moe-shared-expert-intermediate-size", experts.Shared * experts.SharedFeedForward);
            }

            if (experts.FirstDense > 0 || experts.Every > 1)
            {
                yield return $"--moe-layer-freq \"[{string.Join(',', Enumerable.Range(0, shape.Layers).Select(index => shape.IsMoeLayer(index) ? 1 : 0))}]\"";
            }
        }
    }

    private static IEnumerable<string> Kinds(Architecture shape)
    {
        yield return shape.Positions == PositionKind.Rotary
            ? "--position-embedding-type rope"
            : "--position-embedding-type learned_absolute";
        yield return Flag("max-position-embeddings", Math.Max(1, shape.MaxPositions));
        yield return shape.Normalization == NormalizationKind.RmsNorm ? "--normalization RMSNorm" : "--normalization LayerNorm";
        if (shape.Gated)
        {
            yield return "--swiglu";
        }

        if (!shape.TiedEmbeddings)
        {
            yield return "--untie-embeddings-and-output-weights";
        }

        if (!shape.FeedForwardBias)
        {
            yield return "--disable-bias-linear";
        }

        if (shape.QueryKeyNorm != QueryKeyNorm.None)
        {
            yield return "--qk-layernorm";
        }
    }

    private static IEnumerable<string> Layout(Case one, Strategy strategy)
    {
        yield return Flag("tensor-model-parallel-size", strategy.Tensor);
        yield return Flag("pipeline-model-parallel-size", strategy.Pipeline);
        yield return Flag("context-parallel-size", strategy.Context);
        if (strategy.SequenceParallel && strategy.Tensor > 1)
        {
            yield return "--sequence-parallel";
        }

        if (strategy.VirtualPipeline > 1)
        {
            yield return Flag("num-virtual-stages-per-pipeline-rank", strategy.VirtualPipeline);
        }

        if (one.Model.Architecture.IsMixtureOfExperts)
        {
            yield return Flag("expert-model-parallel-size", strategy.Expert);
            yield return Flag("expert-tensor-parallel-size", strategy.ExpertTensor);
        }

        if (strategy.ZeroStage >= 1)
        {
            yield return "--use-distributed-optimizer";
            if (strategy.OverlapGradients)
            {
                yield return "--overlap-grad-reduce";
            }

            if (strategy.OverlapWeights)
            {
                yield return "--overlap-param-gather";
            }
        }

        foreach (string flag in Recompute(strategy))
        {
            yield return flag;
        }
    }

    private static IEnumerable<string> Recompute(Strategy strategy) =>
        strategy.Recompute switch
        {
            RecomputeMode.Selective => ["--recompute-granularity selective"],
            RecomputeMode.Full => ["--recompute-granularity full", "--recompute-method uniform", "--recompute-num-layers 1"],
            RecomputeMode.Block =>
            [
                "--recompute-granularity full",
                "--recompute-method block",
                Flag("recompute-num-layers", Math.Max(1, strategy.RecomputeLayers / Math.Max(1, strategy.VirtualPipeline))),
            ],
            _ => [],
        };

    private static IEnumerable<string> Run(Case one, Strategy strategy)
    {
        var recipe = one.Recipe;
        yield return Flag("seq-length", recipe.SequenceLength);
        yield return Flag("micro-batch-size", strategy.MicroBatch);
        yield return Flag("global-batch-size", recipe.GlobalBatchSequences);
        yield return $"--train-iters {Math.Ceiling(one.Tokens / recipe.TokensPerStep).ToString("0", CultureInfo.InvariantCulture)}";
        yield return Words.Of(recipe.Precision) switch
        {
            "fp16" => "--fp16",
            "fp8" or "mxfp8" or "fp8-block" => "--bf16 --fp8-format hybrid"
                + (
                    Words.Of(recipe.Precision) == "fp8-block" ? " --fp8-recipe blockwise"
                    : Words.Of(recipe.Precision) == "mxfp8" ? " --fp8-recipe mxfp8"
                    : ""
                ),
            _ => "--bf16",
        };
        yield return "--use-flash-attn";
    }

    private static IEnumerable<string> Missing(Architecture shape, Strategy strategy)
    {
        if (strategy.ZeroStage > 1)
        {
            yield return $"ZeRO stage {strategy.ZeroStage}: the flags shard optimizer states alone";
        }

        if (strategy.Schedule is PipelineSchedule.ZeroBubble or PipelineSchedule.DualPipe or PipelineSchedule.GPipe)
        {
            yield return $"the schedule {Words.Of(strategy.Schedule)}: Megatron-LM runs 1F1B, interleaved or not";
        }

        if (strategy.OffloadOptimizer || strategy.OffloadActivations)
        {
            yield return "states or activations in host memory";
        }

        if (shape.Window is not null)
        {
            yield return "the sliding window";
        }

        if (shape.Kind != ArchitectureKind.Decoder)
        {
            yield return "an encoder: these are the flags of pretrain_gpt.py";
        }
    }

    private static string Flag(string name, int value) => string.Create(CultureInfo.InvariantCulture, $"--{name} {value}");
}
