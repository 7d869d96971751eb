using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Quantities;
using Petaday.Training;

namespace Petaday.Scenarios.Sweeps;

/// <summary>The keys of the JSON result that a sweep can show. How long a search took is none of them: it differs from run to run.</summary>
public static class ResultKeys
{
    private const string Show = "--show";
    private const string StepPart = "step.breakdown.";
    private const string MemoryPart = "memory.breakdown.";

    /// <summary>Every key, but those of the breakdowns, whose parts follow the model.</summary>
    public static ImmutableArray<ResultKey> All { get; } =
    [
        Word("model.id", answer => answer.Model.Id),
        Number("model.parameters", answer => answer.Model.Parameters),
        Number("model.activeParameters", answer => answer.Model.ActiveParameters),
        Number("model.flopsPerToken", answer => answer.Model.FlopsPerToken, "FLOP/token", Dimension.FlopPerToken),
        Word("system.id", answer => answer.System.Id),
        Word("system.accelerator", answer => answer.System.Accelerator),
        Number("system.devices", answer => answer.System.Devices),
        Number("system.nodes", answer => answer.System.Nodes),
        .. OfStrategy(),
        Number("step.seconds", answer => answer.Step.Seconds, "s", Dimension.Seconds),
        Share("step.mfu", answer => answer.Step.Mfu),
        Share("step.hfu", answer => answer.Step.Hfu),
        Number("step.tokensPerSecondPerDevice", answer => answer.Step.TokensPerSecondPerDevice, "tokens/s", Dimension.TokensPerSecond),
        Number("step.tflopsPerDevice", answer => answer.Step.FlopPerSecondPerDevice / 1e12, "TFLOP/s", Dimension.FlopPerSecond, 1e12),
        Number("memory.bytesPerDevice", answer => answer.Memory.BytesPerDevice, "B", Dimension.Bytes),
        Number("memory.capacityBytes", answer => answer.Memory.CapacityBytes, "B", Dimension.Bytes),
        .. OfRun(),
        Number("energy.megawattHours", answer => answer.Energy.Joules / 3.6e9, "MWh", Dimension.Joules, 3.6e9),
        Number("energy.averageMegawatts", answer => answer.Energy.AverageWatts / 1e6, "MW", Dimension.Watts, 1e6),
        Number("energy.peakMegawatts", answer => answer.Energy.PeakWatts / 1e6, "MW", Dimension.Watts, 1e6),
        Number("carbon.operationalTonnes", answer => answer.Carbon.OperationalKilograms / 1_000, "tCO2e", Dimension.Carbon, 1_000),
        Number("carbon.embodiedTonnes", answer => answer.Carbon.EmbodiedKilograms / 1_000, "tCO2e", Dimension.Carbon, 1_000),
        Number("water.cubicMetres", answer => answer.WaterCubicMetres, "m3", Dimension.Water),
        Number("cost.total", answer => answer.Cost.Total, "USD", Dimension.Money),
        Number("cost.prices.rental", answer => answer.Cost.Rental, "USD", Dimension.Money),
        Number("cost.prices.amortised", answer => answer.Cost.Amortised, "USD", Dimension.Money),
        Number("cost.prices.acquisition", answer => answer.Cost.Acquisition, "USD", Dimension.Money),
        Number("search.candidates", answer => answer.Search?.Candidates),
        Number("search.evaluated", answer => answer.Search?.Evaluated),
        Number("search.feasible", answer => answer.Search?.Feasible),
    ];

    /// <summary>What is shown unless asked otherwise.</summary>
    public static ImmutableArray<ResultKey> Usual { get; } =
    [.. new[] { "step.seconds", "step.mfu", "run.days", "cost.total" }.Select(path => All.First(key => key.Path == path))];

    /// <summary>The keys of a list parted by commas; null, with diagnostics added, where one is not known.</summary>
    public static ImmutableArray<ResultKey>? Read(string text, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(diagnostics);
        int before = diagnostics.Count;
        var keys = ImmutableArray.CreateBuilder<ResultKey>();
        foreach (string path in text.Split(',', StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal))
        {
            if (Find(path) is { } key)
            {
                keys.Add(key);
            }
            else
            {
                diagnostics.Add(Unknown(path, All.Select(known => known.Path)));
            }
        }

        return diagnostics.Count > before ? null : keys.ToImmutable();
    }

    /// <summary>A part of a breakdown that an answer does not have; null where it has all.</summary>
    internal static Diagnostic? Missing(ImmutableArray<ResultKey> shown, Answer answer)
    {
        var parts = answer
            .Step.Breakdown.Select(part => StepPart + part.Key)
            .Concat(answer.Memory.Breakdown.Select(part => MemoryPart + part.Key))
            .ToList();
        return shown.FirstOrDefault(key => IsPart(key.Path) && !parts.Contains(key.Path)) is { } absent
            ? Unknown(absent.Path, parts)
            : null;
    }

    private static ResultKey? Find(string path) =>
        path.StartsWith(StepPart, StringComparison.Ordinal) ? Part(path, answer => answer.Step.Breakdown, "s", Dimension.Seconds)
        : path.StartsWith(MemoryPart, StringComparison.Ordinal) ? Part(path, answer => answer.Memory.Breakdown, "B", Dimension.Bytes)
        : All.FirstOrDefault(key => key.Path == path);

    private static bool IsPart(string path) =>
        path.StartsWith(StepPart, StringComparison.Ordinal) || path.StartsWith(MemoryPart, StringComparison.Ordinal);

    private static ResultKey Part(string path, Func<Answer, ImmutableArray<NamedAmount>> parts, string unit, Dimension dimension)
    {
        string name = path[(path.LastIndexOf('.') + 1)..];
        return Number(
            path,
            answer => parts(answer).Where(part => part.Key == name).Select(part => (double?)part.Amount).FirstOrDefault(),
            unit,
            dimension
        );
    }

    private static Diagnostic Unknown(string path, IEnumerable<string> known)
    {
        string[] paths = [.. known];
        string? nearest =
            NearNames.Suggest(path, paths)
            ?? (
                Array.Find(paths, other => other.EndsWith("." + path, StringComparison.OrdinalIgnoreCase)) is { } whole
                    ? $"'{whole}'"
                    : null
            );
        return new Diagnostic(
            DiagnosticCodes.UnknownKey,
            Show,
            0,
            0,
            path,
            "the result has no such key",
            nearest is null ? "keys of the JSON result parted by commas, such as 'step.seconds,cost.total'" : null,
            nearest
        );
    }

    private static IEnumerable<ResultKey> OfStrategy() =>
        [
            Number("strategy.tensor", answer => answer.Strategy.Layout.Tensor),
            Flag("strategy.sequenceParallel", answer => answer.Strategy.Layout.SequenceParallel),
            Number("strategy.context", answer => answer.Strategy.Layout.Context),
            Number("strategy.pipeline", answer => answer.Strategy.Layout.Pipeline),
            Number("strategy.virtualPipeline", answer => answer.Strategy.Layout.VirtualPipeline),
            Number("strategy.data", answer => answer.Strategy.Layout.Data),
            Number("strategy.expert", answer => answer.Strategy.Layout.Expert),
            Number("strategy.expertTensor", answer => answer.Strategy.Layout.ExpertTensor),
            Number("strategy.zeroStage", answer => answer.Strategy.Layout.ZeroStage),
            Number("strategy.shardGroup", answer => answer.Strategy.Layout.ShardGroup),
            Number("strategy.microBatch", answer => answer.Strategy.Layout.MicroBatch),
            Number("strategy.globalBatchSequences", answer => answer.Strategy.GlobalBatchSequences),
            Number("strategy.microBatches", answer => answer.Strategy.MicroBatches),
            Word("strategy.recompute", answer => Words.Of(answer.Strategy.Layout.Recompute)),
            Number("strategy.recomputeLayers", answer => answer.Strategy.Layout.RecomputeLayers),
            Word("strategy.schedule", answer => Words.Of(answer.Strategy.Layout.Schedule)),
            Flag("strategy.offloadOptimizer", answer => answer.Strategy.Layout.OffloadOptimizer),
            Flag("strategy.offloadActivations", answer => answer.Strategy.Layout.OffloadActivations),
            Flag("strategy.overlapGradients", answer => answer.Strategy.Layout.OverlapGradients),
            Flag("strategy.overlapWeights", answer => answer.Strategy.Layout.OverlapWeights),
        ];

    private static IEnumerable<ResultKey> OfRun() =>
        [
            Number("run.tokens", answer => answer.Run.Tokens, "tokens", Dimension.Tokens),
            Number("run.flops", answer => answer.Run.Flops, "FLOP", Dimension.Flop),
            Number("run.petaflopDays", answer => answer.Run.Flops / 8.64e19, "PF-days", Dimension.None),
            Number("run.days", answer => answer.Run.Seconds / 86_400, "d", Dimension.Seconds, 86_400),
            Number("run.deviceHours", answer => answer.Run.DeviceSeconds / 3_600, "device-hours", Dimension.None),
            Share("run.goodput", answer => answer.Run.Goodput),
            Number("run.predictedLoss", answer => answer.Run.PredictedLoss, "nats/token", Dimension.None),
        ];

    private static ResultKey Number(
        string path,
        Func<Answer, double?> read,
        string unit = "",
        Dimension dimension = default,
        double scale = 1
    ) =>
        new(
            path,
            unit,
            dimension,
            scale,
            answer => new ResultValue(read(answer) is { } value && double.IsFinite(value) ? value : null, null)
        );

    private static ResultKey Share(string path, Func<Answer, double?> read) => Number(path, read) with { IsShare = true };

    private static ResultKey Flag(string path, Func<Answer, bool> read) => Word(path, answer => read(answer) ? "true" : "false");

    private static ResultKey Word(string path, Func<Answer, string> read) =>
        new(path, "", Dimension.None, 1, answer => new ResultValue(null, read(answer)));
}
