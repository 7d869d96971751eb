using Petaday.Reports;
using Petaday.Scenarios.ServingCases;

namespace Petaday.Web.Operations;

/// <summary>What serving a model takes.</summary>
internal static class ServingWork
{
    /// <summary>Works it out.</summary>
    public static Result Serve(Work work) => work.Kept("serve-cost", [], Served);

    private static Result Served(Work work)
    {
        if (work.Scenario() is not { } scenario)
        {
            return Result.Wrong(work.Problems);
        }

        var answers = ServingEstimator.Estimate(scenario, work.Engine.Knowledge, work.Problems);
        return answers.IsEmpty || work.Problems.Count > 0
            ? Result.Wrong(work.Problems)
            : new Result
            {
                Shown = new View(() => ServingPage.Of(answers), writer => ServingJson.Write(writer, answers), () => ServingCsv.Of(answers)),
                Infeasible = ServingPage.Cheapest(answers) is null ? answers[0].Infeasible : null,
            };
    }
}
