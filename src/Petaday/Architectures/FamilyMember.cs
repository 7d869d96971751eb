namespace Petaday.Architectures;

/// <summary>A published model of a family.</summary>
/// <param name="Id">Its catalog id.</param>
/// <param name="Architecture">Its shape.</param>
/// <param name="Parameters">All its parameters.</param>
public sealed record FamilyMember(string Id, Architecture Architecture, double Parameters);
