using System.Collections.Immutable;

namespace Petaday.Scenarios;

/// <summary>Why nothing meets what was asked.</summary>
/// <param name="Constraint">The result's or scenario's key that binds: <c>memory</c>, <c>goal.budget</c> ...</param>
/// <param name="Message">What it says, and by how much it is missed.</param>
/// <param name="Nearest">What comes nearest, in a sentence; null where nothing does.</param>
public sealed record Infeasibility(string Constraint, string Message, string? Nearest)
{
    /// <summary>Limits any one of which, relaxed so far, would let a plan through; the one that has to give least, in proportion, first.</summary>
    public ImmutableArray<Relaxation> Relaxations { get; init; } = [];
}
