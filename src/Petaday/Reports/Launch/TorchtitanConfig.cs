using System.Globalization;
using System.Text;
using Petaday.Scenarios;
using Petaday.Training;

namespace Petaday.Reports.Launch;

/// <summary>The sections of a torchtitan configuration that a plan decides; model flavour, data and learning rate are the reader's.</summary>
internal static class TorchtitanConfig
{
    /// <summary>Writes them as TOML.</summary>
    public static LaunchText Of(Case one, Strategy strategy)
    {
        var text = new StringBuilder();
        Training(text, one, strategy);
        Parallelism(text, one, strategy);
        text.Append(CultureInfo.InvariantCulture, $"\n[activation_checkpoint]\nmode = \"{Mode(strategy.Recompute)}\"\n");
        text.Append("\n[compile]\nenable = true\n");
        return new LaunchText(LaunchTarget.Torchtitan, text.ToString(), [.. Missing(one, strategy)]);
    }

    private static void Training(StringBuilder text, Case one, Strategy strategy)
    {
        var recipe = one.Recipe;
        // With a pipeline, a rank's batch is cut into micro-batches; without, it is what one pass takes, and the rest is accumulated.
        int local = strategy.Pipeline > 1 ? recipe.GlobalBatchSequences / strategy.Data : strategy.MicroBatch;
        text.Append("[training]\n");
        text.Append(CultureInfo.InvariantCulture, $"seq_len = {recipe.SequenceLength}\n");
        text.Append(CultureInfo.InvariantCulture, $"local_batch_size = {local}\n");
        text.Append(CultureInfo.InvariantCulture, $"global_batch_size = {recipe.GlobalBatchSequences}\n");
        text.Append(CultureInfo.InvariantCulture, $"steps = {Math.Ceiling(one.Tokens / recipe.TokensPerStep):0}\n");
    }

    private static void Parallelism(StringBuilder text, Case one, Strategy strategy)
    {
        var (replicate, shard) = Sharding(strategy);
        text.Append("\n[parallelism]\n");
        text.Append(CultureInfo.InvariantCulture, $"data_parallel_replicate_degree = {replicate}\n");
        text.Append(CultureInfo.InvariantCulture, $"data_parallel_shard_degree = {shard}\n");
        text.Append(CultureInfo.InvariantCulture, $"tensor_parallel_degree = {strategy.Tensor}\n");
        text.Append(CultureInfo.InvariantCulture, $"context_parallel_degree = {strategy.Context}\n");
        text.Append(CultureInfo.InvariantCulture, $"pipeline_parallel_degree = {strategy.Pipeline}\n");
        if (strategy.Pipeline > 1)
        {
            text.Append(CultureInfo.InvariantCulture, $"pipeline_parallel_schedule = \"{Schedule(strategy.Schedule)}\"\n");
            text.Append(CultureInfo.InvariantCulture, $"pipeline_parallel_microbatch_size = {strategy.MicroBatch}\n");
        }

        if (one.Model.Architecture.IsMixtureOfExperts)
        {
            text.Append(CultureInfo.InvariantCulture, $"expert_parallel_degree = {strategy.Expert}\n");
            text.Append(CultureInfo.InvariantCulture, $"expert_tensor_parallel_degree = {strategy.ExpertTensor}\n");
        }
    }

    /// <summary>Sharded ranks are counted without the context group: torchtitan shards over both.</summary>
    private static (int Replicate, int Shard) Sharding(Strategy strategy)
    {
        if (strategy.ZeroStage == 0)
        {
            return (strategy.Data, 1);
        }

        int shard = strategy.ShardGroup == 0 ? strategy.Data : Math.Clamp(strategy.ShardGroup / strategy.Context, 1, strategy.Data);
        return (strategy.Data / shard, shard);
    }

    private static string Mode(RecomputeMode mode) =>
        mode switch
        {
            RecomputeMode.None => "none",
            RecomputeMode.Full => "full",
            _ => "selective",
        };

    private static string Schedule(PipelineSchedule schedule) =>
        schedule switch
        {
            PipelineSchedule.GPipe => "GPipe",
            PipelineSchedule.Interleaved => "Interleaved1F1B",
            PipelineSchedule.ZeroBubble => "InterleavedZeroBubble",
            _ => "1F1B",
        };

    private static IEnumerable<string> Missing(Case one, Strategy strategy)
    {
        if (strategy.ZeroStage is 1 or 2)
        {
            yield return $"ZeRO stage {strategy.ZeroStage}: torchtitan shards weights too (stage 3), or replicates";
        }

        if (strategy.VirtualPipeline > 1)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{strategy.VirtualPipeline} chunks a stage: set pipeline_parallel_layers_per_stage for it"
            );
        }

        if (strategy.Schedule == PipelineSchedule.DualPipe)
        {
            yield return "DualPipe: 1F1B stands in its place";
        }

        if (strategy.Recompute is RecomputeMode.Block)
        {
            yield return "recomputation of some layers alone: selective stands in its place";
        }

        if (Words.Of(one.Recipe.Precision) is var precision and not ("bf16" or "fp32"))
        {
            yield return $"{precision}: choose the converter of your version";
        }

        if (strategy.OffloadOptimizer || strategy.OffloadActivations)
        {
            yield return "states or activations in host memory";
        }
    }
}
