using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Scenarios;
using Petaday.Web.Requests;

namespace Petaday.Web.Operations;

/// <summary>What one column of a comparison comes to.</summary>
/// <param name="Column">What it asks.</param>
/// <param name="Outcome">What it takes; null where it is wrong.</param>
/// <param name="Problems">What is wrong with it, with the column's own name before each key.</param>
public sealed record ColumnResult(Column Column, Outcome? Outcome, ImmutableArray<Diagnostic> Problems)
{
    /// <summary>Its place among the columns that are compared; -1 where it has no answer.</summary>
    public int Place { get; init; } = -1;
}
