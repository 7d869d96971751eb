using Petaday.Reports;
using Petaday.Scenarios.Decisions;

namespace Petaday.Web.Operations;

/// <summary>Which path to a model that does a task.</summary>
internal static class DecisionWork
{
    /// <summary>Weighs the paths.</summary>
    public static Result Decide(Work work) => work.Kept("decide", [], Decided);

    private static Result Decided(Work work) =>
        work.Scenario() is { } scenario
        && DecisionMaker.Decide(scenario, work.Engine.Knowledge, work.Engine.Clock, work.Problems, work.Progress, work.Cancellation)
            is { } outcome
            ? new Result
            {
                Shown = new View(
                    () => DecisionPage.Of(outcome),
                    writer => DecisionJson.Write(writer, outcome),
                    () => DecisionPage.Csv(outcome)
                ),
                Infeasible = outcome.Infeasible,
            }
            : Result.Wrong(work.Problems);
}
