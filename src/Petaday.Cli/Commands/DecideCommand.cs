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
        var document = new Option<string?>("--document")
        {
            Description = "writes every scenario of a directory, with its arithmetic, as one Markdown page",
            HelpName = "page.md",
        };
        var command = new Command(
            "decide",
            "train, tune, prompt or call an API: money, time, risk and return of each path for a task, a recommendation, and where it would change"
        )
        {
            document,
        };
        options.AddTo(command);
        return host.With(
            command,
            session => session.Parse.GetValue(document) is { } page ? Document(session, options, page) : Run(session, options)
        );
    }

    /// <summary>Decides the scenario of a command line; null, with diagnostics added, where the input is wrong.</summary>
    public static DecisionOutcome? Decide(Session session, ScenarioOptions options, List<Diagnostic> problems) =>
        Knowledge.Open(session.Library, problems) is { } knowledge
            ? Decide(session, options, session.Parse.GetValue(options.File), knowledge, problems)
            : null;

    private static int Run(Session session, ScenarioOptions options)
    {
        List<Diagnostic> problems = [];
        if (Decide(session, options, problems) is not { } outcome)
        {
            return session.Refuse(problems);
        }

        session.Show(
            new View(() => DecisionPage.Of(outcome), writer => DecisionJson.Write(writer, outcome), () => DecisionPage.Csv(outcome))
            {
                Report = () => outcome.Asked is { } asked ? DecisionReport.Of(outcome, asked) : DecisionPage.Of(outcome),
            }
        );
        return ScenarioRun.Verdict(session, outcome.Infeasible);
    }

    private static int Document(Session session, ScenarioOptions options, string page)
    {
        string directory = session.Parse.GetValue(options.File) ?? "";
        string[] files = Directory.Exists(directory) ? [.. Directory.GetFiles(directory, "*.yaml").Order(StringComparer.Ordinal)] : [];
        if (files.Length == 0)
        {
            return session.Refuse(
                new Diagnostic(
                    DiagnosticCodes.Unreadable,
                    "--document",
                    0,
                    0,
                    "",
                    $"'{directory}' holds no scenario",
                    "a directory of .yaml files"
                )
            );
        }

        List<Diagnostic> problems = [];
        List<(string File, DecisionOutcome Outcome)> cases = [];
        var knowledge = Knowledge.Open(session.Library, problems);
        foreach (string file in knowledge is null ? [] : files)
        {
            if (Decide(session, options, file, knowledge!, problems) is { } outcome)
            {
                cases.Add((Path.GetFileName(file), outcome));
            }
        }

        return problems.Count > 0 ? session.Refuse(problems)
            : WrittenFiles.Write("--document", page, () => DecisionDocument.Text(cases)) is { } failed ? session.Refuse(failed)
            : ExitCodes.Done;
    }

    private static DecisionOutcome? Decide(
        Session session,
        ScenarioOptions options,
        string? file,
        Knowledge knowledge,
        List<Diagnostic> problems
    )
    {
        if (ScenarioReader.Read(file, options.Given(session.Parse), problems) is not { } scenario)
        {
            return null;
        }

        using var progress = session.Progress("weighing paths");
        return DecisionMaker.Decide(scenario, knowledge, session.Clock, problems, progress, session.Cancellation) is { } outcome
            ? outcome with
            {
                Asked = scenario,
            }
            : null;
    }
}
