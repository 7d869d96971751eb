using System.Collections.Concurrent;
using System.Collections.Immutable;
using Petaday.Training;

namespace Petaday.Planning;

/// <summary>
/// The strategies that a stack can run for a model, recipe and number of devices, as nested factors: what changes a layer's profile (tensor, sequence, context,
/// expert, micro-batch), then pipeline, then chunks and schedule, then recomputation and activations' offload, then sharding, the update's offload and overlap. Every strategy that it gives is
/// valid (<see cref="StrategyRules"/>), each once, always in the same order. For several threads.
/// </summary>
public sealed class StrategySpace
{
    private readonly SearchProblem problem;
    private readonly SpaceOptions options;
    private readonly int layers;
    private readonly int batch;
    private readonly ConcurrentDictionary<int, ImmutableArray<int>> divisors = new();
    private readonly ConcurrentDictionary<int, ImmutableArray<Recomputation>> recomputations = new();
    private readonly ConcurrentDictionary<(int Pipeline, int Ranks), long> completions = new();
    private readonly ConcurrentDictionary<(int Pipeline, int MicroBatches), int> schedules = new();

    /// <summary>The space of a problem.</summary>
    /// <param name="problem">What is searched for.</param>
    /// <param name="recomputation">What is recomputed; null for every choice.</param>
    public StrategySpace(SearchProblem problem, Recomputation? recomputation = null)
        : this(problem, SpaceOptions.Of(problem.Stack, recomputation)) { }

    private StrategySpace(SearchProblem problem, SpaceOptions options)
    {
        (this.problem, this.options) = (problem, options);
        (layers, batch) = (problem.Architecture.TotalLayers, problem.Recipe.GlobalBatchSequences);
        ActivationOffloads = options.OffloadsActivations ? [false, true] : [false];
        OptimizerOffloads = options.OffloadsOptimizer ? [false, true] : [false];
    }

    /// <summary>The part of the space with what people use most: groups and micro-batches up to 8, sharding over all ranks, all overlap, no offload, and recomputation of nothing, attention or all.</summary>
    public StrategySpace Usual() => new(problem, options.Usual());

    /// <summary>
    /// Every choice of what changes a layer's profile that some pipeline completes, with pipeline and the rest at 1. Experts are split over the whole tensor group
    /// or not at all.
    /// </summary>
    public ImmutableArray<Strategy> Profiles()
    {
        if (problem.System.Fabric is null && problem.Devices > problem.System.ScaleUp.Domain)
        {
            return [];
        }

        var profiles = ImmutableArray.CreateBuilder<Strategy>();
        foreach (var (tensor, sequence, context) in Splits())
        {
            foreach (var expert in options.Experts(problem.Architecture, Divisors))
            {
                foreach (var expertTensor in problem.Architecture.Experts is null || tensor == 1 ? [1] : (int[])[1, tensor])
                {
                    foreach (var microBatch in options.Sizes(Divisors(batch)))
                    {
                        var profile = new Strategy(
                            tensor,
                            sequence,
                            context,
                            Expert: expert,
                            ExpertTensor: expertTensor,
                            MicroBatch: microBatch
                        );
                        if (Stages(profile).Any(stages => Completes(profile, stages)))
                        {
                            profiles.Add(profile);
                        }
                    }
                }
            }
        }

        return profiles.ToImmutable();
    }

    /// <summary>Completions of <paramref name="profile"/> by a pipeline and as many data-parallel ranks as that leaves.</summary>
    public IEnumerable<Strategy> Pipelines(Strategy profile) =>
        Stages(profile)
            .Where(stages => Completes(profile, stages))
            .Select(stages => profile with { Pipeline = stages, Data = Data(profile, stages) });

    /// <summary>
    /// Completions of <paramref name="pipelined"/> by chunks and a schedule. Of numbers of chunks whose longest is as long, the least is taken: more would leave
    /// some of them a layer short.
    /// </summary>
    public IEnumerable<Strategy> Schedules(Strategy pipelined) =>
        Orders(pipelined.Pipeline, pipelined.MicroBatches(batch))
            .Select(order => pipelined with { VirtualPipeline = order.Chunks, Schedule = order.Schedule });

    /// <summary>What may be recomputed over <paramref name="stages"/> stages: nothing, attention, some layers of a stage, or all.</summary>
    public ImmutableArray<Recomputation> Recomputations(int stages) =>
        recomputations.GetOrAdd(stages, static (stages, space) => space.options.Recomputations((space.layers + stages - 1) / stages), this);

    /// <summary>Completions of <paramref name="scheduled"/> by sharding: no ZeRO, then its stages over all ranks or over groups of them.</summary>
    public IEnumerable<Strategy> Shardings(Strategy scheduled)
    {
        if (options.Unsharded)
        {
            yield return scheduled;
        }

        var ranks = scheduled.Data * scheduled.Context;
        foreach (var stage in options.ZeroStages.Where(stage => stage <= 1 || scheduled.Pipeline == 1))
        {
            yield return scheduled with
            {
                ZeroStage = stage,
            };
            foreach (var group in options.Hybrid ? Divisors(ranks).Where(size => size > 1 && size < ranks) : [])
            {
                yield return scheduled with
                {
                    ZeroStage = stage,
                    ShardGroup = group,
                };
            }
        }
    }

    /// <summary>Whether kept activations are in host memory.</summary>
    public ImmutableArray<bool> ActivationOffloads { get; }

    /// <summary>Whether optimizer states are in host memory.</summary>
    public ImmutableArray<bool> OptimizerOffloads { get; }

    /// <summary>Overlaps of data-parallel traffic that make a difference: of gradients, and of weights where these are gathered once a step.</summary>
    public ImmutableArray<(bool Gradients, bool Weights)> Overlaps(Strategy sharded) =>
        OverlapChoices.Of(
            gradients: options.OpensGradients && sharded.ZeroStage < 3,
            weights: options.OpensWeights && sharded.ZeroStage is 1 or 2
        );

    /// <summary>Strategies with <paramref name="profile"/>.</summary>
    public long Count(Strategy profile)
    {
        var sum = 0L;
        foreach (var stages in Stages(profile))
        {
            if (Completes(profile, stages))
            {
                var data = Data(profile, stages);
                sum += CountSchedules(stages, batch / (data * profile.MicroBatch)) * CountCompletions(stages, data * profile.Context);
            }
        }

        return sum;
    }

    /// <summary>Strategies with the schedule of <paramref name="scheduled"/>.</summary>
    public long CountCompletions(Strategy scheduled) => CountCompletions(scheduled.Pipeline, scheduled.Data * scheduled.Context);

    private long CountCompletions(int stages, int ranks) =>
        completions.GetOrAdd(
            (stages, ranks),
            static (key, space) =>
                (long)space.Recomputations(key.Pipeline).Length
                * space.ActivationOffloads.Length
                * space.OptimizerOffloads.Length
                * space
                    .Shardings(new Strategy(Pipeline: key.Pipeline, Data: key.Ranks))
                    .Sum(sharded => (long)space.Overlaps(sharded).Length),
            this
        );

    private int CountSchedules(int stages, int microBatches) =>
        schedules.GetOrAdd((stages, microBatches), static (key, space) => space.Orders(key.Pipeline, key.MicroBatches).Count(), this);

    private ImmutableArray<int> Stages(Strategy profile) =>
        options.Pipelines ? Divisors(problem.Devices / (profile.Tensor * profile.Context)) : [1];

    private bool Completes(Strategy profile, int stages)
    {
        var rest = problem.Devices / (profile.Tensor * profile.Context);
        var data = rest / stages;
        var ranks = (long)profile.Tensor * profile.Context * data;
        return stages <= layers
            && data * stages == rest
            && batch % ((long)data * profile.MicroBatch) == 0
            && ranks % ((long)profile.Expert * profile.ExpertTensor) == 0;
    }

    private int Data(Strategy profile, int stages) => problem.Devices / (profile.Tensor * profile.Context * stages);

    private IEnumerable<(int Chunks, PipelineSchedule Schedule)> Orders(int stages, int microBatches)
    {
        yield return (1, PipelineSchedule.OneForwardOneBackward);
        if (stages == 1)
        {
            yield break;
        }

        foreach (var chunks in options.Interleaves && microBatches >= stages ? Chunks(stages) : [])
        {
            yield return (chunks, PipelineSchedule.Interleaved);
        }

        if (options.SplitsBackward)
        {
            yield return (1, PipelineSchedule.ZeroBubble);
        }

        if (options.Mirrors && stages % 2 == 0 && microBatches % 2 == 0 && microBatches >= 2 * stages)
        {
            yield return (1, PipelineSchedule.DualPipe);
        }
    }

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

    private IEnumerable<(int Tensor, bool Sequence, int Context)> Splits() =>
        from tensor in options.Tensors ? options.Sizes(Divisors(problem.Devices)).Where(Splits) : [1]
        from context in options.Contexts ? options.Sizes(Divisors(problem.Devices / tensor)) : [1]
        from sequence in options.Sequences && tensor > 1 ? (options.LeavesNorms ? [true, false] : [true]) : (bool[])[false]
        where problem.Recipe.SequenceLength % ((long)context * (sequence ? tensor : 1)) == 0
        select (tensor, sequence, context);

    private bool Splits(int tensor)
    {
        var shape = problem.Architecture;
        var width = shape.FeedForward > 0 ? shape.FeedForward : shape.Experts?.FeedForward ?? 0;
        return shape.Heads % tensor == 0 && (shape.KeyValueHeads % tensor == 0 || tensor % shape.KeyValueHeads == 0) && width % tensor == 0;
    }

    private ImmutableArray<int> Divisors(int number) => divisors.GetOrAdd(number, SpaceOptions.Divisors);
}
