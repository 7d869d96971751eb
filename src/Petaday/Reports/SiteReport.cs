using System.Collections.Immutable;
using Petaday.Explanations;
using Petaday.Scenarios;
using Petaday.Scenarios.Siting;

namespace Petaday.Reports;

/// <summary>The report of <c>site</c>: where to train, and what it takes there.</summary>
public static class SiteReport
{
    private const int MostBars = 12;

    /// <summary>The report.</summary>
    /// <param name="study">The study.</param>
    /// <param name="most">How many sites to list.</param>
    /// <param name="asked">The scenario, flags included.</param>
    public static Page Of(SiteStudy study, int most, Scenario asked)
    {
        ArgumentNullException.ThrowIfNull(study);
        return Report.Of(
            SitePage.Of(study, most),
            new ReportFrame($"Where does {study.Name} stand best, by {SiteWords.Of(study.Minimize)}?", [.. Answers(study)])
            {
                Asked = [(asked, study.Defaults)],
                Explanations = [.. study.Rows.Take(most).Select(static row => row.Tree)],
                Additions = [.. Pictures(study)],
                Assumptions = [SitePage.NotesHeading],
            }
        );
    }

    private static IEnumerable<string> Answers(SiteStudy study)
    {
        if (study.Rows.IsEmpty)
        {
            yield return $"No site keeps to what was asked: {study.Infeasible?.Message}.";
            yield break;
        }

        var best = study.Rows[0];
        yield return $"{best.Place.Name}: {Figures(best)}.";
        if (study.Rows.Length > 1)
        {
            var last = study.Rows[^1];
            yield return $"The last of {study.Rows.Length} sites, {last.Place.Name}: {Figures(last)}.";
        }
    }

    private static string Figures(SiteRow row) =>
        string.Join(", ", row.Account.Figures.Where(static line => line.Value is not null).Select(Shown));

    private static string Shown(Line line) =>
        line.Interval is { } range
            ? $"{line.Name.ToLowerInvariant()} {SiteWords.Figure(line.Value, line.Unit)} (90 %: {SiteWords.Figure(range.Low, line.Unit)} to {SiteWords.Figure(range.High, line.Unit)})"
            : $"{line.Name.ToLowerInvariant()} {SiteWords.Figure(line.Value, line.Unit)}";

    private static IEnumerable<(string Heading, Block Block)> Pictures(SiteStudy study)
    {
        ImmutableArray<BarRow> rows =
        [
            .. study
                .Rows.Where(row => row.Account[study.Minimize] is not null)
                .Take(MostBars)
                .Select(row => new BarRow(
                    row.Place.Name,
                    SiteWords.Figure(row.Account[study.Minimize], SiteWords.Unit(study.Minimize)),
                    0,
                    row.Account[study.Minimize].GetValueOrDefault()
                )),
        ];
        if (!rows.IsEmpty)
        {
            yield return (
                SitePage.RankingHeading,
                Figure.Of("sites", $"The best {rows.Length} sites by {SiteWords.Of(study.Minimize)}.", new BarPicture("Sites", rows))
            );
        }

        if (SiteMap.Svg(study) is { } map)
        {
            yield return (SitePage.RankingHeading, new Figure("map", "The sites on a map.", map));
        }

        foreach (var figure in HourPictures.Of(study))
        {
            yield return (SitePage.HoursHeading, figure);
        }
    }
}
