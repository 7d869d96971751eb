using System.Collections.Immutable;
using Petaday.Explanations;

namespace Petaday.Reports;

/// <summary>Sources, numbered from 1 in this order.</summary>
/// <param name="Sources">Each once.</param>
public sealed record SourceList(ImmutableArray<SourceReference> Sources) : Block;
