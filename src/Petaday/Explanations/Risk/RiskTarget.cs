using System.Collections.Immutable;

namespace Petaday.Explanations.Risk;

/// <summary>A line whose spread was traced to its causes.</summary>
/// <param name="Of">The line.</param>
/// <param name="Drivers">What makes its spread, the largest total first.</param>
public sealed record RiskTarget(RiskLine Of, ImmutableArray<RiskDriver> Drivers);
