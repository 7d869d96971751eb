using Petaday.Architectures;
using Petaday.Catalog;
using Petaday.Hardware;
using Petaday.Planning;
using Petaday.Training;

namespace Petaday.Benchmarks;

/// <summary>The problems that benchmarks work on, from the shipped catalog.</summary>
internal static class Cases
{
    private static readonly Strategy Usual = new(
        Tensor: 8,
        SequenceParallel: true,
        Pipeline: 8,
        VirtualPipeline: 6,
        Data: 16,
        ZeroStage: 1,
        Schedule: PipelineSchedule.Interleaved
    );

    /// <summary>GPT-3 with 175 billion parameters on 1,024 A100, a batch of 1,536 sequences.</summary>
    public static Case Gpt3() => Read("175B, 1,024 A100", "gpt3-175b", "dgx-a100-80gb", 1024, new Recipe(2048, 1536));

    /// <summary>The cases of issue 4's table.</summary>
    public static IEnumerable<Case> All() =>
        [
            Gpt3(),
            Read("175B, 4,096 A100", "gpt3-175b", "dgx-a100-80gb", 4096, new Recipe(2048, 6144)),
            Read("Llama 3.1 405B, 16,384 H100", "llama-3.1-405b", "dgx-h100", 16384, new Recipe(8192, 2048)),
            Read("DeepSeek-V3, 2,048 H800", "deepseek-v3", "h800-8", 2048, new Recipe(4096, 15360, Precision: Precision.Fp8Block)),
            Read("Llama 3.1 70B, 512 H100", "llama-3.1-70b", "dgx-h100", 512, new Recipe(8192, 1024)),
        ];

    private static Case Read(string name, string model, string system, int devices, Recipe recipe)
    {
        var library = Library.OpenShipped();
        List<Diagnostic> diagnostics = [];
        var parameters = ParameterFile.Read(library, diagnostics);
        var problem = new SearchProblem(
            ArchitectureReader.FromEntry(library.Find(EntryKind.Models, model, diagnostics)!, diagnostics)!,
            new HardwareReader(library, parameters).System(system, diagnostics)!,
            new StackReader(library, parameters).Stack("megatron-core", diagnostics)!,
            recipe,
            devices
        );
        return new Case(name, problem, Usual);
    }
}
