using System.Collections.Immutable;

namespace Petaday.Scenarios.Comparisons;

/// <summary>A key of the scenarios side by side.</summary>
/// <param name="Key">Its path, such as <c>system.devices</c>.</param>
/// <param name="Values">One a column.</param>
/// <param name="Differs">Whether the columns do not all say the same; the same quantity in other words is the same.</param>
public sealed record AskedRow(string Key, ImmutableArray<AskedValue> Values, bool Differs);
