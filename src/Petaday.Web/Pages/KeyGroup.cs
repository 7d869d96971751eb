using System.Collections.Immutable;

namespace Petaday.Web.Pages;

/// <summary>Keys of a scenario that stand together in a form.</summary>
/// <param name="Name">What they are about, in English.</param>
/// <param name="Paths">The keys.</param>
public sealed record KeyGroup(string Name, ImmutableArray<string> Paths);
