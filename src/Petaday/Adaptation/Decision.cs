using System.Collections.Immutable;

namespace Petaday.Adaptation;

/// <summary>Which path, and why.</summary>
/// <param name="Task">The question.</param>
/// <param name="Options">The best of every path, the recommended first; then the allowed by expected net present value, then those that are not.</param>
/// <param name="Recommended">The path to take; null where none is allowed.</param>
/// <param name="Reasons">Why, in sentences.</param>
public sealed record Decision(
    AdaptationTask Task,
    ImmutableArray<PathOption> Options,
    PathOption? Recommended,
    ImmutableArray<string> Reasons
)
{
    /// <summary>Whether the recommended path reaches the quality as surely as wanted.</summary>
    public bool IsSure => Recommended?.Money?.Chance.Value >= Task.Confidence;

    /// <summary>Whether it returns more than it takes, where somebody said what the work is worth.</summary>
    public bool Pays => !HasValue || Recommended?.Money?.Expected.Value > 0;

    /// <summary>Whether somebody said what the work is worth.</summary>
    public bool HasValue => Task.ValuePerMonth is not null || Task.ValuePerMillionTokens is not null;
}
