using System.Collections.Frozen;
using Petaday.Outlook;
using Petaday.Reports;
using Petaday.Reports.Levers;
using Petaday.Scenarios.Levers;

namespace Petaday.Web.Operations;

/// <summary>What would lower a run's cost, lever by lever.</summary>
internal static class LeverStudyWork
{
    /// <summary>Its parameters beside the scenario's keys.</summary>
    public static FrozenDictionary<string, string> Parameters { get; } =
        new Dictionary<string, string>
        {
            ["levers"] = "ids of levers to combine, parted by commas; the standard ones that fit where left out",
            ["metric"] = "what is made small: " + string.Join(", ", LeverWords.Metrics),
            ["effort"] = "points of effort: also finds the best set of these levers within them",
            ["unproven"] = "true lets levers that nobody has shown on a training run into that set",
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Pulls the levers.</summary>
    public static Result Levers(Work work) => work.Kept("levers", Parameters.Keys, Pulled);

    private static Result Pulled(Work work)
    {
        if (
            LeverQuestion.Read(work.Asked, work.Problems) is not { } request
            || LeverBook.Read(work.Engine.Library, work.Problems) is not { } book
            || work.Problems.Count > 0
            || work.Scenario() is not { } scenario
            || LeverStudies.Of(
                scenario,
                request,
                book,
                work.Engine.Knowledge,
                work.Engine.Clock,
                work.Problems,
                work.Progress,
                work.Cancellation
            )
                is not { } outcome
        )
        {
            return Result.Wrong(work.Problems);
        }

        return outcome.Study is { } study ? new Result { Shown = Shown(study) } : new Result { Infeasible = outcome.Infeasible };
    }

    private static View Shown(LeverStudy study) =>
        new(() => LeverPage.Of(study), writer => LeverJson.Write(writer, study), () => LeverCsv.Of(study))
        {
            Report = () =>
                Illustrated.Of(
                    LeverPage.Of(study),
                    new Figure("waterfall", "Lever by lever, in the order of the roadmap", LeverWaterfall.Svg(study))
                ),
        };
}
