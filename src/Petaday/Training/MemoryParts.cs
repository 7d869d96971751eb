namespace Petaday.Training;

/// <summary>Bytes that one device needs at its peak, by part; see <see cref="MemoryModel"/>.</summary>
internal readonly record struct MemoryParts(
    double Weights,
    double Gradients,
    double OptimizerStates,
    double Activations,
    double Recomputation,
    double Logits,
    double GatheredWeights,
    double Fragmentation,
    double Software
)
{
    /// <summary>The sum, in the order in which parts are listed.</summary>
    public double Bytes =>
        Weights + Gradients + OptimizerStates + Activations + Recomputation + Logits + GatheredWeights + Fragmentation + Software;

    /// <summary>The parts by name, on a device of so many bytes.</summary>
    public StepMemory Named(double capacityBytes) =>
        new(
            Bytes,
            capacityBytes,
            [
                new("weights", Weights),
                new("gradients", Gradients),
                new("optimizerStates", OptimizerStates),
                new("activations", Activations),
                new("recomputation", Recomputation),
                new("logits", Logits),
                new("gatheredWeights", GatheredWeights),
                new("fragmentation", Fragmentation),
                new("software", Software),
            ]
        );
}
