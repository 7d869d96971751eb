using System.Collections.Concurrent;
using System.Collections.Immutable;
using Petaday.Training;

namespace Petaday.Planning;

/// <summary>
/// The strategies that a stack can run for a model, recipe and number of devices, as nested factors: what changes a layer's profile (tensor, sequence, context,
/// expert, micro-batch), then pipeline, then chunks and schedule, then recomputation and activations' offload, then sharding, the update's offload and overlap. Every strategy that it gives is
/// valid (<see cref="StrategyRules"/>), each once, always in the same order.
/// </summary>
/// <param name="problem">What is searched for.</param>
/// <param name="fixedRecomputation">What is recomputed; null for every choice.</param>
public sealed class StrategySpace(SearchProblem problem, Recomputation? fixedRecomputation = null)
{
    private readonly ConcurrentDictionary<(int Pipeline, int Ranks), long> counts = new();
    private bool usual;

    private readonly Stack stack = problem.Stack;
    private readonly int layers = problem.Architecture.TotalLayers;
    private readonly int batch = problem.Recipe.GlobalBatchSequences;

    /// <summary>The part of the space with what people use most: sharding over all ranks, all overlap, no offload, and recomputation of nothing, attention or all.</summary>
    public StrategySpace Usual() => new(problem, fixedRecomputation) { usual = true };

    /// <summary>Strategies with the pipeline and the data-parallel ranks of <paramref name="pipelined"/>.</summary>
    public long Count(Strategy pipelined) => Schedules(pipelined).Count() * CountCompletions(pipelined);

    /// <summary>Strategies with the schedule of <paramref name="scheduled"/>, too.</summary>
    public long CountCompletions(Strategy scheduled) =>
        counts.GetOrAdd(
            (scheduled.Pipeline, scheduled.Data * scheduled.Context),
            static (key, of) =>
                (long)of.Space.Recomputations(key.Pipeline).Length
                * of.Space.Offloads().Length
                * of.Space.Offloads().Length
                * of.Space.Shardings(of.Strategy).Sum(sharded => of.Space.Overlaps(sharded).Length),
            (Space: this, Strategy: scheduled)
        );

    /// <summary>Every choice of what changes a layer's profile, with pipeline and the rest at 1.</summary>
    public ImmutableArray<Strategy> Profiles()
    {
        var profiles = ImmutableArray.CreateBuilder<Strategy>();
        if (problem.System.Fabric is null && problem.Devices > problem.System.ScaleUp.Domain)
        {
            return [];
        }

        foreach (var tensor in Tensors())
        {
            foreach (var context in stack.Has("context") ? Divisors(problem.Devices / tensor) : [1])
            {
                foreach (var (expert, expertTensor) in ExpertGroups(tensor))
                {
                    foreach (var microBatch in Divisors(batch))
                    {
                        profiles.AddRange(
                            SequenceParallel(tensor)
                                .Where(sequence => Splits(context, sequence ? tensor : 1))
                                .Select(sequence => new Strategy(
                                    tensor,
                                    sequence,
                                    context,
                                    Expert: expert,
                                    ExpertTensor: expertTensor,
                                    MicroBatch: microBatch
                                ))
                        );
                    }
                }
            }
        }

        return profiles.ToImmutable();
    }

    /// <summary>Completions of <paramref name="profile"/> by a pipeline and as many data-parallel ranks as that leaves.</summary>
    public IEnumerable<Strategy> Pipelines(Strategy profile)
    {
        var rest = problem.Devices / (profile.Tensor * profile.Context);
        foreach (var pipeline in stack.Has("pipeline") ? Divisors(rest).Where(stages => stages <= layers) : [1])
        {
            var data = rest / pipeline;
            var ranks = (long)profile.Tensor * profile.Context * data;
            if (batch % ((long)data * profile.MicroBatch) == 0 && ranks % ((long)profile.Expert * profile.ExpertTensor) == 0)
            {
                yield return profile with { Pipeline = pipeline, Data = data };
            }
        }
    }

    /// <summary>
    /// Completions of <paramref name="pipelined"/> by chunks and a schedule. Of numbers of chunks whose longest is as long, the least is taken: more would leave
    /// some of them a layer short.
    /// </summary>
    public IEnumerable<Strategy> Schedules(Strategy pipelined)
    {
        yield return pipelined;
        var (stages, microBatches) = (pipelined.Pipeline, pipelined.MicroBatches(batch));
        if (stages == 1)
        {
            yield break;
        }

        if (stack.Has("interleaved") && microBatches >= stages)
        {
            foreach (var chunks in Chunks(stages))
            {
                yield return pipelined with { VirtualPipeline = chunks, Schedule = PipelineSchedule.Interleaved };
            }
        }

        if (stack.Has("zeroBubble"))
        {
            yield return pipelined with { Schedule = PipelineSchedule.ZeroBubble };
        }

        if (stack.Has("dualpipe") && stages % 2 == 0 && microBatches % 2 == 0 && microBatches >= 2 * stages)
        {
            yield return pipelined with { Schedule = PipelineSchedule.DualPipe };
        }
    }

    /// <summary>What may be recomputed over <paramref name="stages"/> stages: nothing, attention, some layers of a stage, or all.</summary>
    public ImmutableArray<Recomputation> Recomputations(int stages) =>
        fixedRecomputation is { } one
            ? [one]
            :
            [
                new(RecomputeMode.None),
                new(RecomputeMode.Selective),
                .. Enumerable
                    .Range(1, usual ? 0 : ((layers + stages - 1) / stages) - 1)
                    .Select(some => new Recomputation(RecomputeMode.Block, some)),
                new(RecomputeMode.Full),
            ];

    /// <summary>Completions of <paramref name="scheduled"/> by sharding: no ZeRO, then its stages over all ranks or over groups of them.</summary>
    public IEnumerable<Strategy> Shardings(Strategy scheduled)
    {
        var known = Enumerable.Range(1, 3).Where(stage => stack.Has(Stages[stage]) && (stage == 1 || scheduled.Pipeline == 1)).ToList();
        if (!usual || known.Count == 0)
        {
            yield return scheduled;
        }

        var ranks = scheduled.Data * scheduled.Context;
        foreach (var stage in known)
        {
            yield return scheduled with { ZeroStage = stage };
            foreach (var group in stack.Has("hybrid") && !usual ? Divisors(ranks).Where(size => size > 1 && size < ranks) : [])
            {
                yield return scheduled with { ZeroStage = stage, ShardGroup = group };
            }
        }
    }

    /// <summary>Whether activations may stay on the device, or leave it.</summary>
    public ImmutableArray<bool> Offloads() => stack.Has("offload") && !usual ? [false, true] : [false];

    /// <summary>Overlaps of data-parallel traffic that make a difference: of gradients, and of weights where these are gathered once a step.</summary>
    public ImmutableArray<(bool Gradients, bool Weights)> Overlaps(Strategy sharded)
    {
        bool[] gradients = stack.OverlapDataParallel && sharded.ZeroStage < 3 && !usual ? [true, false] : [true];
        bool[] weights = stack.OverlapParameterGather && sharded.ZeroStage is 1 or 2 && !usual ? [true, false] : [true];
        return [.. gradients.SelectMany(one => weights.Select(other => (one, other)))];
    }

    private static readonly string[] Stages = ["", "zero1", "zero2", "zero3"];

    private IEnumerable<int> Chunks(int stages)
    {
        var before = 0;
        for (var longest = 1; longest < layers; longest++)
        {
            var chunks = (int)(((long)layers + ((long)stages * longest) - 1) / ((long)stages * longest));
            if (chunks < 2)
            {
                yield break;
            }

            if (chunks != before && (long)chunks * stages <= layers)
            {
                yield return chunks;
            }

            before = chunks;
        }
    }

    private IEnumerable<int> Tensors()
    {
        var shape = problem.Architecture;
        var width = shape.FeedForward > 0 ? shape.FeedForward : shape.Experts?.FeedForward ?? 0;
        return stack.Has("tensor")
            ? Divisors(problem.Devices)
                .Where(tensor =>
                    shape.Heads % tensor == 0
                    && (shape.KeyValueHeads % tensor == 0 || tensor % shape.KeyValueHeads == 0)
                    && width % tensor == 0
                )
            : [1];
    }

    private IEnumerable<(int Expert, int ExpertTensor)> ExpertGroups(int tensor)
    {
        if (problem.Architecture.Experts is not { } experts)
        {
            return [(1, 1)];
        }

        return (stack.Has("expert") ? Divisors(experts.Count) : [1])
            .Where(expert => expert <= problem.Devices)
            .SelectMany(expert => Divisors(tensor).Select(expertTensor => (expert, expertTensor)));
    }

    private bool[] SequenceParallel(int tensor) => tensor > 1 && stack.Has("sequence") ? [true, false] : [false];

    private bool Splits(int context, int slices) => problem.Recipe.SequenceLength % ((long)context * slices) == 0;

    private static IEnumerable<int> Divisors(int number)
    {
        var large = new Stack<int>();
        for (var divisor = 1; (long)divisor * divisor <= number; divisor++)
        {
            if (number % divisor == 0)
            {
                yield return divisor;
                if (divisor != number / divisor)
                {
                    large.Push(number / divisor);
                }
            }
        }

        foreach (var divisor in large)
        {
            yield return divisor;
        }
    }
}
