using Petaday.Catalog;

namespace Petaday.Outlook;

/// <summary>What somebody published of a lever: a row of catalog/levers/levers.csv, as it stands there.</summary>
/// <param name="Lever">What the source calls it.</param>
/// <param name="Changes">The factor that it changes; null where the row does not say.</param>
/// <param name="Effect">How much, as written; null where nobody gives a figure.</param>
/// <param name="Unit">Unit of <paramref name="Effect"/>.</param>
/// <param name="Range">Its range, as written.</param>
/// <param name="Scope">Under which conditions.</param>
/// <param name="Grade">Grade of the evidence, as written.</param>
/// <param name="Source">Where it is published.</param>
/// <param name="Notes">What else the row says.</param>
public sealed record LeverEvidence(
    string Lever,
    string? Changes,
    string? Effect,
    string? Unit,
    string? Range,
    string? Scope,
    string? Grade,
    string? Source,
    string? Notes
)
{
    /// <summary>Reads a row.</summary>
    internal static LeverEvidence Of(Node row) =>
        new(
            row["lever"]?.Text ?? "",
            row["factor_changed"]?.Text,
            row["effect_value"]?.Text,
            row["effect_unit"]?.Text,
            row["effect_range"]?.Text,
            row["scope_conditions"]?.Text,
            row["evidence_grade"]?.Text,
            row["source"]?.Text,
            row["notes"]?.Text
        );
}
