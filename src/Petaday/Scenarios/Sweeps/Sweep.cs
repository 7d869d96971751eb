using System.Collections.Immutable;

namespace Petaday.Scenarios.Sweeps;

/// <summary>What a scenario takes while one or two of its keys vary.</summary>
/// <param name="Keys">What varies.</param>
/// <param name="Shown">What is shown of each point.</param>
/// <param name="Points">The points that were worked out: scenario by scenario, the last key fastest.</param>
/// <param name="Asked">How many points were asked for; more than there are where the work was stopped.</param>
public sealed record Sweep(ImmutableArray<VariedKey> Keys, ImmutableArray<ResultKey> Shown, ImmutableArray<SweepPoint> Points, int Asked)
{
    /// <summary>Whether the work was stopped before its end.</summary>
    public bool IsPartial => Points.Length < Asked;

    /// <summary>The names of the scenarios, in their order.</summary>
    public IReadOnlyList<string> Scenarios => [.. Points.Select(point => point.Scenario).Distinct(StringComparer.Ordinal)];
}
