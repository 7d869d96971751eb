using System.CommandLine;
using Petaday.Catalog;
using Petaday.Cli.Input;
using Petaday.Reports;
using Petaday.Scenarios;

namespace Petaday.Cli.Commands;

/// <summary><c>petaday trace</c>: one step of a scenario, event by event.</summary>
internal static class TraceCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(CommandHost host)
    {
        var options = new ScenarioOptions();
        var output = new Option<string?>("--output", "-o")
        {
            Description = "writes the step as a trace that Perfetto and chrome://tracing open",
            HelpName = "file.json",
        };
        var svg = new Option<string?>("--svg") { Description = "draws the step: stages down, time across", HelpName = "file.svg" };
        var command = new Command("trace", "one step played out event by event: passes, sends, traffic and waiting of every pipeline stage")
        {
            output,
            svg,
        };
        options.AddTo(command);
        return host.With(command, session => Run(session, options, session.Parse.GetValue(output), session.Parse.GetValue(svg)));
    }

    private static int Run(Session session, ScenarioOptions options, string? output, string? svg)
    {
        List<Diagnostic> problems = [];
        if (Trace(session, options, problems) is not { } traced)
        {
            return session.Refuse(problems);
        }

        if (traced is { Timeline: { } timeline, Outcome.Answer: { } answer })
        {
            string title = Title(answer);
            session.Show(
                new View(
                    () => TimelineReport.Page(timeline, answer.Step.Seconds, title),
                    writer => TraceJson.Write(writer, timeline),
                    () => TimelineReport.Csv(timeline)
                )
            );
            foreach (
                var failure in (Diagnostic?[])
                    [
                        Write("--output", output, () => TraceJson.Text(timeline)),
                        Write("--svg", svg, () => TimelineSvg.Write(timeline, title)),
                    ]
            )
            {
                if (failure is not null)
                {
                    return session.Refuse(failure);
                }
            }
        }

        return ScenarioRun.Verdict(session, traced.Outcome.Infeasible);
    }

    private static TracedStep? Trace(Session session, ScenarioOptions options, List<Diagnostic> problems)
    {
        if (
            ScenarioReader.Read(session.Parse.GetValue(options.File), options.Given(session.Parse), problems) is not { } scenario
            || Knowledge.Open(session.Library, problems) is not { } knowledge
            || ScenarioResolver.Resolve(scenario, knowledge, ScenarioWish.Estimate, problems) is not { } resolved
        )
        {
            return null;
        }

        using var progress = session.Progress("searching strategies");
        return Tracer.Trace(resolved, knowledge, session.Clock, problems, progress, session.Cancellation);
    }

    private static string Title(Answer answer) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"One step of {answer.Model.Id} on {answer.System.Devices} devices of {answer.System.Id}"
        );

    private static Diagnostic? Write(string flag, string? path, Func<string> text)
    {
        if (path is null)
        {
            return null;
        }

        try
        {
            File.WriteAllText(path, text());
            return null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new Diagnostic(DiagnosticCodes.Unreadable, path, 0, 0, flag, $"this file cannot be written ({failed.Message})");
        }
    }
}
