using System.Collections.Immutable;

namespace Petaday.Outlook;

/// <summary>
/// Runs at the frontier: those that fewer than n runs up to the end of their year surpass in compute (Cottier et al. 2024, section 2, take the ten largest at release; the
/// catalog knows the year alone).
/// </summary>
public static class Frontier
{
    /// <summary>The frontier's runs, in the order given. Runs whose compute is not known are left out.</summary>
    public static ImmutableArray<RunCost> Of(IReadOnlyList<RunCost> runs, int top)
    {
        ArgumentNullException.ThrowIfNull(runs);
        return [.. runs.Where(run => run.Flops is { } flops && runs.Count(other => other.Year <= run.Year && other.Flops > flops) < top)];
    }

    /// <summary>The costliest run so far; null where there is none.</summary>
    public static RunCost? Record(IEnumerable<RunCost> runs) => runs.MaxBy(run => run.Usd);

    /// <summary>The run of most compute so far; null where there is none.</summary>
    public static RunCost? Largest(IEnumerable<RunCost> runs) => runs.Where(run => run.Flops is not null).MaxBy(run => run.Flops);
}
