using Petaday.Architectures;
using Petaday.Hardware;
using Petaday.Training;

namespace Petaday.Planning.Neighbours;

/// <summary>
/// The settings one choice away from another, on as many devices. What a choice forces follows it: data-parallel ranks make up for a group that changes, a
/// tensor group of one splits no norms, one stage has no chunks. Whether a neighbour is valid is for <see cref="StrategyRules"/>.
/// </summary>
/// <param name="architecture">The model.</param>
/// <param name="system">The machines.</param>
public sealed class StrategyNeighbours(Architecture architecture, SystemSpec system)
{
    private static readonly Precision[] Narrower =
    [
        Precision.Fp32,
        Precision.Tf32,
        Precision.Fp16,
        Precision.Bf16,
        Precision.Fp8,
        Precision.Fp8Block,
        Precision.Mxfp8,
        Precision.Fp4,
    ];

    /// <summary>Every neighbour, in an order that depends on nothing else.</summary>
    /// <param name="origin">The setting.</param>
    /// <param name="stacks">Other stacks that may take its place.</param>
    public IEnumerable<Neighbour> Of(Setting origin, IReadOnlyList<Stack> stacks)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(stacks);
        var strategies = Groups(origin)
            .Concat(Pipelines(origin))
            .Concat(Batches(origin))
            .Concat(Shardings(origin))
            .Concat(Switches(origin))
            .Concat(Recomputations(origin))
            .Where(change => change.Strategy != origin.Strategy)
            .Select(change => new Neighbour(change.Key, origin with { Strategy = change.Strategy }));
        return strategies.Concat(Precisions(origin)).Concat(Stacks(origin, stacks));
    }

    private IEnumerable<(string Key, Strategy Strategy)> Groups(Setting origin)
    {
        var now = origin.Strategy;
        foreach (int tensor in Sizes(origin, "tensor", now.Tensor * now.Data))
        {
            yield return ("strategy.tensor", Tensor(now, tensor));
        }

        foreach (int context in Sizes(origin, "context", now.Context * now.Data))
        {
            yield return ("strategy.context", now with { Context = context, Data = now.Context * now.Data / context });
        }

        foreach (int expert in architecture.Experts is { } experts && origin.Stack.Has("expert") ? Divisors(experts.Count) : [])
        {
            yield return ("strategy.expert", now with { Expert = expert });
        }

        foreach (int width in architecture.Experts is null ? [] : (int[])[1, now.Tensor])
        {
            yield return ("strategy.expertTensor", now with { ExpertTensor = width });
        }
    }

    private static Strategy Tensor(Strategy now, int tensor) =>
        now with
        {
            Tensor = tensor,
            Data = now.Tensor * now.Data / tensor,
            SequenceParallel = now.SequenceParallel && tensor > 1,
            ExpertTensor = now.ExpertTensor == now.Tensor ? tensor : now.ExpertTensor,
        };

    private IEnumerable<(string Key, Strategy Strategy)> Pipelines(Setting origin)
    {
        var now = origin.Strategy;
        foreach (int stages in Sizes(origin, "pipeline", now.Pipeline * now.Data).Where(stages => stages == 1 || now.ZeroStage <= 1))
        {
            yield return (
                "strategy.pipeline",
                Unwoven(now with { Pipeline = stages, Data = now.Pipeline * now.Data / stages }, stages > 1)
            );
        }

        if (now.Pipeline == 1)
        {
            yield break;
        }

        foreach (int chunks in origin.Stack.Has("interleaved") ? Chunks(architecture.TotalLayers, now.Pipeline) : [])
        {
            yield return ("strategy.virtualPipeline", now with { VirtualPipeline = chunks, Schedule = PipelineSchedule.Interleaved });
        }

        foreach (var schedule in Schedules(origin.Stack))
        {
            yield return ("strategy.schedule", now with { VirtualPipeline = 1, Schedule = schedule });
        }
    }

    /// <summary>Of numbers of chunks whose longest is as long, the least: more would leave some of them a layer short.</summary>
    private static IEnumerable<int> Chunks(int layers, int stages)
    {
        int Longest(int chunks) => (layers + (stages * chunks) - 1) / (stages * chunks);
        return Enumerable.Range(2, Math.Max(0, (layers / stages) - 1)).Where(chunks => Longest(chunks) < Longest(chunks - 1));
    }

    /// <summary>One stage runs its micro-batches one after the other, whatever the schedule.</summary>
    private static Strategy Unwoven(Strategy strategy, bool keeps) =>
        keeps ? strategy : strategy with { VirtualPipeline = 1, Schedule = PipelineSchedule.OneForwardOneBackward };

    private static IEnumerable<PipelineSchedule> Schedules(Stack stack)
    {
        yield return PipelineSchedule.OneForwardOneBackward;
        if (stack.Has("zeroBubble"))
        {
            yield return PipelineSchedule.ZeroBubble;
        }

        if (stack.Has("dualpipe"))
        {
            yield return PipelineSchedule.DualPipe;
        }
    }

    private static IEnumerable<(string Key, Strategy Strategy)> Batches(Setting origin) =>
        Divisors(Math.Max(1, origin.Recipe.GlobalBatchSequences / origin.Strategy.Data))
            .Select(sequences => ("strategy.microBatch", origin.Strategy with { MicroBatch = sequences }));

    private static IEnumerable<(string Key, Strategy Strategy)> Shardings(Setting origin)
    {
        var now = origin.Strategy;
        foreach (int stage in (int[])[0, 1, 2, 3])
        {
            if (stage == 0 || (origin.Stack.Has($"zero{(char)('0' + stage)}") && (stage == 1 || now.Pipeline == 1)))
            {
                yield return ("strategy.zero", now with { ZeroStage = stage, ShardGroup = stage == 0 ? 0 : now.ShardGroup });
            }
        }

        // A group that spans all ranks is no group of its own.
        int ranks = now.Data * now.Context;
        foreach (int group in now.ZeroStage == 0 ? [] : Divisors(ranks).Where(size => size > 1))
        {
            yield return ("strategy.shardGroup", now with { ShardGroup = group == ranks ? 0 : group });
        }
    }

    private static IEnumerable<(string Key, Strategy Strategy)> Switches(Setting origin)
    {
        var now = origin.Strategy;
        if (now.Tensor > 1 && origin.Stack.Has("sequence"))
        {
            yield return ("strategy.sequenceParallel", now with { SequenceParallel = !now.SequenceParallel });
        }

        yield return ("strategy.overlapGradients", now with { OverlapGradients = !now.OverlapGradients });
        yield return ("strategy.overlapWeights", now with { OverlapWeights = !now.OverlapWeights });
        if (now.OffloadOptimizer || Offloads(origin.Stack, "offloadOptimizer"))
        {
            yield return ("strategy.offloadOptimizer", now with { OffloadOptimizer = !now.OffloadOptimizer });
        }

        if (now.OffloadActivations || Offloads(origin.Stack, "offload"))
        {
            yield return ("strategy.offloadActivations", now with { OffloadActivations = !now.OffloadActivations });
        }
    }

    private static bool Offloads(Stack stack, string what) => stack.Has("offload") || stack.Has(what);

    private IEnumerable<(string Key, Strategy Strategy)> Recomputations(Setting origin)
    {
        var now = origin.Strategy;
        foreach (var mode in (RecomputeMode[])[RecomputeMode.None, RecomputeMode.Selective, RecomputeMode.Full])
        {
            yield return ("recipe.recompute", now with { Recompute = mode, RecomputeLayers = 0 });
        }

        // Some layers of a stage, where all or some are recomputed now.
        int most = now.Recompute is RecomputeMode.Full or RecomputeMode.Block
            ? (architecture.TotalLayers + now.Pipeline - 1) / now.Pipeline
            : 0;
        for (int layers = 1; layers < most; layers++)
        {
            string key = now.Recompute == RecomputeMode.Block ? "recipe.recomputeLayers" : "recipe.recompute";
            yield return (key, now with { Recompute = RecomputeMode.Block, RecomputeLayers = layers });
        }
    }

    /// <summary>Formats for which the device has a peak of its own that is higher: they change the numbers, and so perhaps the training.</summary>
    private IEnumerable<Neighbour> Precisions(Setting origin)
    {
        var device = system.Accelerator;
        return Narrower
            .Where(format =>
                format != origin.Recipe.Precision && Has(device, format) && device.Peak(format) > device.Peak(origin.Recipe.Precision)
            )
            .Select(format => new Neighbour("recipe.precision", origin with { Recipe = origin.Recipe with { Precision = format } }));
    }

    private static bool Has(Accelerator device, Precision format) =>
        device.PeakFlopPerSecond.ContainsKey(format is Precision.Fp8Block or Precision.Mxfp8 ? Precision.Fp8 : format)
        // Scales of blocks of 32 in hardware came with the generation that has 4-bit products.
        && (format != Precision.Mxfp8 || device.PeakFlopPerSecond.ContainsKey(Precision.Fp4));

    private static IEnumerable<Neighbour> Stacks(Setting origin, IReadOnlyList<Stack> stacks) =>
        stacks
            .Where(stack => stack.Id != origin.Stack.Id && Runs(stack, origin.Strategy))
            .Select(stack => new Neighbour("stack", origin with { Stack = stack }));

    /// <summary>Whether a stack has all that a strategy uses.</summary>
    private static bool Runs(Stack stack, Strategy strategy) =>
        (strategy.Tensor == 1 || stack.Has("tensor"))
        && (!strategy.SequenceParallel || stack.Has("sequence"))
        && (strategy.Context == 1 || stack.Has("context"))
        && (strategy.Pipeline == 1 || stack.Has("pipeline"))
        && (strategy.VirtualPipeline == 1 || stack.Has("interleaved"))
        && (strategy.Expert == 1 || stack.Has("expert"))
        && (strategy.ZeroStage == 0 || stack.Has($"zero{(char)('0' + strategy.ZeroStage)}"))
        && (strategy.Schedule != PipelineSchedule.ZeroBubble || stack.Has("zeroBubble"))
        && (strategy.Schedule != PipelineSchedule.DualPipe || stack.Has("dualpipe"))
        && (!strategy.OffloadOptimizer || Offloads(stack, "offloadOptimizer"))
        && (!strategy.OffloadActivations || Offloads(stack, "offload"));

    private static IEnumerable<int> Sizes(Setting origin, string way, int ranks) => origin.Stack.Has(way) ? Divisors(ranks) : [];

    private static IEnumerable<int> Divisors(int number)
    {
        for (int divisor = 1; (long)divisor * divisor <= number; divisor++)
        {
            if (number % divisor == 0)
            {
                yield return divisor;
                if (divisor != number / divisor)
                {
                    yield return number / divisor;
                }
            }
        }
    }
}
