using System.Collections.Immutable;
using Petaday.Architectures;
using Petaday.Training;

namespace Petaday.Planning;

/// <summary>What a stack can do, and what of it is searched.</summary>
internal sealed record SpaceOptions
{
    private const int LargestUsual = 8;
    private static readonly string[] StageNames = ["", "zero1", "zero2", "zero3"];

    private Recomputation? Fixed { get; init; }
    private bool IsUsual { get; init; }
    private bool HasExperts { get; init; }

    /// <summary>Whether tensor parallelism.</summary>
    public bool Tensors { get; private init; }

    /// <summary>Whether sequence parallelism.</summary>
    public bool Sequences { get; private init; }

    /// <summary>Whether context parallelism.</summary>
    public bool Contexts { get; private init; }

    /// <summary>Whether pipelines.</summary>
    public bool Pipelines { get; private init; }

    /// <summary>Whether interleaved schedules.</summary>
    public bool Interleaves { get; private init; }

    /// <summary>Whether zero-bubble schedules.</summary>
    public bool SplitsBackward { get; private init; }

    /// <summary>Whether DualPipe.</summary>
    public bool Mirrors { get; private init; }

    /// <summary>Whether states may be on every rank.</summary>
    public bool Unsharded => !IsUsual || ZeroStages.IsEmpty;

    /// <summary>Stages of ZeRO, from 1.</summary>
    public ImmutableArray<int> ZeroStages { get; private init; }

    /// <summary>Whether states may be spread over a part of the ranks.</summary>
    public bool Hybrid { get; private init; }

    /// <summary>Whether activations may be in host memory.</summary>
    public bool OffloadsActivations { get; private init; }

    /// <summary>Whether optimizer states may be.</summary>
    public bool OffloadsOptimizer { get; private init; }

    /// <summary>Whether gradients may be reduced without overlap, where the stack has it.</summary>
    public bool OpensGradients { get; private init; }

    /// <summary>The same for gathering weights.</summary>
    public bool OpensWeights { get; private init; }

    /// <summary>All that <paramref name="stack"/> can do.</summary>
    public static SpaceOptions Of(Stack stack, Recomputation? recomputation) =>
        new()
        {
            Fixed = recomputation,
            HasExperts = stack.Has("expert"),
            Tensors = stack.Has("tensor"),
            Sequences = stack.Has("sequence"),
            Contexts = stack.Has("context"),
            Pipelines = stack.Has("pipeline"),
            Interleaves = stack.Has("interleaved"),
            SplitsBackward = stack.Has("zeroBubble"),
            Mirrors = stack.Has("dualpipe"),
            ZeroStages = [.. Enumerable.Range(1, 3).Where(stage => stack.Has(StageNames[stage]))],
            Hybrid = stack.Has("hybrid"),
            OffloadsActivations = stack.Has("offload"),
            OffloadsOptimizer = stack.Has("offload") || stack.Has("offloadOptimizer"),
            OpensGradients = stack.OverlapDataParallel,
            OpensWeights = stack.OverlapParameterGather,
        };

    /// <summary>What people use most of it.</summary>
    public SpaceOptions Usual() =>
        this with
        {
            IsUsual = true,
            Hybrid = false,
            OffloadsActivations = false,
            OffloadsOptimizer = false,
            OpensGradients = false,
            OpensWeights = false,
        };

    /// <summary>Tensor and context groups and micro-batches that are looked at: the usual are small.</summary>
    public IEnumerable<int> Sizes(IEnumerable<int> divisors) => IsUsual ? divisors.TakeWhile(size => size <= LargestUsual) : divisors;

    /// <summary>Tensor groups inside an expert: usually none.</summary>
    public IEnumerable<int> ExpertTensors(IEnumerable<int> divisors) => IsUsual ? [1] : divisors;

    /// <summary>Whether norms may stay whole where they could be split over the tensor group.</summary>
    public bool LeavesNorms => !IsUsual;

    /// <summary>Expert-parallel groups.</summary>
    public ImmutableArray<int> Experts(Architecture shape, Func<int, ImmutableArray<int>> divisors) =>
        shape.Experts is { } experts && HasExperts ? divisors(experts.Count) : [1];

    /// <summary>What may be recomputed of a stage of <paramref name="layers"/> layers.</summary>
    public ImmutableArray<Recomputation> Recomputations(int layers) =>
        Fixed is { } one
            ? [one]
            :
            [
                new(RecomputeMode.None),
                new(RecomputeMode.Selective),
                .. Enumerable.Range(1, IsUsual ? 0 : layers - 1).Select(some => new Recomputation(RecomputeMode.Block, some)),
                new(RecomputeMode.Full),
            ];

    /// <summary>All divisors, the least first.</summary>
    public static ImmutableArray<int> Divisors(int number)
    {
        List<int> small = [];
        List<int> large = [];
        for (var divisor = 1; (long)divisor * divisor <= number; divisor++)
        {
            if (number % divisor == 0)
            {
                small.Add(divisor);
                large.Add(number / divisor);
            }
        }

        large.Reverse();
        return [.. small.Concat(large).Distinct()];
    }
}
