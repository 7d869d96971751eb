using System.Collections.Immutable;
using Petaday.Catalog;

namespace Petaday.Scenarios.Sweeps;

/// <summary>A point with what was wrong with it.</summary>
/// <param name="Point">The point.</param>
/// <param name="Slips">What is wrong whatever the others say: an id that there is not.</param>
/// <param name="RuledOut">Rules that these values break, though others may keep them: a tensor group that does not divide the heads.</param>
internal sealed record WorkedPoint(SweepPoint Point, ImmutableArray<Diagnostic> Slips, ImmutableArray<Diagnostic> RuledOut);
