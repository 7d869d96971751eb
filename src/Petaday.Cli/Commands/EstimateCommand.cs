using System.CommandLine;
using Petaday.Catalog;
using Petaday.Cli.Input;
using Petaday.Reports;
using Petaday.Scenarios;

namespace Petaday.Cli.Commands;

/// <summary><c>petaday estimate</c>: what a scenario takes as it stands.</summary>
internal static class EstimateCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(CommandHost host)
    {
        var options = new ScenarioOptions();
        var command = new Command("estimate", "what a scenario takes: memory, step time, days, energy, carbon, money");
        var risk = new RiskOptionSet();
        options.AddTo(command);
        risk.AddTo(command);
        return host.With(command, session => Run(session, options, risk));
    }

    private static int Run(Session session, ScenarioOptions options, RiskOptionSet risk)
    {
        List<Diagnostic> problems = [];
        if (risk.IsWanted(session.Parse))
        {
            return RiskRun.Estimate(session, options, risk);
        }

        if (ScenarioRun.Of(session, options, ScenarioWish.Estimate, problems) is not { } outcome)
        {
            return session.Refuse(problems);
        }

        if (outcome.Answer is { } answer)
        {
            int shown = session.Show(
                new View(() => AnswerPage.Of(answer), writer => AnswerJson.Write(writer, answer), () => CsvReport.Of(answer.Explanation))
                {
                    Report = () => AnswerReport.Of(outcome),
                }
            );
            if (shown != ExitCodes.Done)
            {
                return shown;
            }
        }

        return ScenarioRun.Verdict(session, outcome.Infeasible);
    }
}
