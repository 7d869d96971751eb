using System.Globalization;
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
    /// <summary>What the range of software's speed makes of times and costs, over their value: 90 %; null where it is not known.</summary>
    public Interval? Spread { get; init; }

    /// <summary>Where prompts are read.</summary>
    public PrefillMode Prefill { get; init; }

    private static Dimension Rate => Dimension.Requests / Dimension.Seconds;

    /// <summary>As the model of a replica works it out.</summary>
    public static ServiceRate Modelled(OperatingPoint point, ServingDemand demand, Line software, ServingMachine machine)
    {
        ArgumentNullException.ThrowIfNull(point);
        ArgumentNullException.ThrowIfNull(demand);
        ArgumentNullException.ThrowIfNull(software);
        ArgumentNullException.ThrowIfNull(machine);
        var batch = new Line("batch", "Sequences in flight", point.Batch, Dimension.None);
        Line step = Step(point, machine);
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
        Line modelled = Line.Sum(
            "modelledSeconds",
            "A token for each sequence and its share of prompts, as modelled",
            Dimension.Seconds,
            step,
            prompts
        );
        Line interval = Line.Computed(
            "busySeconds",
            "A token for each sequence and its share of prompts",
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
            "sequences / (tokens of an answer × time of a token for each)",
            static parts => parts[0] / (parts[1] * parts[2]),
            batch,
            demand.OutputTokens,
            interval
        );
        Line share = Line.Computed(
            "promptShare",
            "Share of a replica's time that prompts take",
            Dimension.None,
            "prompts / a token for each sequence and its share of prompts",
            static parts => parts[0] / parts[1],
            prompts,
            Reference.To(modelled, "throughput.replicaRequests")
        );
        return new ServiceRate(requests, share, point.Layout.Devices)
        {
            Prefill = point.Prefill,
            Spread = software is { Value: { } reached, Interval: { } range }
                ? new Interval(reached / range.High, reached / range.Low)
                : null,
        };
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

    private static Line Step(OperatingPoint point, ServingMachine machine)
    {
        SourceReference[] memory = [.. Sources(machine, "memory.bandwidth", Dimension.BytesPerSecond)];
        SourceReference[] peak = [.. Sources(machine, "peak.bf16", Dimension.FlopPerSecond)];
        var sustained = machine.Spec.Accelerator.Parameters;
        return Line.Sum(
            "stepSeconds",
            "A token for each sequence in flight",
            Dimension.Seconds,
            Part("matmulSeconds", "Products: weights read once for all sequences", point.Step.Matmul, [.. memory, .. peak]) with
            {
                Note = string.Create(
                    CultureInfo.InvariantCulture,
                    $"the device sustains {sustained.MemoryFraction:0.00} of its bandwidth and {sustained.MatmulFraction:0.00} of its 16-bit peak"
                ),
            },
            Part("attentionSeconds", "Attention: the cache of every sequence read", point.Step.Attention, memory),
            Part("elementwiseSeconds", "Norms, rotary, activations", point.Step.Elementwise, memory),
            Part("trafficSeconds", "Exchange between devices of a replica", point.Step.Traffic, [.. Link(machine)])
        );
    }

    /// <summary>A line that goes with the time of a token, with the range of software's speed.</summary>
    internal Line Ranged(Line line) =>
        Spread is { } spread && line.Value is { } value
            ? line with
            {
                Interval = new Interval(value * spread.Low, value * spread.High),
            }
            : line;

    private static IEnumerable<SourceReference> Sources(ServingMachine machine, string path, Dimension unit) =>
        machine.Accelerator.Line(path, "figure", "Figure", unit).Sources;

    private static IEnumerable<SourceReference> Link(ServingMachine machine) =>
        machine.System.Line("scaleUp.bandwidth", "figure", "Figure", Dimension.BytesPerSecond).Sources;

    private static Line Part(string key, string name, double seconds, SourceReference[] sources) =>
        new(key, name, seconds, Dimension.Seconds) { Sources = [.. sources.Distinct()] };
}
