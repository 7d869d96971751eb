using Petaday.Hardware;

namespace Petaday.Serving;

/// <summary>
/// Speed of one replica under continuous batching: every step gives each sequence in flight its next token and, in the same breath, reads as many prompts as
/// leave the batch the same size (Yu et al. 2022, Orca; Agrawal et al. 2024, Sarathi, for prompts in chunks).
/// </summary>
public sealed class ReplicaModel
{
    private readonly ServedModel model;
    private readonly ServingLayout layout;
    private readonly RequestMix mix;
    private readonly ServingLimits limits;
    private readonly LayerModel layers;
    private readonly double chunkSeconds;
    private readonly double chunkTokens;

    /// <summary>Makes it for one layout.</summary>
    public ReplicaModel(
        ServedModel model,
        SystemSpec system,
        ServingFormat format,
        ServingLayout layout,
        RequestMix mix,
        ServingLimits limits
    )
    {
        (this.model, this.layout, this.mix, this.limits) = (model, layout, mix, limits);
        layers = new LayerModel(model, system, format, layout);
        Memory = ReplicaMemory.Of(model, system, format, layout, mix, limits);
        chunkTokens = limits.ChunkTokens;
        chunkSeconds = Stage(PassTokens.Prefill(chunkTokens, Math.Min(mix.NewTokens, chunkTokens), CachedBefore(mix)), 0).Total;
    }

    /// <summary>What a device holds.</summary>
    public ReplicaMemory Memory { get; }

    /// <summary>The most sequences in flight that the cache of the whole replica holds; 0 where not one fits.</summary>
    public double MostSequences => Math.Floor(Memory.Sequences) * layout.Data;

    /// <summary>Seconds of replica time that a token of a prompt takes, with chunks full.</summary>
    public double PromptTokenSeconds => chunkSeconds / (chunkTokens * layout.Data);

    /// <summary>The replica with <paramref name="batch"/> sequences in flight, which must be no fewer than its copies of attention and stages.</summary>
    public OperatingPoint At(double batch)
    {
        double rows = batch / (layout.Data * layout.Pipeline);
        var step = Stage(PassTokens.Decode(rows, mix.MeanContext), rows) * layout.Pipeline;
        double prompts = batch / mix.OutputTokens * mix.NewTokens * PromptTokenSeconds;
        double interval = step.Total + prompts;
        double share = limits.SoftwareShare;
        double first = FirstToken(step.Total, interval) / share;
        return new OperatingPoint(layout, batch, step, PromptTokenSeconds, interval / share, first, Memory) { SoftwareShare = share };
    }

    /// <summary>Prompts past one chunk meet, on average, half of what they have read already as well as what was cached.</summary>
    private double CachedBefore(RequestMix of) => (of.PromptTokens - of.NewTokens) + Math.Max(0, (of.NewTokens - limits.ChunkTokens) / 2);

    /// <summary>
    /// From a request's coming to its first token: its own prompt at the pace that is left beside decoding, the first step, and the wait behind prompts that came before it,
    /// by the Pollaczek-Khinchine formula for equal prompts that come at random: u / (2 (1 − u)) of a prompt's time, u being the load at the peak.
    /// </summary>
    private double FirstToken(double step, double interval)
    {
        double rows = Math.Max(1, Math.Min(mix.NewTokens, chunkTokens));
        double own =
            Stage(PassTokens.Prefill(rows, rows, CachedBefore(mix)), 1).Total * layout.Pipeline * Math.Max(1, mix.NewTokens / chunkTokens);
        double slowed = own * interval / Math.Max(interval - step, interval * LeastShareOfPrompts);
        double load = limits.PeakUse;
        return slowed + step + (load < 1 ? slowed * load / (2 * (1 - load)) : double.PositiveInfinity);
    }

    // Software that reads prompts in chunks beside decoding gives them at least this part of a step.
    private const double LeastShareOfPrompts = 0.5;

    /// <summary>One stage's part of a pass; <paramref name="answered"/> of its tokens go through the output projection.</summary>
    private PassTime Stage(PassTokens pass, double answered)
    {
        var sum = default(PassTime);
        foreach (var layer in model.Layers)
        {
            sum += layers.Of(layer, pass) * layer.Count;
        }

        double share = ReplicaMemory.StageShare(model, layout);
        var head = answered > 0 ? layers.Head(answered) * (1.0 / layout.Pipeline) : default;
        return (sum * share) + head + new PassTime(0, 0, 0, layers.Send(pass.Rows));
    }
}
