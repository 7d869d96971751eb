using System.Collections.Immutable;
using System.Globalization;
using Petaday.Validation;
using Petaday.Validation.Evidence;

namespace Petaday.Reports;

/// <summary>Rows that are far off, with why.</summary>
internal static class MissPage
{
    private const double Miss = 0.4;
    private const string Unknown = "not known";

    /// <summary>The worst rows with the shipped parameters, each with its cause.</summary>
    public static Grid Worst(ValidationStudy study)
    {
        var rows = Rows(study);
        return new Grid(
            ["run", "measured", "predicted", "error", "cause"],
            [false, true, true, true, false],
            [
                .. study.Shipped.Worst.Select(result =>
                    ImmutableArray.Create(
                        result.Id,
                        Figure(result.Measured, result),
                        Figure(result.Predicted, result),
                        ErrorText.Signed(result.Error),
                        study.Book.Of(rows[result.Id], result) is { } cause ? $"{cause.Common}; {cause.Why}" : Unknown
                    )
                ),
            ]
        );
    }

    /// <summary>Scored rows that miss by more than two fifths, by cause, the commonest first.</summary>
    public static Grid ByCause(ValidationStudy study)
    {
        var rows = Rows(study);
        var groups = Misses(study.Shipped)
            .GroupBy(result => study.Book.Of(rows[result.Id], result))
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key?.Common, StringComparer.Ordinal);
        return new Grid(
            ["rows", "what they have in common", "why", "known from", "furthest"],
            [true, false, false, false, false],
            [
                .. groups.Select(group =>
                {
                    var furthest = group.MaxBy(result => Math.Abs(result.Error!.Value))!;
                    return ImmutableArray.Create(
                        Sizes.Count(group.Count()),
                        group.Key?.Common ?? "nothing that is known",
                        group.Key?.Why ?? Unknown,
                        group.Key?.KnownFrom ?? "-",
                        $"{furthest.Id} ({ErrorText.Signed(furthest.Error)})"
                    );
                }),
            ]
        );
    }

    /// <summary>How many they are.</summary>
    public static string Sentence(ValidationReport report) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Misses(report).Count():N0} of {report.Plain.Rows:N0} scored rows miss by more than {Miss * 100:0} % with the shipped parameters. A cause is what the rows have in common; where none is known, it says so."
        );

    private static IEnumerable<StepResult> Misses(ValidationReport report) =>
        report
            .Rows.Where(row => row is { Scored: true, Error: not null } && Math.Abs(row.Error.Value) > Miss)
            .OrderBy(row => row.Id, StringComparer.Ordinal);

    private static Dictionary<string, RunRow> Rows(ValidationStudy study) =>
        study.Rows.DistinctBy(row => row.Id, StringComparer.Ordinal).ToDictionary(row => row.Id, StringComparer.Ordinal);

    private static string Figure(double? value, StepResult result) => ErrorText.Number(value) + (result.IsThroughput ? " tokens/s" : " s");
}
