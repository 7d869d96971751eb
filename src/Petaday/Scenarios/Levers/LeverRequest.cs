using System.Collections.Immutable;

namespace Petaday.Scenarios.Levers;

/// <summary>What is asked of levers.</summary>
/// <param name="File">The scenario's file; null where flags say enough.</param>
/// <param name="Flags">Keys over the file's.</param>
/// <param name="Levers">Ids of the levers that are combined; empty for the catalog's standard ones, as far as they fit the scenario.</param>
/// <param name="Metric">What is made small.</param>
/// <param name="Effort">Budget of effort, points; null where no best set is asked for.</param>
public sealed record LeverRequest(
    string? File,
    ImmutableArray<ScenarioFlag> Flags,
    ImmutableArray<string> Levers,
    LeverMetric Metric,
    double? Effort
)
{
    /// <summary>Whether levers that nobody has shown on a training run take part in the best set.</summary>
    public bool WithUnproven { get; init; }
}
