using System.Collections.Immutable;
using Petaday.Sites;

namespace Petaday.Scenarios.Siting;

/// <summary>A project at every site that was looked at, best first.</summary>
/// <param name="Name">The project.</param>
/// <param name="Use">What it takes anywhere.</param>
/// <param name="Minimize">What sites are ranked by.</param>
/// <param name="Accounting">How carbon is counted.</param>
/// <param name="Rows">Sites where it can stand, best first; those for which the objective is not known last.</param>
/// <param name="Refused">Sites where it may not or cannot stand.</param>
/// <param name="Front">Sites of <paramref name="Rows"/> that no other betters in cost, carbon and water alike.</param>
/// <param name="Serving">Who serves which users; empty where none are named.</param>
/// <param name="Split">The run over several sites; null where none was asked for.</param>
/// <param name="Against">The site that all are held against; null for none.</param>
/// <param name="Infeasible">Why it can stand nowhere; null where it can.</param>
/// <param name="Defaults">What was chosen for keys left out.</param>
/// <param name="Notes">Limits that apply.</param>
public sealed record SiteStudy(
    string Name,
    ProjectUse Use,
    SiteObjective Minimize,
    CarbonAccounting Accounting,
    ImmutableArray<SiteRow> Rows,
    ImmutableArray<SiteRow> Refused,
    ImmutableArray<SiteRow> Front,
    ImmutableArray<ServedRegion> Serving,
    SplitRun? Split,
    SiteRow? Against,
    Infeasibility? Infeasible,
    ImmutableArray<ChosenDefault> Defaults,
    ImmutableArray<string> Notes
)
{
    /// <summary>The scenario, flags included; null where the caller keeps it.</summary>
    public Scenario? Asked { get; init; }
}
