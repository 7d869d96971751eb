using System.Collections.Frozen;
using Petaday.Reports;
using Petaday.Scenarios.Siting;

namespace Petaday.Web.Operations;

/// <summary>Where to train, and where to serve.</summary>
internal static class SiteWork
{
    private const int MostSites = 1000;
    private const int UsualSites = 20;

    /// <summary>Its parameters beside the scenario's keys.</summary>
    public static FrozenDictionary<string, string> Parameters { get; } =
        new Dictionary<string, string>
        {
            ["best"] = "how many sites the table lists; JSON and CSV have all. 20 where left out",
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Ranks the sites.</summary>
    public static Result Sites(Work work) => work.Kept("site", Parameters.Keys, Ranked);

    private static Result Ranked(Work work)
    {
        int best = work.Asked.Whole("best", UsualSites, 1, MostSites, work.Problems);
        if (
            work.Problems.Count > 0
            || work.Scenario() is not { } scenario
            || SiteStudier.Study(scenario, work.Engine.Knowledge, work.Engine.Clock, work.Problems, work.Progress, work.Cancellation)
                is not { } study
        )
        {
            return Result.Wrong(work.Problems);
        }

        return new Result
        {
            Shown = new View(() => SitePage.Of(study, best), writer => SiteJson.Write(writer, study), () => SiteCsv.Of(study))
            {
                Report = () => HourPictures.Into(Illustrated.Of(SitePage.Of(study, best), Map(study)), study),
            },
            Infeasible = study.Infeasible,
        };
    }

    // One dot is no map.
    private static Figure? Map(SiteStudy study) =>
        study.Rows.Length + study.Refused.Length < 2 ? null
        : SiteMap.Svg(study) is { } svg ? new Figure("map", "The sites on a map", svg)
        : null;
}
