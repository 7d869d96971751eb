using System.CommandLine;
using Petaday.Catalog;
using Petaday.Cli.Input;
using Petaday.Cli.Output;
using Petaday.Reports;
using Petaday.Scenarios;
using Petaday.Scenarios.ServingCases;

namespace Petaday.Cli.Commands;

/// <summary><c>petaday serve-cost</c>: what serving a model takes.</summary>
internal static class ServeCostCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(CommandHost host)
    {
        var options = new ScenarioOptions();
        var files = new Argument<string[]>("scenarios")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "scenario files, YAML or JSON, side by side; flags hold for all of them",
        };
        var explain = new Option<string?>("--explain")
        {
            Description = "opens one number down to its inputs and sources, such as rental.perOutputToken or fleet.devices",
            HelpName = "key",
        };
        var command = new Command("serve-cost", "machines, money and carbon of serving a model to so many users") { files, explain };
        options.AddTo(command, file: false);
        return host.With(command, session => Run(session, options, session.Parse.GetValue(files) ?? [], session.Parse.GetValue(explain)));
    }

    private static int Run(Session session, ScenarioOptions options, string[] files, string? key)
    {
        List<Diagnostic> problems = [];
        List<Scenario> asked = [];
        if (Answers(session, options, files.Length == 0 ? new string?[] { null } : files, asked, problems) is not { Count: > 0 } answers)
        {
            return session.Refuse(problems);
        }

        if (ServingPage.Cheapest(answers) is not { } best)
        {
            if (session.Format == OutputFormat.Json && key is null)
            {
                Show(session, answers, asked);
            }

            return ScenarioRun.Verdict(session, answers[0].Infeasible);
        }

        return key is null ? Show(session, answers, asked) : Explain(session, best, key);
    }

    private static List<ServingAnswer>? Answers(
        Session session,
        ScenarioOptions options,
        string?[] files,
        List<Scenario> asked,
        List<Diagnostic> problems
    )
    {
        if (Knowledge.Open(session.Library, problems) is not { } knowledge)
        {
            return null;
        }

        List<ServingAnswer> answers = [];
        foreach (string? file in files)
        {
            if (ScenarioReader.Read(file, options.Given(session.Parse), problems) is { } scenario)
            {
                asked.Add(scenario);
                answers.AddRange(ServingEstimator.Estimate(scenario, knowledge, problems));
            }
        }

        return problems.Count > 0 ? null : answers;
    }

    private static int Show(Session session, IReadOnlyList<ServingAnswer> answers, IReadOnlyList<Scenario> asked) =>
        session.Show(
            new View(() => ServingPage.Of(answers), writer => ServingJson.Write(writer, answers), () => ServingCsv.Of(answers))
            {
                Report = () => ServingReport.Of(answers, asked),
            }
        );

    private static int Explain(Session session, ServingAnswer answer, string key)
    {
        var root = answer.Explanation!;
        if (root.Find(key) is { } line)
        {
            return ExplainCommand.Show(session, line, $"{line.Name} ({key})");
        }

        string[] keys = [.. root.Parts.SelectMany(group => group.Parts.Select(part => $"{group.Key}.{part.Key}"))];
        string? nearest = NearNames.Suggest(key, keys);
        return session.Refuse(
            new Diagnostic(
                DiagnosticCodes.UnknownKey,
                null,
                0,
                0,
                key,
                "the result has no such key",
                nearest is null ? "one of " + string.Join(", ", keys) : null,
                nearest
            )
        );
    }
}
