using System.Globalization;
using Petaday.Catalog;
using Petaday.Training;

namespace Petaday.Scenarios;

/// <summary>Reads a strategy that is given, filling in what it leaves out.</summary>
internal static class StrategyResolver
{
    /// <summary>The strategy; null to search for one.</summary>
    public static Strategy? Resolve(Scenario scenario, int devices, StackChoice stack, DefaultsLog log)
    {
        if (scenario.At("strategy") is not { Kind: NodeKind.Map })
        {
            return scenario.At("strategy") is null ? log.Take<Strategy?>("strategy", null, "auto", "the fastest that fits") : null;
        }

        int Size(string key) => scenario.Integer("strategy." + key) ?? 1;
        int tensor = Size("tensor");
        int context = Size("context");
        int pipeline = Size("pipeline");
        int chunks = Size("virtualPipeline");
        return new Strategy(
            tensor,
            scenario.Flag("strategy.sequenceParallel") ?? Sequence(tensor, stack, log),
            context,
            pipeline,
            chunks,
            scenario.Integer("strategy.data") ?? Data(devices, (Int128)tensor * context * pipeline, log),
            Size("expert"),
            Size("expertTensor"),
            scenario.Integer("strategy.zero") ?? Zero(stack, pipeline, log),
            scenario.Integer("strategy.shardGroup") ?? 0,
            Size("microBatch"),
            Schedule: scenario.Text("strategy.schedule") is { } word ? Words.AsSchedule(word)
                : chunks > 1 ? PipelineSchedule.Interleaved
                : PipelineSchedule.OneForwardOneBackward,
            OffloadOptimizer: scenario.Flag("strategy.offloadOptimizer") ?? false,
            OffloadActivations: scenario.Flag("strategy.offloadActivations") ?? false,
            OverlapGradients: scenario.Flag("strategy.overlapGradients") ?? true,
            OverlapWeights: scenario.Flag("strategy.overlapWeights") ?? true
        );
    }

    private static bool Sequence(int tensor, StackChoice stack, DefaultsLog log) =>
        tensor > 1
        && stack.Can("sequence")
        && log.Take("strategy.sequenceParallel", true, "true", $"{stack.Entry.Id} splits norms over the tensor group");

    private static int Data(int devices, Int128 group, DefaultsLog log)
    {
        int data = (int)Int128.Max(1, devices / group);
        return log.Take(
            "strategy.data",
            data,
            data.ToString(CultureInfo.InvariantCulture),
            "what tensor, context and pipeline leave of the devices"
        );
    }

    private static int Zero(StackChoice stack, int pipeline, DefaultsLog log)
    {
        int usual = stack.Entry.Integer("defaultZeroStage") ?? 0;
        int stage = pipeline > 1 ? Math.Min(usual, 1) : usual;
        return log.Take(
            "strategy.zero",
            stage,
            stage.ToString(CultureInfo.InvariantCulture),
            $"what {stack.Entry.Id} does unless told otherwise"
        );
    }
}
