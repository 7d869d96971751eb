using System.CommandLine;
using Petaday.Catalog;
using Petaday.Cli.Input;
using Petaday.Cli.Output;
using Petaday.Reports;
using Petaday.Scenarios;

namespace Petaday.Cli.Commands;

/// <summary><c>petaday plan</c>: the best of what a scenario leaves open.</summary>
internal static class PlanCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(CommandHost host)
    {
        var options = new ScenarioOptions();
        var svg = new Option<string?>("--svg")
        {
            Description = "without a model: draws the loss against the model's size",
            HelpName = "file.svg",
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description = "without a model: writes the answer as a scenario that 'estimate' takes",
            HelpName = "file.yaml",
        };
        var command = new Command(
            "plan",
            "the best strategy, number of devices, system and site for a goal: budget, deadline, carbon cap; without a model, the best model too"
        )
        {
            svg,
            output,
        };
        options.AddTo(command);
        return host.With(
            command,
            session =>
                ModelPlanRun.Of(session, options, session.Parse.GetValue(svg), session.Parse.GetValue(output)) ?? Run(session, options)
        );
    }

    private static int Run(Session session, ScenarioOptions options)
    {
        List<Diagnostic> problems = [];
        if (ScenarioRun.Of(session, options, ScenarioWish.Plan, problems) is not { } outcome)
        {
            return session.Refuse(problems);
        }

        if (outcome.Answer is { } answer)
        {
            session.Show(
                new View(
                    () => PlanPage.Of(outcome),
                    writer => AnswerJson.Write(writer, answer),
                    () => ComparisonReport.Csv(outcome.Considered)
                )
            );
        }

        return ScenarioRun.Verdict(session, outcome.Infeasible);
    }
}
