using System.Collections.Immutable;

namespace Petaday.Explanations.Risk;

/// <summary>A line whose spread was traced to its causes.</summary>
/// <param name="Of">The line.</param>
/// <param name="Centre">Its value with everything that is drawn at its central value: the estimate, but where a figure is a bound and not the middle of its range.</param>
/// <param name="Drivers">What makes its spread, the largest total first.</param>
public sealed record RiskTarget(RiskLine Of, double Centre, ImmutableArray<RiskDriver> Drivers);
