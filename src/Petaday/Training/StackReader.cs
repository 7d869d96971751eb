using System.Collections.Concurrent;
using Petaday.Catalog;
using Petaday.Hardware;
using Petaday.Quantities;

namespace Petaday.Training;

/// <summary>Makes stacks of catalog entries and calibrated parameters.</summary>
/// <param name="library">The catalog.</param>
/// <param name="parameters">Free parameters.</param>
public sealed class StackReader(Library library, ParameterSet parameters)
{
    /// <summary>PyTorch's DistributedDataParallel unless told otherwise: bucket_cap_mb = 25.</summary>
    private const double PytorchBucketBytes = 25 * 1024 * 1024;

    // Advice looks at every stack of the catalog, for every answer.
    private readonly ConcurrentDictionary<Entry, Stack> read = new(ReferenceEqualityComparer.Instance);

    /// <summary>The stack of this id; null with diagnostics when it is not there.</summary>
    public Stack? Stack(string id, ICollection<Diagnostic> diagnostics) =>
        library.Find(EntryKind.Stacks, id, diagnostics) is { } entry ? Stack(entry) : null;

    /// <summary>The stack of an entry. What an entry does not say is off.</summary>
    public Stack Stack(Entry entry) => read.GetOrAdd(entry, Read);

    private Stack Read(Entry entry)
    {
        bool Flag(string path) => entry.Flag(path) ?? false;
        var bare = new Stack(
            entry.Id,
            entry.Name,
            FlashAttention: !string.Equals(entry.Text("attention"), "unfused", StringComparison.Ordinal),
            FusedNorms: Flag("fused.norms"),
            FusedActivation: Flag("fused.activation"),
            FusedRotary: Flag("fused.rotary"),
            FusedCrossEntropy: Flag("fused.crossEntropy"),
            Compiled: Flag("compiled"),
            Graphs: Flag("graphs"),
            FloatGradients: !string.Equals(entry.Text("gradientPrecision"), "bf16", StringComparison.Ordinal),
            MasterWeights: entry.Flag("masterWeights") ?? true,
            OverlapDataParallel: Flag("overlap.dataParallel"),
            OverlapParameterGather: Flag("overlap.parameterGather"),
            OverlapTensorParallel: Flag("overlap.tensorParallel"),
            OverlapPipeline: Flag("overlap.pipeline"),
            OverlapExpert: Flag("overlap.expert"),
            Parameters(entry.Id)
        )
        {
            Strategies = [.. entry.Words("strategies")],
            DeviceKinds = [.. entry.Words("devices")],
            DefaultZeroStage = entry.Integer("defaultZeroStage") ?? 0,
            SequenceParallelByDefault = Flag("sequenceParallel"),
            GradientBucketBytes = entry.Value("gradientBucket", Dimension.Bytes) ?? PytorchBucketBytes,
            GradientBucketBytesPerRank = entry.Value("gradientBucketPerRank", Dimension.Bytes) ?? 0,
            UsesFlashAttention2 = string.Equals(entry.Text("attention"), "flash2", StringComparison.Ordinal),
            HalfGradientsInFp16 = Flag("halfGradientsInFp16"),
            LogitBytes = entry.Number("logitBytes") ?? (Flag("fused.crossEntropy") ? 6 : 14),
            ParallelLogitBytes = entry.Number("parallelLogitBytes") ?? entry.Number("logitBytes") ?? (Flag("fused.crossEntropy") ? 6 : 14),
            GradientCopyBytes = entry.Number("gradientCopyBytes") ?? 4,
            KeepsStageOutputs = Flag("keepsStageOutputs"),
            BalancesStages = Flag("balancesStages"),
            RecomputesProducts = Flag("recomputesProducts"),
            KeepsHalfGradients = Flag("keepsHalfGradients"),
            KeepsGatheredInputs = Flag("keepsGatheredInputs"),
            DeduplicatesDispatch = Flag("deduplicatesDispatch"),
        };
        return bare with { Parameters = Parameters(entry.Id, bare.Launching) };
    }

    /// <summary>The free parameters of a stack: its own, else those of stacks that launch alike, else those of any.</summary>
    public StackParameters Parameters(params string[] ids)
    {
        double Get(string name) => parameters.Get("stack", name, ids);
        return new StackParameters(
            Get("hostLaunchSeconds"),
            Get("efficiency"),
            Get("exposedDataParallel"),
            Get("exposedTensorParallel"),
            Get("tensorHopSeconds"),
            Get("pipelineHopSeconds"),
            Get("stepSeconds"),
            Get("contention"),
            Get("straggling"),
            Get("memoryOverhead"),
            Get("memoryBase")
        )
        {
            CommunicatorBytes = Get("communicatorBytes"),
        };
    }
}
