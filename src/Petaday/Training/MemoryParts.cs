namespace Petaday.Training;

/// <summary>Bytes that one device needs at its peak, by part; see <see cref="MemoryModel"/>.</summary>
internal readonly record struct MemoryParts(
    double Weights,
    double Gradients,
    double OptimizerStates,
    double GradientCopy,
    double Activations,
    double Recomputation,
    double GatheredSequence,
    double Logits,
    double GatheredWeights,
    double Fragmentation,
    double Communicators,
    double Software
)
{
    /// <summary>The sum, in the order in which parts are listed.</summary>
    public double Bytes =>
        Weights
        + Gradients
        + OptimizerStates
        + GradientCopy
        + Activations
        + Recomputation
        + GatheredSequence
        + Logits
        + GatheredWeights
        + Fragmentation
        + Communicators
        + Software;

    /// <summary>The parts by name, on a device of so many bytes.</summary>
    public StepMemory Named(double capacityBytes) =>
        new(
            Bytes,
            capacityBytes,
            [
                new("weights", Weights),
                new("gradients", Gradients),
                new("optimizerStates", OptimizerStates),
                new("gradientCopy", GradientCopy),
                new("activations", Activations),
                new("recomputation", Recomputation),
                new("gatheredSequence", GatheredSequence),
                new("logits", Logits),
                new("gatheredWeights", GatheredWeights),
                new("fragmentation", Fragmentation),
                new("communicators", Communicators),
                new("software", Software),
            ]
        );
}
