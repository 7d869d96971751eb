using System.Collections.Immutable;

namespace Petaday.Validation.Evidence;

/// <summary>All that the page on predictions and published runs is made of.</summary>
/// <param name="Rows">The runs.</param>
/// <param name="Shipped">Predicted with the catalog's parameters.</param>
/// <param name="LeftOut">Predicted with parameters fitted without each row's source; null where that is not at hand.</param>
/// <param name="Book">Figures of peers, targets, causes and limits.</param>
public sealed record ValidationStudy(ImmutableArray<RunRow> Rows, ValidationReport Shipped, ValidationReport? LeftOut, EvidenceBook Book);
