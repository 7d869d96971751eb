using System.Collections.Immutable;

namespace Petaday.Scenarios.Advising;

/// <summary>Sorts the parts of a step by what holds them.</summary>
internal static class StepShares
{
    /// <summary>Products and attention run at the rate of the matrix units, or of memory where they are thin: the breakdown does not part the two.</summary>
    public const string Compute = "compute";

    private static readonly ImmutableDictionary<string, string> Kinds = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        [
            KeyValuePair.Create("matrixProducts", Compute),
            KeyValuePair.Create("attention", Compute),
            KeyValuePair.Create("elementwise", "memoryBandwidth"),
            KeyValuePair.Create("optimizer", "memoryBandwidth"),
            KeyValuePair.Create("recompute", "recompute"),
            KeyValuePair.Create("hostLaunch", "launch"),
            KeyValuePair.Create("tensorParallel", "tensorParallelTraffic"),
            KeyValuePair.Create("contextParallel", "contextParallelTraffic"),
            KeyValuePair.Create("expertParallel", "expertParallelTraffic"),
            KeyValuePair.Create("dataParallel", "dataParallelTraffic"),
            KeyValuePair.Create("pipelineSends", "pipelineTraffic"),
            KeyValuePair.Create("pipelineBubble", "pipelineBubble"),
        ]
    );

    /// <summary>What the step goes to, the largest first.</summary>
    public static ImmutableArray<StepShare> Of(StepAnswer step) =>
        [
            .. step
                .Breakdown.GroupBy(part => Kinds.GetValueOrDefault(part.Key, part.Key), part => part.Amount)
                .Select(kind => new StepShare(kind.Key, kind.Sum(), kind.Sum() / step.Seconds))
                .OrderByDescending(kind => kind.Seconds),
        ];
}
