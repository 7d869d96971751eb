using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;

namespace Petaday.Serving;

/// <summary>What one replica does, as lines.</summary>
/// <param name="Requests">Requests that it can answer, request/s.</param>
/// <param name="PromptShare">Share of its time that prompts take, 0 to 1.</param>
/// <param name="Devices">Devices of a replica.</param>
public sealed record ServiceRate(Line Requests, Line PromptShare, int Devices)
{
    private static Dimension Rate => Dimension.Requests / Dimension.Seconds;

    /// <summary>As the model of a replica works it out.</summary>
    public static ServiceRate Modelled(OperatingPoint point, ServingDemand demand, Line software)
    {
        ArgumentNullException.ThrowIfNull(point);
        ArgumentNullException.ThrowIfNull(demand);
        ArgumentNullException.ThrowIfNull(software);
        var batch = new Line("batch", "Sequences in flight", point.Batch, Dimension.None);
        Line step = Step(point);
        Line prompts = Line.Computed(
            "promptSeconds",
            "Prompts read beside a token of each sequence",
            Dimension.Seconds,
            "sequences / tokens of an answer × tokens of a prompt × (1 − cached share) × replica time of a prompt's token",
            static parts => parts[0] / parts[1] * parts[2] * (1 - parts[3]) * parts[4],
            batch,
            demand.OutputTokens,
            demand.PromptTokens,
            demand.CachedShare,
            new Line("promptTokenSeconds", "Replica time of a prompt's token", point.PromptTokenSeconds, Dimension.Seconds)
        );
        Line modelled = Line.Sum("modelledSeconds", "Between two tokens of a user, as modelled", Dimension.Seconds, step, prompts);
        Line interval = Line.Computed(
            "tokenSeconds",
            "Between two tokens of a user",
            Dimension.Seconds,
            "as modelled / share of the modelled speed that software reaches",
            static parts => parts[0] / parts[1],
            modelled,
            software
        );
        Line requests = Line.Computed(
            "replicaRequests",
            "Requests that a replica answers",
            Rate,
            "sequences / (tokens of an answer × time between tokens)",
            static parts => parts[0] / (parts[1] * parts[2]),
            batch,
            demand.OutputTokens,
            interval
        );
        Line share = Line.Computed(
            "promptShare",
            "Share of a replica's time that prompts take",
            Dimension.None,
            "prompts / between two tokens, as modelled",
            static parts => parts[0] / parts[1],
            prompts,
            Reference.To(modelled, "throughput")
        );
        return new ServiceRate(requests, share, point.Layout.Devices);
    }

    /// <summary>A device time of an output token that somebody states: one device serves one request at a time.</summary>
    /// <param name="tokenSeconds">Device time of an output token, s.</param>
    /// <param name="demand">The demand.</param>
    public static ServiceRate Stated(Line tokenSeconds, ServingDemand demand)
    {
        ArgumentNullException.ThrowIfNull(tokenSeconds);
        ArgumentNullException.ThrowIfNull(demand);
        Line requests = Line.Computed(
            "replicaRequests",
            "Requests that a device answers",
            Rate,
            "1 / (tokens of an answer × device time of a token)",
            static parts => 1 / (parts[0] * parts[1]),
            demand.OutputTokens,
            tokenSeconds
        );
        var none = new Line("promptShare", "Share of a device's time that prompts take", 0, Dimension.None)
        {
            Note = "the stated time of a token covers the prompt",
        };
        return new ServiceRate(requests, none, 1);
    }

    private static Line Step(OperatingPoint point) =>
        Line.Sum(
            "stepSeconds",
            "A token for each sequence in flight",
            Dimension.Seconds,
            Part("matmulSeconds", "Products: weights read once for all sequences", point.Step.Matmul),
            Part("attentionSeconds", "Attention: the cache of every sequence read", point.Step.Attention),
            Part("elementwiseSeconds", "Norms, rotary, activations", point.Step.Elementwise),
            Part("trafficSeconds", "Exchange between devices of a replica", point.Step.Traffic)
        );

    private static Line Part(string key, string name, double seconds) => new(key, name, seconds, Dimension.Seconds);
}
