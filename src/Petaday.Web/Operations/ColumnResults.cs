using System.Collections.Immutable;
using Petaday.Scenarios.Comparisons;

namespace Petaday.Web.Operations;

/// <summary>Columns side by side: those that have an answer are compared, whatever is wrong with the others.</summary>
/// <param name="Columns">Every column, as asked.</param>
/// <param name="Comparison">Those that have an answer; null where none has.</param>
internal sealed record ColumnResults(ImmutableArray<ColumnResult> Columns, Comparison? Comparison);
