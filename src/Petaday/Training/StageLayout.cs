using System.Collections.Immutable;
using Petaday.Architectures;

namespace Petaday.Training;

/// <summary>
/// Which layers each pipeline stage holds. Layers are cut in stages x chunks runs of equal length; where they do not divide, the last
/// chunk and then the first get fewer, since they hold head and embedding too (Megatron's uneven stages; Llama 3, section 3.3.2).
/// </summary>
public sealed class StageLayout
{
    private readonly int[] counts;

    private StageLayout(int stages, int[] counts, StageLayout? chunks)
    {
        Stages = stages;
        this.counts = counts;
        Chunks = chunks ?? this;
        Runs = FindRuns();
    }

    /// <summary>Number of stages.</summary>
    public int Stages { get; }

    /// <summary>The same layers laid out by chunk, in the order of the model: chunk c runs on stage c mod <see cref="Stages"/>.</summary>
    public StageLayout Chunks { get; }

    /// <summary>Stages next to each other that hold the same, chunk by chunk, in order: what is worked out for one of a run holds for all.</summary>
    public ImmutableArray<StageRun> Runs { get; }

    /// <summary>Layers of <paramref name="kind"/> on <paramref name="stage"/>.</summary>
    public int Layers(int stage, int kind) => counts[(stage * LayerKinds.Count) + kind];

    /// <summary>Layers on <paramref name="stage"/>.</summary>
    public int Layers(int stage)
    {
        var sum = 0;
        for (var kind = 0; kind < LayerKinds.Count; kind++)
        {
            sum += Layers(stage, kind);
        }

        return sum;
    }

    /// <summary>Whether two stages hold the same: layers of each kind, and neither embedding nor head.</summary>
    public bool Same(int one, int other)
    {
        var last = Stages - 1;
        return one > 0
            && other > 0
            && one < last
            && other < last
            && counts
                .AsSpan(one * LayerKinds.Count, LayerKinds.Count)
                .SequenceEqual(counts.AsSpan(other * LayerKinds.Count, LayerKinds.Count));
    }

    /// <summary>Lays the layers of <paramref name="architecture"/> out as <paramref name="stack"/> does; an encoder-decoder's encoder comes first.</summary>
    public static StageLayout Of(Architecture architecture, Stack stack, int stages, int chunks) =>
        stack.BalancesStages && chunks == 1
            ? Of(architecture, stages, 1, BalancedLengths(architecture.TotalLayers, stages, HeadLayers(architecture)))
            : Of(architecture, stages, chunks);

    /// <summary>Lays the layers of <paramref name="architecture"/> out in runs of equal length; an encoder-decoder's encoder comes first.</summary>
    public static StageLayout Of(Architecture architecture, int stages, int chunks) =>
        Of(architecture, stages, chunks, ChunkLengths(architecture.TotalLayers, stages * chunks));

    private static StageLayout Of(Architecture architecture, int stages, int chunks, int[] lengths)
    {
        var perStage = new int[stages * LayerKinds.Count];
        var layer = 0;
        for (var chunk = 0; chunk < lengths.Length; chunk++)
        {
            for (var i = 0; i < lengths[chunk]; i++, layer++)
            {
                var kind = LayerKinds.Of(architecture, layer - architecture.EncoderLayers);
                perStage[(chunk % stages * LayerKinds.Count) + kind]++;
            }
        }

        return new StageLayout(stages, perStage, chunks > 1 ? Of(architecture, stages * chunks, 1) : null);
    }

    /// <summary>
    /// Lengths of stages cut by cost, in order: a stage takes layers until it passes its share of the cost of all layers and the head, so that the first
    /// are the longest and the last, which has the head, the shortest (nanotron's <c>build_model</c>). They add up to <paramref name="layers"/>.
    /// </summary>
    /// <param name="layers">Layers.</param>
    /// <param name="stages">Stages.</param>
    /// <param name="headLayers">Cost of the head, in layers.</param>
    public static int[] BalancedLengths(int layers, int stages, double headLayers)
    {
        var lengths = new int[stages];
        var share = (layers + headLayers) / stages;
        var stage = 0;
        for (var layer = 1; layer <= layers; layer++)
        {
            lengths[stage]++;
            stage = Math.Min(stages - 1, layer > share * (stage + 1) ? stage + 1 : stage);
        }

        return lengths;
    }

    /// <summary>Cost of the head in layers: V h over 4 h^2 of attention and its feed-forward, as nanotron's models count it.</summary>
    private static double HeadLayers(Architecture architecture)
    {
        var attention = 4.0 * architecture.AttentionWidth * architecture.Hidden;
        var feedForward = (architecture.Gated ? 3.0 : 2.0) * architecture.FeedForward * architecture.Hidden;
        return (double)architecture.Vocabulary * architecture.Hidden / (attention + feedForward);
    }

    /// <summary>Lengths of the chunks, in order; they add up to <paramref name="layers"/>.</summary>
    public static int[] ChunkLengths(int layers, int chunks)
    {
        var longest = (layers + chunks - 1) / chunks;
        var lengths = new int[chunks];
        Array.Fill(lengths, longest);
        var excess = (longest * chunks) - layers;
        for (var i = 0; i < excess; i++)
        {
            // Last, first, last but one, second ...: the edges carry the embedding and the head.
            var index = i % 2 == 0 ? chunks - 1 - (i / 2) : i / 2;
            lengths[index]--;
        }

        return lengths;
    }

    private ImmutableArray<StageRun> FindRuns()
    {
        var runs = ImmutableArray.CreateBuilder<StageRun>();
        for (var first = 0; first < Stages; )
        {
            var last = first;
            while (last + 1 < Stages && SameThroughout(first, last + 1))
            {
                last++;
            }

            runs.Add(new StageRun(first, last));
            first = last + 1;
        }

        return runs.ToImmutable();
    }

    private bool SameThroughout(int one, int other)
    {
        var same = Same(one, other);
        for (var part = 0; same && part < Chunks.Stages; part += Stages)
        {
            same = Chunks.Same(part + one, part + other);
        }

        return same;
    }
}
