namespace Petaday.Training;

/// <summary>One pipeline stage for one micro-batch, and what it holds.</summary>
/// <param name="Forward">The forward pass over all its chunks.</param>
/// <param name="Backward">The backward pass, without recomputation.</param>
/// <param name="Recompute">What is computed again in it.</param>
/// <param name="KeptBytes">Activations kept per micro-batch, bytes.</param>
/// <param name="WorkingBytes">Activations of one layer that exist only while it runs: what recomputation brings back, bytes.</param>
/// <param name="Parameters">Parameters on one rank, experts left out.</param>
/// <param name="ExpertParameters">Parameters of routed experts on one rank.</param>
/// <param name="LargestLayerParameters">Parameters of the largest layer: what a sharded stack gathers at once.</param>
/// <param name="Layers">Layers.</param>
public readonly record struct StageProfile(
    Work Forward,
    Work Backward,
    Work Recompute,
    double KeptBytes,
    double WorkingBytes,
    double Parameters,
    double ExpertParameters,
    double LargestLayerParameters,
    int Layers
)
{
    /// <summary>
    /// The stage, or the chunk, of <paramref name="model"/> that <paramref name="layout"/> puts at <paramref name="stage"/>, after <paramref name="before"/>
    /// layers of the same device.
    /// </summary>
    public static StageProfile Of(ModelProfile model, StageLayout layout, int stage, Recomputation recomputation, int before = 0)
    {
        var result = default(StageProfile);
        var seen = before;
        for (var kind = 0; kind < LayerKinds.Count; kind++)
        {
            var count = layout.Layers(stage, kind);
            if (count > 0)
            {
                result = result.With(model.Layers[kind]!, count, recomputation.Mode, recomputation.Block(seen, count));
                seen += count;
            }
        }

        return result.WithEdges(model, stage == 0, stage == layout.Stages - 1);
    }

    /// <summary>Every stage of <paramref name="model"/>.</summary>
    public static StageProfile[] All(ModelProfile model, StageLayout layout)
    {
        var recomputation = Recomputation.Of(model.Context.Strategy);
        return [.. Enumerable.Range(0, layout.Stages).Select(stage => Of(model, layout, stage, recomputation))];
    }

    /// <summary>
    /// What a device of DualPipe does and holds: half of the micro-batches on this stage and half on <paramref name="mirror"/>, and the weights of both.
    /// </summary>
    internal StageProfile PairedWith(StageProfile mirror) =>
        new(
            (Forward + mirror.Forward) * 0.5,
            (Backward + mirror.Backward) * 0.5,
            (Recompute + mirror.Recompute) * 0.5,
            (KeptBytes + mirror.KeptBytes) / 2,
            Math.Max(WorkingBytes, mirror.WorkingBytes),
            Parameters + mirror.Parameters,
            ExpertParameters + mirror.ExpertParameters,
            Math.Max(LargestLayerParameters, mirror.LargestLayerParameters),
            Layers + mirror.Layers
        );

    private StageProfile With(LayerProfile layer, int count, RecomputeMode mode, int block)
    {
        var whole = mode switch
        {
            RecomputeMode.Full => count,
            RecomputeMode.Block => block,
            _ => 0,
        };
        var selective = mode == RecomputeMode.Selective;
        var kept = selective ? layer.KeptSelective : layer.KeptBytes;
        var working =
            whole > 0 ? layer.KeptBytes
            : selective ? layer.KeptBytes - layer.KeptSelective
            : 0;
        return new StageProfile(
            Forward + (layer.Forward * count),
            Backward + (layer.Backward * count),
            Recompute + (layer.Recompute * whole) + (selective ? layer.RecomputeCore * count : default),
            KeptBytes + (layer.KeptInput * whole) + (kept * (count - whole)),
            Math.Max(WorkingBytes, working),
            Parameters + (layer.Parameters * count),
            ExpertParameters + (layer.ExpertParameters * count),
            Math.Max(LargestLayerParameters, layer.Parameters + layer.ExpertParameters),
            Layers + count
        );
    }

    private StageProfile WithEdges(ModelProfile model, bool first, bool last)
    {
        var edges = model.Edges;
        var result = this;
        if (first)
        {
            result = result.Plus(edges.Embedding, edges.EmbeddingParameters);
        }

        if (last)
        {
            var shared = first && model.Context.Architecture.TiedEmbeddings;
            result = result.Plus(edges.Head, shared ? 0 : edges.HeadParameters);
        }

        return result;
    }

    private StageProfile Plus(BlockProfile block, double parameters) =>
        this with
        {
            Forward = Forward + block.Forward,
            Backward = Backward + block.Backward,
            KeptBytes = KeptBytes + block.KeptBytes,
            Parameters = Parameters + parameters,
        };
}
