using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Petaday.Architectures;
using Petaday.Scenarios;
using Petaday.Training;

namespace Petaday.Reports.Launch;

/// <summary>A scenario in which nothing is left open: an estimate of it gives the same answer, whatever defaults become later.</summary>
internal static class NamedScenario
{
    /// <summary>Writes it.</summary>
    public static LaunchText Of(Case one, Strategy strategy)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"name: {Quoted(one.Name)}\n");
        if (one.Model.Entry is { } known)
        {
            text.Append(CultureInfo.InvariantCulture, $"model: {known.Id}\n");
        }
        else
        {
            text.Append(CultureInfo.InvariantCulture, $"model:\n  name: {Quoted(one.Model.Id)}\n  architecture:\n");
            text.Append(ShapeWriter.Write(one.Model.Architecture, 4));
        }

        Recipe(text, one, strategy);
        text.Append(CultureInfo.InvariantCulture, $"system: {{ id: {one.System.Entry.Id}, devices: {one.Devices} }}\n");
        text.Append(CultureInfo.InvariantCulture, $"stack: {one.Stack.Entry.Id}\n");
        Layout(text, strategy);
        text.Append(CultureInfo.InvariantCulture, $"site: {one.Site.Id}\n");
        return new LaunchText(
            LaunchTarget.Scenario,
            text.ToString(),
            ["prices, goals and the sections of the whole project: those of the scenario that was asked"]
        );
    }

    private static void Recipe(StringBuilder text, Case one, Strategy strategy)
    {
        var recipe = one.Recipe;
        text.Append("recipe:\n");
        text.Append(CultureInfo.InvariantCulture, $"  tokens: {one.Tokens:0} tokens\n");
        text.Append(CultureInfo.InvariantCulture, $"  sequence: {recipe.SequenceLength}\n");
        text.Append(CultureInfo.InvariantCulture, $"  globalBatch: {recipe.GlobalBatchSequences} sequences\n");
        text.Append(CultureInfo.InvariantCulture, $"  precision: {Words.Of(recipe.Precision)}\n");
        text.Append(CultureInfo.InvariantCulture, $"  optimizer: {Words.Of(recipe.Optimizer)}\n");
        text.Append(CultureInfo.InvariantCulture, $"  recompute: {Words.Of(strategy.Recompute)}\n");
        if (strategy.Recompute == RecomputeMode.Block)
        {
            text.Append(CultureInfo.InvariantCulture, $"  recomputeLayers: {strategy.RecomputeLayers}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"  task: {Words.Of(recipe.Task)}\n");
        if (recipe.Task is TrainingTask.Lora or TrainingTask.Qlora)
        {
            text.Append(CultureInfo.InvariantCulture, $"  loraRank: {recipe.LoraRank}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"  dropout: {(recipe.Dropout ? "true" : "false")}\n");
    }

    private static void Layout(StringBuilder text, Strategy strategy) =>
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            strategy:
              tensor: {strategy.Tensor}
              sequenceParallel: {Flag(strategy.SequenceParallel)}
              context: {strategy.Context}
              pipeline: {strategy.Pipeline}
              virtualPipeline: {strategy.VirtualPipeline}
              data: {strategy.Data}
              expert: {strategy.Expert}
              expertTensor: {strategy.ExpertTensor}
              zero: {strategy.ZeroStage}
              shardGroup: {strategy.ShardGroup}
              microBatch: {strategy.MicroBatch}
              schedule: {Words.Of(strategy.Schedule)}
              offloadOptimizer: {Flag(strategy.OffloadOptimizer)}
              offloadActivations: {Flag(strategy.OffloadActivations)}
              overlapGradients: {Flag(strategy.OverlapGradients)}
              overlapWeights: {Flag(strategy.OverlapWeights)}

            """
        );

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
