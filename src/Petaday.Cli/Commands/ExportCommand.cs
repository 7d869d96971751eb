using System.CommandLine;
using Petaday.Catalog;
using Petaday.Cli.Input;
using Petaday.Cli.Output;
using Petaday.Reports.Launch;
using Petaday.Scenarios;

namespace Petaday.Cli.Commands;

/// <summary><c>petaday export</c>: a plan as the settings that training software is started with.</summary>
internal static class ExportCommand
{
    private static readonly (string Word, LaunchTarget Target)[] Targets =
    [
        ("megatron", LaunchTarget.Megatron),
        ("torchtitan", LaunchTarget.Torchtitan),
        ("scenario", LaunchTarget.Scenario),
    ];

    /// <summary>Makes the command.</summary>
    public static Command Make(CommandHost host)
    {
        var options = new ScenarioOptions();
        var to = new Option<string?>("--to")
        {
            Description = $"whose settings: {string.Join(", ", Targets.Select(target => target.Word))}; the stack's own where left out",
            HelpName = "word",
        };
        var output = new Option<string?>("--output", "-o") { Description = "writes the settings to a file", HelpName = "file" };
        var command = new Command(
            "export",
            "the fastest strategy as the settings that Megatron-LM or torchtitan is started with, or as a scenario with every choice named"
        )
        {
            to,
            output,
        };
        options.AddTo(command);
        return host.With(command, session => Run(session, options, session.Parse.GetValue(to), session.Parse.GetValue(output)));
    }

    private static int Run(Session session, ScenarioOptions options, string? to, string? output)
    {
        List<Diagnostic> problems = [];
        if (to is not null && !Targets.Any(target => target.Word == to))
        {
            string? nearest = NearNames.Suggest(to, Targets.Select(target => target.Word));
            problems.Add(
                new Diagnostic(
                    DiagnosticCodes.NotAllowed,
                    null,
                    0,
                    0,
                    "--to",
                    $"'{to}' is not known",
                    "one of " + string.Join(", ", Targets.Select(target => target.Word)),
                    nearest
                )
            );
            return session.Refuse(problems);
        }

        if (
            ScenarioReader.Read(session.Parse.GetValue(options.File), options.Given(session.Parse), problems) is not { } scenario
            || Knowledge.Open(session.Library, problems) is not { } knowledge
            || ScenarioResolver.Resolve(scenario, knowledge, ScenarioWish.Estimate, problems) is not { } resolved
            || Estimated(session, resolved, knowledge, problems) is not { } outcome
        )
        {
            return session.Refuse(problems);
        }

        if (outcome is { Infeasible: null, Answer: { } answer })
        {
            var one = resolved.Cases[0];
            var target = to is null ? LaunchText.Usual(one.Stack.Entry.Id) : Targets.First(known => known.Word == to).Target;
            var text = LaunchText.Of(one, answer.Strategy.Layout, target);
            return Write(session, text, output);
        }

        return ScenarioRun.Verdict(session, outcome.Infeasible);
    }

    private static Outcome? Estimated(Session session, ResolvedScenario resolved, Knowledge knowledge, List<Diagnostic> problems)
    {
        using var progress = session.Progress("searching strategies");
        return Estimator.Estimate(resolved, knowledge, session.Clock, problems, progress, session.Cancellation);
    }

    private static int Write(Session session, LaunchText text, string? output)
    {
        foreach (string missing in text.Missing)
        {
            session.Terminal.Error.WriteLine("not said by these settings: " + missing);
        }

        if (output is not null)
        {
            return WrittenFiles.Write("--output", output, () => text.Text) is { } failed ? session.Refuse(failed) : ExitCodes.Done;
        }

        if (session.Format == OutputFormat.Table)
        {
            session.Terminal.Output.Write(text.Text);
            return ExitCodes.Done;
        }

        return session.Show(LaunchReport.View(text));
    }
}
