using System.CommandLine;
using Petaday.Catalog;
using Petaday.Cli.Input;
using Petaday.Reports;
using Petaday.Scenarios;

namespace Petaday.Cli.Commands;

/// <summary><c>petaday compare</c>: scenarios side by side.</summary>
internal static class CompareCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(CommandHost host)
    {
        var options = new ScenarioOptions();
        var files = new Argument<string[]>("scenarios")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "scenario files; a flag with a list (--system dgx-h100,dgx-b200) compares its values",
        };
        var vary = new VaryOptions();
        var command = new Command("compare", "scenarios side by side; flags hold for all of them") { files };
        vary.AddTo(command);
        options.AddTo(command, file: false);
        return host.With(
            command,
            session =>
            {
                string[] given = session.Parse.GetValue(files) ?? [];
                return vary.Keys(session.Parse).Length > 0 ? SweepRun.Run(session, given.Length == 0 ? [null] : [.. given], options, vary)
                    : vary.Idle(session.Parse) is { } idle ? session.Refuse(idle)
                    : Run(session, given, options);
            }
        );
    }

    private static int Run(Session session, string[] files, ScenarioOptions options)
    {
        List<Diagnostic> problems = [];
        List<Answer> answers = [];
        List<Scenario> asked = [];
        Infeasibility? infeasible = null;
        foreach (string? file in files.Length == 0 ? [null] : files.Cast<string?>())
        {
            var given = options.Given(session.Parse);
            var found =
                files.Length > 1
                    ? ScenarioRun.Of(session, file, given, ScenarioWish.Plan, problems)
                    : ScenarioRun.Each(session, file, given, problems);
            if (found is { } outcome)
            {
                // A file that leaves no choice gives one column; one with lists gives a column a choice.
                answers.AddRange(files.Length > 1 && outcome.Answer is { } best ? [best] : outcome.Considered);
                infeasible ??= outcome.Infeasible;
                asked.AddRange(outcome.Asked is { } scenario ? [scenario] : []);
            }
        }

        if (problems.Count > 0 || answers.Count == 0)
        {
            return problems.Count > 0 ? session.Refuse(problems) : ScenarioRun.Verdict(session, infeasible);
        }

        return session.Show(
            new View(
                () => ComparisonReport.Page(answers),
                writer => ComparisonReport.Json(writer, answers),
                () => ComparisonReport.Csv(answers)
            )
            {
                Report = () => ComparisonDocument.Of(answers, asked),
            }
        );
    }
}
