using BenchmarkDotNet.Attributes;
using Petaday.Hardware;
using Petaday.Training;

namespace Petaday.Benchmarks;

/// <summary>The parts of an estimate, from one kernel to a step.</summary>
[MemoryDiagnoser]
public class StepBenchmarks
{
    private readonly Case gpt3 = Cases.Gpt3();
    private readonly ModelProfile profile;
    private readonly StageLayout layout;

    /// <summary>Prepares what the parts take as given.</summary>
    public StepBenchmarks()
    {
        profile = ModelProfile.Of(gpt3.Rank);
        layout = StageLayout.Of(gpt3.Problem.Architecture, gpt3.Strategy.Pipeline, gpt3.Strategy.VirtualPipeline);
    }

    /// <summary>One matrix product.</summary>
    [Benchmark]
    public double MatrixProduct() => MatmulKernel.Seconds(gpt3.Problem.System.Accelerator, 2048, 6144, 12288, 1, Precision.Bf16);

    /// <summary>The profile of a layer and the edges: the costly half of an estimate, once for each split of a layer.</summary>
    [Benchmark]
    public ModelProfile LayerProfile() => ModelProfile.Of(profile.Context);

    /// <summary>Time and memory of one strategy from a profile, by the step model.</summary>
    [Benchmark]
    public StepOutline Composition() => StepModel.Outline(profile, layout);

    /// <summary>A whole estimate of a step, breakdown included.</summary>
    [Benchmark]
    public StepEstimate Estimate()
    {
        var problem = gpt3.Problem;
        return StepModel.Estimate(problem.Architecture, problem.System, problem.Stack, problem.Recipe, gpt3.Strategy);
    }
}
