using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Validation.Checks;

/// <summary>A published figure and what Petaday's own models make of its stated inputs.</summary>
/// <param name="Id">A few words with hyphens.</param>
/// <param name="Name">What the figure is.</param>
/// <param name="Method">Which models were used, one of <see cref="CheckMethods"/>; another word where none is there yet.</param>
/// <param name="Published">The published figure, in the unit of <paramref name="Ours"/>; a range where the source gives one.</param>
/// <param name="Text">The published figure as its source writes it.</param>
/// <param name="Ours">What the models give; null where nothing computes it.</param>
/// <param name="Allowed">The largest difference that is expected, a share; what is beyond it is a defect.</param>
/// <param name="Why">Why they differ, or why it is not computed.</param>
/// <param name="Source">Who published it.</param>
public sealed record PublishedCheck(
    string Id,
    string Name,
    string Method,
    Interval? Published,
    string Text,
    Line? Ours,
    double? Allowed,
    string Why,
    SourceReference Source
)
{
    /// <summary>Ours over the published figure, less one; from the nearer end of a range; 0 inside it; null where either is not known.</summary>
    public double? Difference =>
        Published is not { } known || Ours?.Value is not { } value ? null
        : value < known.Low ? (value / known.Low) - 1
        : value > known.High ? (value / known.High) - 1
        : 0;

    /// <summary>Whether the difference is no larger than expected; null where it was not computed.</summary>
    public bool? IsAsExpected => Difference is { } difference ? Math.Abs(difference) <= (Allowed ?? 0) : null;
}
