using Petaday.Catalog;
using Petaday.Cli.Input;
using Petaday.Cli.Output;
using Petaday.Reports;
using Petaday.Scenarios;

namespace Petaday.Cli.Commands;

/// <summary>The part of <c>petaday plan</c> that chooses the model too.</summary>
internal static class ModelPlanRun
{
    /// <summary>Plans a scenario without a model; null where the command line has one, or cannot be read.</summary>
    public static int? Of(Session session, ScenarioOptions options, string? svg, string? output)
    {
        List<Diagnostic> problems = [];
        if (
            ScenarioReader.Read(session.Parse.GetValue(options.File), options.Given(session.Parse), problems) is not { } scenario
            || !ModelPlanner.Applies(scenario)
        )
        {
            return null;
        }

        if (Plan(session, scenario, problems) is not { } outcome)
        {
            return session.Refuse(problems);
        }

        if (outcome is { Answer: not null, Model: { } plan })
        {
            int shown = session.Show(
                new View(
                    () => ModelPlanPage.Of(outcome),
                    writer => ModelPlanJson.Write(writer, outcome),
                    () => ComparisonReport.Csv(outcome.Considered)
                )
                {
                    Report = () => AnswerReport.Of(outcome with { Asked = scenario }),
                }
            );
            if (shown != ExitCodes.Done)
            {
                return shown;
            }

            foreach (
                var (flag, path, text) in ((string Flag, string? Path, Func<string> Text)[])
                    [("--svg", svg, () => SvgChart.Write(ModelPlanChart.Of(plan))), ("--output", output, () => plan.Scenario)]
            )
            {
                if (path is not null && WrittenFiles.Write(flag, path, text) is { } failed)
                {
                    return session.Refuse(failed);
                }
            }
        }

        return ScenarioRun.Verdict(session, outcome.Infeasible);
    }

    private static Outcome? Plan(Session session, Scenario scenario, List<Diagnostic> problems)
    {
        if (Knowledge.Open(session.Library, problems) is not { } knowledge)
        {
            return null;
        }

        using var progress = session.Progress("searching models");
        return ModelPlanner.Plan(scenario, knowledge, session.Clock, problems, progress, session.Cancellation);
    }
}
