using System.CommandLine;
using Petaday.Catalog;
using Petaday.Cli.Input;
using Petaday.Explanations;
using Petaday.Reports;
using Petaday.Scenarios;

namespace Petaday.Cli.Commands;

/// <summary><c>petaday explain</c>: a number of an answer down to its inputs and their sources, or the time of one kernel.</summary>
internal static class ExplainCommand
{
    private const string Decision = "decision.";

    /// <summary>Makes the command.</summary>
    public static Command Make(CommandHost host)
    {
        var options = new ScenarioOptions();
        var key = new Argument<string>("key") { Description = "a key of the result, such as step.seconds or cost.total; or advice" };
        var command = new Command("explain", "a number down to its formula, its inputs and their sources") { key };
        options.AddTo(command);
        foreach (var kernel in KernelCommands.Make(host))
        {
            command.Add(kernel);
        }

        return host.With(command, session => Run(session, session.Parse.GetValue(key)!, options));
    }

    private static int Run(Session session, string key, ScenarioOptions options)
    {
        List<Diagnostic> problems = [];
        if (key.Split('.')[0] is "project" or "bases" or "sizing")
        {
            return Project(session, key, options);
        }

        if (key.StartsWith(Decision, StringComparison.Ordinal))
        {
            return Decided(session, key[Decision.Length..], options);
        }

        if (ScenarioRun.Of(session, options, ScenarioWish.Estimate, problems) is not { } outcome)
        {
            return session.Refuse(problems);
        }

        if (outcome.Answer is not { } answer)
        {
            return ScenarioRun.Verdict(session, outcome.Infeasible);
        }

        if (key == "advice" && answer.Advice is { } advice)
        {
            return session.Show(
                new View(
                    () => AdviceReport.Page(advice, AnswerPage.Title(answer)),
                    writer => AdviceReport.Json(writer, advice),
                    () => AdviceReport.Csv(advice)
                )
            );
        }

        if (answer.Explanation.Find(key) is not { } line)
        {
            return session.Refuse(Unknown(key, answer.Explanation));
        }

        return Show(session, line, $"{line.Name} ({key})");
    }

    private static int Decided(Session session, string key, ScenarioOptions options)
    {
        List<Diagnostic> problems = [];
        return DecideCommand.Decide(session, options, problems) is not { } outcome ? session.Refuse(problems)
            : outcome.Explanation.Find(key) is not { } line ? session.Refuse(Unknown(key, outcome.Explanation))
            : Show(session, line, $"{line.Name} ({Decision}{key})");
    }

    private static int Project(Session session, string key, ScenarioOptions options)
    {
        List<Diagnostic> problems = [];
        if (ProjectWorked.Of(session, options, problems) is not { } worked)
        {
            return session.Refuse(problems);
        }

        return worked.Project is not { } project ? ScenarioRun.Verdict(session, worked.Infeasible)
            : project.Explanation.Find(key) is not { } line ? session.Refuse(Unknown(key, project.Explanation))
            : Show(session, line, $"{line.Name} ({key})");
    }

    /// <summary>Shows a line with all that it was made from.</summary>
    internal static int Show(Session session, Line line, string? title) =>
        session.Show(
            new View(
                () => ExplanationPage.Of(line, title),
                writer => ExplanationJson.Write(writer, line),
                () => CsvReport.Of(new Line("", "", null, line.Unit) { Parts = [line] })
            )
        );

    private static Diagnostic Unknown(string key, Line root)
    {
        var keys = root.Parts.SelectMany(group => group.Parts.Select(part => $"{group.Key}.{part.Key}")).ToList();
        string? nearest = NearNames.Suggest(key, keys);
        return new Diagnostic(
            DiagnosticCodes.UnknownKey,
            null,
            0,
            0,
            key,
            "the result has no such key",
            nearest is null ? "one of " + string.Join(", ", keys) : null,
            nearest
        );
    }
}
