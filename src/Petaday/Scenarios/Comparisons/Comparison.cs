using System.Collections.Immutable;

namespace Petaday.Scenarios.Comparisons;

/// <summary>
/// Scenarios side by side: what they ask, what they take, and by how much each differs from the first. The programs show it; none works anything out of its own.
/// </summary>
/// <param name="Cases">The columns, each with a name that no other has; the first is what the others are held against.</param>
/// <param name="Asked">What they ask, key by key.</param>
/// <param name="Figures">What they take, figure by figure.</param>
public sealed record Comparison(ImmutableArray<ComparedCase> Cases, ImmutableArray<AskedRow> Asked, ImmutableArray<FigureRow> Figures)
{
    /// <summary>Most scenarios that a page or a request sets side by side, a column each.</summary>
    public const int MostColumns = 5;

    /// <summary>What is asked of the columns that they do not all say alike.</summary>
    public IEnumerable<AskedRow> Differing => Asked.Where(static row => row.Differs);

    /// <summary>Compares columns.</summary>
    public static Comparison Of(IEnumerable<ComparedCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ImmutableArray<ComparedCase> columns = [.. cases];
        var asked = AskedRows.Of(columns);
        var names = CaseNames.Of(columns, asked);
        return new Comparison(
            [.. columns.Select((one, index) => one with { Name = names[index] })],
            asked,
            FigureRows.Of([.. columns.Select(static one => one.Answer)])
        );
    }
}
