using System.Collections.Immutable;

namespace Petaday.Reports;

/// <summary>What every row of a <see cref="FocusCsv"/> says alike.</summary>
/// <param name="Account">What the costs belong to: the scenario's name.</param>
public sealed record FocusHeader(string Account)
{
    /// <summary>ISO 4217 code of the currency.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>When the costs begin; null where the scenario gives no date.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>The first day after them; null where that is not known.</summary>
    public DateOnly? End { get; init; }

    /// <summary>Whether the costs are of buying, not of using.</summary>
    public bool IsPurchase { get; init; }

    /// <summary>Names and values that finance tools can group by, such as the model and the system.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
