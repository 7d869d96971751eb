using System.Collections.Immutable;
using Petaday.Scenarios.Comparisons;

namespace Petaday.Reports;

/// <summary>The tables of a comparison that set a few columns side by side: what differs in what was asked, and what comes out.</summary>
internal static class ComparisonTables
{
    /// <summary>Heading of what was asked.</summary>
    public const string AskedHeading = "What differs in what was asked";

    /// <summary>Heading of what comes out.</summary>
    public const string FiguresHeading = "What comes out";

    /// <summary>How the marks are to be read.</summary>
    public const string Reading =
        "Each column is held against the first. Where intervals overlap, which of two is the larger cannot be told from them; as two scenarios share causes of error, their difference may be surer than the intervals say, and how much is not worked out. Where two rest on one and the same step, its error moves both alike: their ratio stands.";

    /// <summary>What was asked and differs; null where nothing does.</summary>
    public static Grid? Asked(Comparison comparison)
    {
        ImmutableArray<ImmutableArray<string>> rows =
        [
            .. comparison.Differing.Select(row =>
                (ImmutableArray<string>)
                    [row.Key, .. row.Values.Select(value => value.Text is { } text ? text + (value.IsChosen ? " (chosen)" : "") : "-")]
            ),
        ];
        return rows.IsEmpty ? null : new Grid(["key", .. Names(comparison)], Aligned(comparison, right: false), rows);
    }

    /// <summary>What comes out: value, interval, mark, and the difference from the first column.</summary>
    public static Grid Figures(Comparison comparison) =>
        new(
            ["figure", .. Names(comparison)],
            Aligned(comparison, right: false),
            [
                ["Machines", .. comparison.Cases.Select(one => ComparisonWords.Machines(one.Answer))],
                ["Strategy", .. comparison.Cases.Select(one => ComparisonWords.Strategy(one.Answer))],
                ["Fits", .. comparison.Cases.Select(one => AnswerPage.Fit(one.Answer.Memory))],
                .. comparison.Figures.Select(row =>
                    (ImmutableArray<string>)[row.Figure.Name, .. row.Cells.Select((cell, index) => Text(row.Figure, cell, index == 0))]
                ),
            ]
        );

    private static string Text(ComparedFigure figure, FigureCell cell, bool isFirst)
    {
        string against =
            isFirst || cell.Standing == Standing.Same || ComparisonWords.Ratio(cell) is not { } ratio
                ? ""
                : $"; {ratio}, {ComparisonWords.Difference(figure, cell)}";
        string range = ComparisonWords.Range(figure, cell) is { } known ? $" ({known})" : "";
        string said = string.Concat(
            new[] { isFirst ? null : ComparisonWords.Standing(cell), ComparisonWords.Mark(cell) }
                .OfType<string>()
                .Select(static word => "; " + word)
        );
        return ComparisonWords.Value(figure, cell.Value) + range + against + said;
    }

    private static IEnumerable<string> Names(Comparison comparison) => comparison.Cases.Select(static one => one.Name);

    private static ImmutableArray<bool> Aligned(Comparison comparison, bool right) => [false, .. comparison.Cases.Select(_ => right)];
}
