namespace Petaday.Scenarios.Siting;

/// <summary>A project and where it is placed.</summary>
/// <param name="Name">The project.</param>
/// <param name="Row">It at its site; null where there is no placement.</param>
/// <param name="Best">The site that it would take if it were alone; null where it can stand nowhere.</param>
public sealed record PlacedProject(string Name, SiteRow? Row, SiteRow? Best);
