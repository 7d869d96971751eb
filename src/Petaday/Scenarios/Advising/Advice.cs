using System.Collections.Immutable;

namespace Petaday.Scenarios.Advising;

/// <summary>What holds a strategy back, and the single changes that gain most.</summary>
/// <param name="Bottleneck">What most of the step goes to.</param>
/// <param name="LargestLoss">What most of the rest goes to, where compute is the bottleneck: what a change of strategy can shorten; null where there is no rest.</param>
/// <param name="Changes">At most three, the largest gain first; empty where none gains 1 % of the step. Of a strategy that does not fit, what makes it fit, the fastest first.</param>
public sealed record Advice(StepShare Bottleneck, StepShare? LargestLoss, ImmutableArray<AdvisedChange> Changes);
