namespace Petaday.Scenarios.Advising;

/// <summary>What a part of a step goes to.</summary>
/// <param name="Kind">
/// Stable camelCase word: <c>compute</c>, <c>memoryBandwidth</c>, <c>recompute</c>, <c>launch</c>, <c>tensorParallelTraffic</c>, <c>contextParallelTraffic</c>,
/// <c>expertParallelTraffic</c>, <c>dataParallelTraffic</c>, <c>pipelineTraffic</c>, <c>pipelineBubble</c>, <c>offload</c>, <c>straggling</c>, <c>fixed</c>.
/// </param>
/// <param name="Seconds">Seconds of the step.</param>
/// <param name="Share">Share of the step, 0 to 1.</param>
public sealed record StepShare(string Kind, double Seconds, double Share);
