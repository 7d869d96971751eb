using System.Collections.Immutable;
using Petaday.Quantities;
using Petaday.Scenarios;
using Petaday.Scenarios.Comparisons;

namespace Petaday.Reports;

/// <summary>The report of <c>compare</c>: the table, pictures of money and time, and what each answer rests on.</summary>
public static class ComparisonDocument
{
    /// <summary>The report.</summary>
    /// <param name="comparison">What is compared.</param>
    /// <param name="asked">The scenarios that were asked, one for all columns or one a column.</param>
    public static Page Of(Comparison comparison, IEnumerable<Scenario> asked)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(asked);
        ImmutableArray<(string Name, Answer Answer)> named = [.. comparison.Cases.Select(one => (one.Name, one.Answer))];
        return Report.Of(
            ComparisonReport.Page(comparison),
            new ReportFrame(
                "What do these take, side by side?",
                [
                    .. Least(named, "The cheapest is", answer => answer.Cost.Total, Dimension.Money),
                    .. Least(named, "The fastest is", answer => answer.Run.Seconds, Dimension.Seconds),
                    .. Least(named, "The least operational carbon has", answer => answer.Carbon.OperationalKilograms, Dimension.Carbon),
                ]
            )
            {
                Asked = [.. asked.Select(one => (one, ImmutableArray<ChosenDefault>.Empty))],
                Explanations = [.. named.Select(one => one.Answer.Explanation)],
                Additions =
                [
                    ("", Bars("cost", "Cost", named, answer => answer.Cost.Total, Dimension.Money, "cost.total", 1)),
                    (
                        "",
                        Bars(
                            "duration",
                            "Duration",
                            named,
                            answer => answer.Run.Seconds,
                            Dimension.Seconds,
                            "run.days",
                            Units.SecondsPerDay
                        )
                    ),
                    .. Parts(comparison),
                ],
                FurtherAssumptions = [.. Assumptions(named)],
            }
        );
    }

    private static IEnumerable<string> Least(
        ImmutableArray<(string Name, Answer Answer)> answers,
        string lead,
        Func<Answer, double?> measure,
        Dimension unit
    )
    {
        var known = answers.Where(one => one.Answer.Memory.Fits && measure(one.Answer) is not null).ToList();
        if (known.Count > 0)
        {
            var (name, best) = known.MinBy(one => measure(one.Answer));
            yield return $"{lead} {name}: {Sizes.Of(measure(best), unit)}.";
        }
    }

    private static Figure Bars(
        string id,
        string title,
        ImmutableArray<(string Name, Answer Answer)> answers,
        Func<Answer, double?> measure,
        Dimension unit,
        string key,
        double scale
    ) =>
        Figure.Of(
            id,
            $"{title} of each, with its 90 % interval where one is known.",
            new BarPicture(
                title,
                [
                    .. answers
                        .Where(one => measure(one.Answer) is not null)
                        .Select(one => new BarRow(one.Name, Sizes.Of(measure(one.Answer), unit), 0, measure(one.Answer).GetValueOrDefault())
                        {
                            Range = one.Answer.Intervals.TryGetValue(key, out var range)
                                ? new Interval(range.Low * scale, range.High * scale)
                                : null,
                        }),
                ]
            )
        );

    /// <summary>What every answer rests on once; what some rest on with their names.</summary>
    private static IEnumerable<string> Assumptions(ImmutableArray<(string Name, Answer Answer)> answers) =>
        answers
            .SelectMany(one => one.Answer.Notes.Distinct().Select(note => (note, one.Name)))
            .GroupBy(pair => pair.note, pair => pair.Name, StringComparer.Ordinal)
            .Select(group =>
                group.Count() == answers.Length ? group.Key : $"{string.Join(", ", group.Distinct(StringComparer.Ordinal))}: {group.Key}"
            );

    private static IEnumerable<(string Heading, Block Block)> Parts(Comparison comparison)
    {
        if (comparison.Cases.Length is < 2 or > Comparison.MostColumns)
        {
            yield break;
        }

        yield return (
            ComparisonTables.FiguresHeading,
            Figure.Of(
                "step-parts",
                "What a step's time is made of: of communication, what is not hidden behind computing.",
                ComparisonCharts.Step(comparison)
            )
        );
        if (ComparisonCharts.Cost(comparison) is { } cost)
        {
            yield return (ComparisonTables.FiguresHeading, Figure.Of("cost-parts", "What the cost is made of.", cost));
        }
    }
}
