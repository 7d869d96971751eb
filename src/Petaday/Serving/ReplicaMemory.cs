using Petaday.Architectures;
using Petaday.Hardware;

namespace Petaday.Serving;

/// <summary>What a replica holds on each of its devices, bytes.</summary>
/// <param name="WeightBytes">Weights.</param>
/// <param name="SequenceBytes">Cached keys and values of one sequence halfway through its answer, on the devices that it is cached on.</param>
/// <param name="UsableBytes">Memory that weights and cache may take.</param>
/// <param name="Sequences">Sequences that one device's cache can hold; below 1 where not one fits.</param>
public readonly record struct ReplicaMemory(double WeightBytes, double SequenceBytes, double UsableBytes, double Sequences)
{
    /// <summary>Works it out. The cache is paged: the last page of a sequence is half full on average (Kwon et al. 2023).</summary>
    public static ReplicaMemory Of(
        ServedModel model,
        SystemSpec system,
        ServingFormat format,
        ServingLayout layout,
        RequestMix mix,
        ServingLimits limits
    )
    {
        double weights = Weights(model, format, layout);
        double stages = StageShare(model, layout);
        double page = limits.PageTokens / 2;
        double tokens = model.Layers.Sum(layer => layer.Count * (layer.Keys(mix.MeanContext) + page));
        double sequence = tokens * stages * AttentionModel.CachedElements(model.Architecture, layout.Tensor) * format.CacheBytes;
        double usable = system.Accelerator.MemoryBytes * limits.MemoryShare;
        return new ReplicaMemory(weights, sequence, usable, Math.Max(0, usable - weights) / sequence);
    }

    /// <summary>The fullest stage's share of the layers.</summary>
    internal static double StageShare(ServedModel model, ServingLayout layout) =>
        Math.Ceiling((double)model.Architecture.Layers / layout.Pipeline) / model.Architecture.Layers;

    private static double Weights(ServedModel model, ServingFormat format, ServingLayout layout)
    {
        var parts = model.Parameters;
        double wide =
            parts[ParameterPart.TokenEmbedding]
            + parts[ParameterPart.PositionEmbedding]
            + parts[ParameterPart.EmbeddingProjection]
            + parts[ParameterPart.Head];
        double router = parts[ParameterPart.Router] + parts[ParameterPart.Norms];
        double routed = parts[ParameterPart.RoutedExperts];
        double dense = parts.Total - wide - router - routed;
        double stage = StageShare(model, layout);
        return (2 * wide / layout.Tensor)
            + (stage * ((2 * router) + (format.WeightBytes * ((dense / layout.Tensor) + (routed / layout.Expert)))));
    }
}
