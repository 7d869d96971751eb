using System.CommandLine;
using Petaday.Catalog;
using Petaday.Cli.Input;
using Petaday.Cli.Output;
using Petaday.Reports;
using Petaday.Scenarios;
using Petaday.Scenarios.Decisions;

namespace Petaday.Cli.Commands;

/// <summary><c>petaday decide</c>: which path to a model that does a task.</summary>
internal static class DecideCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(CommandHost host)
    {
        var options = new ScenarioOptions();
        var command = new Command(
            "decide",
            "train, tune, prompt or call an API: money, time, risk and return of each path for a task, a recommendation, and where it would change"
        );
        options.AddTo(command);
        return host.With(command, session => Run(session, options));
    }

    private static int Run(Session session, ScenarioOptions options)
    {
        List<Diagnostic> problems = [];
        if (
            ScenarioReader.Read(session.Parse.GetValue(options.File), options.Given(session.Parse), problems) is not { } scenario
            || Knowledge.Open(session.Library, problems) is not { } knowledge
            || Decide(session, scenario, knowledge, problems) is not { } outcome
        )
        {
            return session.Refuse(problems);
        }

        session.Show(
            new View(
                () => DecisionPage.Of(outcome),
                writer => DecisionJson.Write(writer, outcome),
                () => DecisionPage.Csv(outcome)
            )
        );
        return ScenarioRun.Verdict(session, outcome.Infeasible);
    }

    private static DecisionOutcome? Decide(Session session, Scenario scenario, Knowledge knowledge, List<Diagnostic> problems)
    {
        using var progress = session.Progress("weighing paths");
        return DecisionMaker.Decide(scenario, knowledge, session.Clock, problems, session.Cancellation);
    }
}
