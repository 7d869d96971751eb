using System.Globalization;
using System.Text;

namespace Petaday.Architectures;

/// <summary>Writes a decoder as the YAML that <see cref="ArchitectureReader"/> reads; keys at their default are left out.</summary>
public static class ShapeWriter
{
    /// <summary>The shape's keys, a line each, indented by <paramref name="indent"/> spaces.</summary>
    public static string Write(Architecture shape, int indent)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var text = new StringBuilder();
        string margin = new(' ', indent);
        foreach (var (key, value) in Keys(shape).Where(pair => pair.Value is not null))
        {
            text.Append(CultureInfo.InvariantCulture, $"{margin}{key}: {value}\n");
        }

        return text.ToString();
    }

    private static IEnumerable<(string Key, string? Value)> Keys(Architecture shape) =>
        [
            ("layers", Number(shape.Layers)),
            ("hidden", Number(shape.Hidden)),
            ("heads", Number(shape.Heads)),
            ("kvHeads", Number(shape.KeyValueHeads)),
            ("headDimension", Number(shape.HeadDimension)),
            ("latent", shape.Latent is { } latent ? Latent(latent) : null),
            ("feedForward", Number(shape.FeedForward)),
            ("gated", shape.Gated ? "true" : null),
            ("activation", shape.Activation),
            ("experts", shape.Experts is { } experts ? Experts(experts) : null),
            ("vocabulary", Number(shape.Vocabulary)),
            ("tiedEmbeddings", shape.TiedEmbeddings ? "true" : null),
            ("maxPositions", Number(shape.MaxPositions)),
            ("normsPerLayer", Number(shape.NormsPerLayer)),
            ("queryKeyNorm", shape.QueryKeyNorm == QueryKeyNorm.None ? null : shape.QueryKeyNorm.ToString().ToLowerInvariant()),
            ("queryKeyValueBias", shape.QueryKeyValueBias ? "true" : null),
            ("attentionOutputBias", shape.AttentionOutputBias ? "true" : null),
            ("feedForwardBias", shape.FeedForwardBias ? "true" : null),
        ];

    private static string Latent(LatentAttention latent) =>
        "{ "
        + (latent.QueryRank is { } rank ? $"queryRank: {Number(rank)}, " : "")
        + $"keyValueRank: {Number(latent.KeyValueRank)}, ropeDimension: {Number(latent.RopeDimension)}, "
        + $"noRopeDimension: {Number(latent.NoRopeDimension)}, valueDimension: {Number(latent.ValueDimension)} }}";

    private static string Experts(Experts experts) =>
        $"{{ count: {Number(experts.Count)}, active: {Number(experts.Active)}, feedForward: {Number(experts.FeedForward)}, "
        + $"shared: {Number(experts.Shared)}, sharedFeedForward: {Number(experts.SharedFeedForward)}, firstDense: {Number(experts.FirstDense)}, "
        + $"every: {Number(experts.Every)}, routerBias: {Flag(experts.RouterBias)}, sharedGate: {Flag(experts.SharedGate)} }}";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Flag(bool value) => value ? "true" : "false";
}
