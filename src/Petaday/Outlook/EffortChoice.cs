using System.Collections.Immutable;

namespace Petaday.Outlook;

/// <summary>A set of levers that was chosen within a budget of effort.</summary>
/// <param name="Levers">In the order of the roadmap.</param>
/// <param name="Value">The joint value of the metric, as the engine gives it.</param>
/// <param name="Effort">Points of effort that they take.</param>
/// <param name="IsProven">Whether every set within the budget was looked at: no other is better.</param>
/// <param name="Evaluated">Sets that were looked at.</param>
public sealed record EffortChoice(ImmutableArray<Lever> Levers, double Value, double Effort, bool IsProven, int Evaluated);
