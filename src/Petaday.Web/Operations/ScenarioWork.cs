using Petaday.Catalog;
using Petaday.Reports;
using Petaday.Scenarios;
using Petaday.Scenarios.Comparisons;

namespace Petaday.Web.Operations;

/// <summary>Estimates, plans and comparisons, the same way as the command line makes them.</summary>
internal static class ScenarioWork
{
    /// <summary>What a scenario takes as it stands.</summary>
    public static Result Estimate(Work work) => Kept(work, "estimate", Estimated);

    private static Result Estimated(Work work) =>
        Outcome(
            work,
            ScenarioWish.Estimate,
            resolved =>
                Estimator.Estimate(resolved, work.Engine.Knowledge, work.Engine.Clock, work.Problems, work.Progress, work.Cancellation),
            outcome =>
                outcome.Answer is { } answer
                    ? new View(
                        () => AnswerPage.Of(answer),
                        writer => AnswerJson.Write(writer, answer),
                        () => CsvReport.Of(answer.Explanation)
                    )
                    {
                        Report = () => AnswerReport.Of(outcome),
                    }
                    : null
        );

    /// <summary>The best of what a scenario leaves open.</summary>
    public static Result Plan(Work work) => Kept(work, "plan", Planned);

    private static Result Planned(Work work) =>
        work.Question.Scenario([]) is { } scenario && ModelPlanner.Applies(scenario) ? Model(work, scenario) : Machines(work);

    private static Result Machines(Work work) =>
        Outcome(
            work,
            ScenarioWish.Plan,
            resolved => Searched(work, resolved),
            outcome =>
                outcome is { Answer: not null, Plan: { } plan }
                    ? new View(() => PlanPage.Of(outcome), writer => PlanJson.Write(writer, outcome), () => PlanTables.Csv(plan))
                    {
                        Report = () => AnswerReport.Of(outcome),
                    }
                    : null
        );

    /// <summary>The best model, too, where none is named.</summary>
    private static Result Model(Work work, Scenario scenario) =>
        ModelPlanner.Plan(scenario, work.Engine.Knowledge, work.Engine.Clock, work.Problems, work.Progress, work.Cancellation) is { } found
            ? new Result
            {
                Outcome = found with { Asked = scenario },
                Infeasible = found.Infeasible,
                Shown = found is { Answer: not null, Model: not null }
                    ? new View(
                        () => ModelPlanPage.Of(found),
                        writer => ModelPlanJson.Write(writer, found),
                        () => ComparisonReport.Csv(found.Considered)
                    )
                    {
                        Report = () => AnswerReport.Of(found with { Asked = scenario }),
                    }
                    : null,
            }
            : Result.Wrong(work.Problems);

    /// <summary>Every case of a scenario with lists, side by side.</summary>
    public static Result Compare(Work work) => Kept(work, "compare", Compared);

    private static Result Compared(Work work) =>
        Outcome(
            work,
            ScenarioWish.Plan,
            resolved =>
                CaseEstimates.Of(resolved, work.Engine.Knowledge, work.Engine.Clock, work.Problems, work.Progress, work.Cancellation),
            outcome =>
                outcome.Considered.IsEmpty ? null : ComparisonReport.View(Comparison.Of(ComparedCase.Each(outcome)), [outcome.Asked!])
        );

    /// <summary>The best of one column of a comparison, as the command line finds it of a file that stands beside others.</summary>
    public static Result Column(Work work) => Kept(work, "column", Best);

    private static Result Best(Work work) =>
        Outcome(
            work,
            ScenarioWish.Plan,
            resolved => Searched(work, resolved),
            _ => null,
            work.Engine.Options.MostCases / Comparison.MostColumns
        );

    private static Outcome? Searched(Work work, ResolvedScenario resolved) =>
        Planner.Plan(
            resolved,
            work.Engine.Knowledge,
            work.Engine.Clock,
            work.Problems,
            work.Progress,
            new PlanOptions { Threads = Hosting.Engine.SearchThreads },
            work.Cancellation
        );

    private static Result Kept(Work work, string operation, Func<Work, Result> find) => work.Kept(operation, [], find);

    private static Result Outcome(
        Work work,
        ScenarioWish wish,
        Func<ResolvedScenario, Outcome?> find,
        Func<Outcome, View?> show,
        int? most = null
    )
    {
        if (
            work.Question.Scenario(work.Problems) is not { } scenario
            || ScenarioResolver.Resolve(scenario, work.Engine.Knowledge, wish, work.Problems) is not { } resolved
            || TooMany(work, resolved, most ?? work.Engine.Options.MostCases)
            || find(resolved) is not { } found
        )
        {
            return Result.Wrong(work.Problems);
        }

        var outcome = found with { Asked = scenario };
        return new Result
        {
            Outcome = outcome,
            Shown = show(outcome),
            Infeasible = outcome.Infeasible,
        };
    }

    private static bool TooMany(Work work, ResolvedScenario resolved, int most)
    {
        if (resolved.Cases.Length <= most)
        {
            return false;
        }

        work.Problems.Add(
            resolved.Source.Root.Problem(
                DiagnosticCodes.OutOfRange,
                $"this leaves {resolved.Cases.Length} choices of machines, recipes, sites and prices open",
                $"at most {most}; the command line has no such limit"
            )
        );
        return true;
    }
}
