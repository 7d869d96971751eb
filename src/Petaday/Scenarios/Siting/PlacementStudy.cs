using System.Collections.Immutable;
using Petaday.Sites;
using Petaday.Sites.Placement;

namespace Petaday.Scenarios.Siting;

/// <summary>Projects placed on sites that they share.</summary>
/// <param name="Minimize">What was made small in total.</param>
/// <param name="Projects">Each with its site.</param>
/// <param name="Loads">Sites that bear any.</param>
/// <param name="Solution">How the placement was found.</param>
/// <param name="Alone">The total if every project took its best site whatever the others do; null where one has none.</param>
/// <param name="Candidates">Sites that were looked at.</param>
/// <param name="Infeasible">Why there is no placement; null where there is.</param>
/// <param name="Defaults">What was chosen for keys left out.</param>
public sealed record PlacementStudy(
    SiteObjective Minimize,
    ImmutableArray<PlacedProject> Projects,
    ImmutableArray<SiteLoad> Loads,
    PlacementSolution Solution,
    double? Alone,
    int Candidates,
    Infeasibility? Infeasible,
    ImmutableArray<ChosenDefault> Defaults
);
