using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Outlook;

namespace Petaday.Scenarios.Levers;

/// <summary>A scenario with a set of levers pulled.</summary>
/// <param name="Levers">The set, in the order of the roadmap.</param>
/// <param name="Answer">What the engine says of the changed scenario; null where it is not feasible.</param>
/// <param name="Figures">The same with what reaches beyond the engine; null where it is not feasible.</param>
/// <param name="Why">Why it is not feasible; null where it is.</param>
/// <param name="Root">The changed scenario.</param>
public sealed record LeverPoint(ImmutableArray<Lever> Levers, Answer? Answer, LeverFigures? Figures, string? Why, Node Root);
