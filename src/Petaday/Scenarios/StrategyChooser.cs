using Petaday.Catalog;
using Petaday.Planning;
using Petaday.Training;

namespace Petaday.Scenarios;

/// <summary>Evaluates the strategy that is given, or searches for the fastest.</summary>
internal static class StrategyChooser
{
    private static readonly RecomputeMode[] Automatic = [RecomputeMode.None, RecomputeMode.Selective, RecomputeMode.Full];

    /// <summary>The strategy with its step; null, with diagnostics added, where what is given is not valid.</summary>
    public static ChosenStrategy? Choose(
        Case one,
        Scenario source,
        Knowledge knowledge,
        TimeProvider clock,
        ICollection<Diagnostic> diagnostics,
        IProgress<double>? progress,
        CancellationToken cancellation
    )
    {
        if (one.Strategy is null)
        {
            return Searched(one, knowledge, clock, progress, cancellation);
        }

        var given = Given(one, one.Strategy, source, diagnostics);
        progress?.Report(1);
        return given;
    }

    private static ChosenStrategy? Given(Case one, Strategy given, Scenario source, ICollection<Diagnostic> diagnostics)
    {
        var broken = StrategyRules.Check(one.Model.Architecture, one.System.Spec, one.Recipe, given, one.Devices);
        foreach (var violation in broken)
        {
            diagnostics.Add(
                (source.At(violation.Key) ?? source.At("strategy") ?? source.Root).Problem(
                    DiagnosticCodes.NotAllowed,
                    violation.Message,
                    violation.Expected
                ) with
                {
                    Key = violation.Key,
                }
            );
        }

        if (broken.Count > 0)
        {
            return null;
        }

        var candidates = (one.Recompute is { } mode ? [mode] : Automatic)
            .Select(recompute =>
                given with
                {
                    Recompute = recompute,
                    RecomputeLayers = recompute == RecomputeMode.Block ? one.RecomputeLayers : 0,
                }
            )
            .Select(strategy => new Candidate(strategy, Step(one, strategy)))
            .ToList();
        var best = candidates.Where(candidate => candidate.Estimate.Memory.Fits).MinBy(candidate => candidate.Estimate.Time.Seconds);
        var taken = best ?? candidates.MinBy(candidate => candidate.Estimate.Memory.Bytes)!;
        return new ChosenStrategy(taken, null, best is null ? TooLarge(taken, 1, whole: false) : null);
    }

    private static ChosenStrategy Searched(
        Case one,
        Knowledge knowledge,
        TimeProvider clock,
        IProgress<double>? progress,
        CancellationToken cancellation
    )
    {
        // A search may look again at what it passed over: what it has done does not go back for that.
        var span = new ProgressSpan(progress);
        var (found, seconds) = knowledge.Searches.Of(one, 1, () => Search(one, clock, span, cancellation), cancellation);
        span.Report(1);
        if (found.Best.IsEmpty)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        var search = new SearchAnswer(found.Candidates, found.Evaluated, found.Feasible, seconds, found.Partial);
        if (found.Best is [var best, ..])
        {
            return new ChosenStrategy(best, search, null);
        }

        return new ChosenStrategy(
            found.Nearest,
            search,
            found.Nearest is { } nearest ? TooLarge(nearest, StrategySearch.MemoryShare, whole: true) : NothingValid(one)
        );
    }

    private static SearchMemory.Found Search(Case one, TimeProvider clock, IProgress<double>? progress, CancellationToken cancellation)
    {
        long start = clock.GetTimestamp();
        var found = StrategySearch.Fastest(
            new SearchProblem(one.Model.Architecture, one.System.Spec, one.Stack.Stack, one.Recipe, one.Devices),
            new SearchOptions { Keep = 1, Recomputation = Fixed(one) },
            progress,
            cancellation
        );
        return new SearchMemory.Found(found, clock.GetElapsedTime(start).TotalSeconds);
    }

    /// <summary>What the scenario fixes of recomputation; null where the search chooses.</summary>
    internal static Recomputation? Fixed(Case one) =>
        one.Recompute is { } mode ? new Recomputation(mode, mode == RecomputeMode.Block ? one.RecomputeLayers : 0) : null;

    private static StepEstimate Step(Case one, Strategy strategy) =>
        StepModel.Estimate(one.Model.Architecture, one.System.Spec, one.Stack.Stack, one.Recipe, strategy);

    /// <summary>Why a strategy does not fit into a share of memory, or where it is the smallest of a <paramref name="whole"/> space, why none does.</summary>
    internal static Infeasibility TooLarge(Candidate nearest, double share, bool whole)
    {
        var memory = nearest.Estimate.Memory;
        double capacity = memory.CapacityBytes * share;
        string whose = whole ? "every valid strategy" : "the strategy";
        return new Infeasibility(
            "memory",
            $"{whose} needs more memory than a device has: {Gibibytes(memory.Bytes)} of {Gibibytes(capacity)}{(whole ? " that a plan may take" : "")}",
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{Spelt(nearest.Strategy)} needs {memory.Bytes / capacity:0.00} times that; more devices, a smaller micro-batch or more recomputation need less"
            )
        );
    }

    /// <summary>Why no strategy is valid.</summary>
    internal static Infeasibility NothingValid(Case one)
    {
        int odd = one.Devices >> int.TrailingZeroCount(one.Devices);
        int fewer = one.Devices == 0 ? 0 : (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)one.Devices / 2 + 1);
        string batch = odd > 1 ? $"a global batch that is a multiple of {odd}, or " : "a larger global batch, or ";
        return new Infeasibility(
            "strategy",
            $"{one.Stack.Entry.Id} has no valid way to spread {one.Recipe.GlobalBatchSequences} sequences of {one.Model.Id} over {one.Devices} devices",
            batch + (fewer > one.Recipe.GlobalBatchSequences * 1024L ? "fewer devices" : $"{fewer} devices")
        );
    }

    private static string Spelt(Strategy strategy) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"tensor {strategy.Tensor}, pipeline {strategy.Pipeline}, data {strategy.Data}, ZeRO {strategy.ZeroStage}, micro-batch {strategy.MicroBatch}, recompute {Words.Of(strategy.Recompute)}"
        );

    private static string Gibibytes(double bytes) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes / (1L << 30):0.0} GiB");
}
