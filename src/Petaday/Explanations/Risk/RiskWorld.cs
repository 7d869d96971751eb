using System.Collections.Immutable;

namespace Petaday.Explanations.Risk;

/// <summary>A tree for one set of values of what a tree cannot follow, such as the number of devices.</summary>
/// <param name="Root">The tree.</param>
/// <param name="Variable">What is drawn of a line of it; null for a line that is worked out or stands still.</param>
/// <param name="Place">The share of values below each choice's, 0 to 1, in the order of <see cref="RiskModel.Choices"/>.</param>
public sealed record RiskWorld(Line Root, Func<Line, LineVariable?> Variable, ImmutableArray<double> Place);
