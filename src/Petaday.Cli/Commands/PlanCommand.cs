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
    private const int MostPlans = 50;

    /// <summary>Makes the command.</summary>
    public static Command Make(CommandHost host)
    {
        var options = new ScenarioOptions();
        var best = new Option<int>("--best")
        {
            Description = $"how many different plans to give, 1 to {MostPlans}",
            HelpName = "n",
            DefaultValueFactory = _ => new PlanOptions().Best,
        };
        var svg = new Option<string?>("--svg")
        {
            Description =
                "draws the plans that no other betters in time, cost and carbon alike; without a model, the loss against the model's size",
            HelpName = "file.svg",
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description = "without a model: writes the answer as a scenario that 'estimate' takes",
            HelpName = "file.yaml",
        };
        var command = new Command(
            "plan",
            "the best strategy, number of devices, system, site and price basis for a goal: budget, deadline, carbon cap; without a model, the best model too"
        )
        {
            best,
            svg,
            output,
        };
        options.AddTo(command);
        return host.With(
            command,
            session =>
                ModelPlanRun.Of(session, options, session.Parse.GetValue(svg), session.Parse.GetValue(output))
                ?? Run(session, options, session.Parse.GetValue(best), session.Parse.GetValue(svg))
        );
    }

    private static int Run(Session session, ScenarioOptions options, int best, string? svg)
    {
        if (best is < 1 or > MostPlans)
        {
            return session.Refuse(
                new Diagnostic(DiagnosticCodes.OutOfRange, "--best", 0, 0, "", $"{best} plans are out of range", $"1 to {MostPlans}")
            );
        }

        List<Diagnostic> problems = [];
        if (ScenarioRun.Plans(session, options, best, problems) is not { } outcome)
        {
            return session.Refuse(problems);
        }

        if (outcome is { Answer: not null, Plan: { } plan })
        {
            int shown = session.Show(
                new View(() => PlanPage.Of(outcome), writer => PlanJson.Write(writer, outcome), () => PlanTables.Csv(plan))
                {
                    Report = () => AnswerReport.Of(outcome),
                }
            );
            if (shown != ExitCodes.Done)
            {
                return shown;
            }

            if (plan.Partial)
            {
                session.Terminal.Error.WriteLine("partial: stopped before everything was looked at; a better plan may be left");
            }

            if (svg is not null && WrittenFiles.Write("--svg", svg, () => SvgChart.Write(PlanChart.Of(plan))) is { } failed)
            {
                return session.Refuse(failed);
            }
        }

        return ScenarioRun.Verdict(session, outcome.Infeasible);
    }
}
