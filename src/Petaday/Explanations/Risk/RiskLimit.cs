using System.Collections.Immutable;
using Petaday.Quantities.Distributions;

namespace Petaday.Explanations.Risk;

/// <summary>What should not be passed.</summary>
/// <param name="Key">The key that sets it, such as <c>goal.budget</c>.</param>
/// <param name="Name">What a person reads.</param>
/// <param name="Paths">The lines whose sum should not be above it.</param>
/// <param name="Limit">The limit, which may itself not be known for certain.</param>
public sealed record RiskLimit(string Key, string Name, ImmutableArray<string> Paths, Distribution Limit);
