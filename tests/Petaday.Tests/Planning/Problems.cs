using Petaday.Hardware;
using Petaday.Planning;
using Petaday.Tests.Training;
using Petaday.Training;

namespace Petaday.Tests.Planning;

/// <summary>Small search problems from a seed, and every strategy of a space one by one.</summary>
internal static class Problems
{
    private static readonly string[] All =
    [
        "tensor",
        "sequence",
        "context",
        "pipeline",
        "interleaved",
        "zeroBubble",
        "dualpipe",
        "expert",
        "zero1",
        "zero2",
        "zero3",
        "hybrid",
        "offload",
        "offloadOptimizer",
    ];

    /// <summary>One problem: a few layers on a few devices, with what memory makes about half of its strategies fit.</summary>
    public static SearchProblem Small(Random random)
    {
        T Of<T>(params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];
        var devices = Of(2, 4, 6, 8, 12, 16);
        var layers = Of(3, 4, 5, 6, 8, 9);
        var hidden = Of(1024, 2048, 4096);
        var shape = Of(false, false, true)
            ? Models.Mixture(layers, hidden, hidden / 128, Of(4, 8), 2, hidden / 2)
            : Models.Llama(layers, hidden, hidden / 128, hidden / Of(128, 256), 3 * hidden, Of(8000, 64000));
        var stack = Machines.FusedStack with
        {
            Strategies = [.. All.Where(_ => random.Next(3) > 0)],
            OverlapDataParallel = Of(true, true, false),
            OverlapParameterGather = Of(true, false),
            OverlapPipeline = Of(true, false),
            OverlapTensorParallel = Of(true, false),
            GradientBucketBytes = Of(1e6, 25e6, 1e9),
            Parameters = Machines.Software with { Contention = Of(0, 0.1, 0.9), MemoryBase = 1e8 },
        };
        var device = Machines.Device with { MemoryBytes = shape.Layers * (double)hidden * hidden * 12 * Math.Exp(random.NextDouble() * 5) };
        var system = Machines.A100 with
        {
            Accelerator = device,
            ScaleUp = Machines.A100.ScaleUp with { Domain = Of(2, 4, 8) },
            DevicesPerNode = 8,
        };
        var recipe = new Recipe(
            Of(1024, 2048),
            Of(4, 6, 8, 16, 24),
            Precision: Of(Precision.Bf16, Precision.Fp16),
            Task: Of(TrainingTask.Pretrain, TrainingTask.Pretrain, TrainingTask.Lora)
        );
        return new SearchProblem(shape, system, stack, recipe, devices);
    }

    /// <summary>Every strategy of a space, in its order.</summary>
    public static IEnumerable<Strategy> Strategies(SearchProblem problem)
    {
        var space = new StrategySpace(problem);
        return from profile in space.Profiles()
            from pipelined in space.Pipelines(profile)
            from scheduled in space.Schedules(pipelined)
            from recomputation in space.Recomputations(scheduled.Pipeline)
            from activations in space.ActivationOffloads
            from sharded in space.Shardings(scheduled)
            from optimizer in space.OptimizerOffloads
            from overlap in space.Overlaps(sharded)
            select sharded with
            {
                Recompute = recomputation.Mode,
                RecomputeLayers = recomputation.Layers,
                OffloadActivations = activations,
                OffloadOptimizer = optimizer,
                OverlapGradients = overlap.Gradients,
                OverlapWeights = overlap.Weights,
            };
    }
}
