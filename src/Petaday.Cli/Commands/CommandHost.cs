using System.CommandLine;
using Petaday.Catalog;
using Petaday.Cli.Input;
using Petaday.Cli.Output;
using Petaday.Cli.Rendering;

namespace Petaday.Cli.Commands;

/// <summary>What commands are made with.</summary>
internal sealed class CommandHost(Terminal terminal, TimeProvider clock, CancellationToken cancellation)
{
    /// <summary>Where results and notes go.</summary>
    public Terminal Terminal { get; } = terminal;

    /// <summary>Flags that every command takes.</summary>
    public CommonOptions Common { get; } = new();

    /// <summary>Gives a command its work.</summary>
    public Command With(Command command, Func<Session, int> work)
    {
        command.SetAction(parse =>
        {
            var session = Open(parse);
            List<Diagnostic> missing =
            [
                .. (parse.GetValue(Common.Catalog) ?? []).Where(directory => !Directory.Exists(directory)).Select(Missing),
            ];
            if (session.Charts is not null && session.Format != OutputFormat.Markdown)
            {
                missing.Add(Idle(session.Charts));
            }

            return missing.Count > 0 ? session.Refuse(missing) : work(session);
        });
        return command;
    }

    private static Diagnostic Missing(string directory) =>
        new(
            DiagnosticCodes.Unreadable,
            directory,
            0,
            0,
            "--catalog",
            File.Exists(directory) ? "this is a file, not a directory" : "there is no such directory"
        );

    private Session Open(ParseResult parse) =>
        new(
            parse,
            parse.GetValue(Common.NoColor) ? Terminal.Plain() : Terminal,
            Common.FormatOf(parse),
            Library.OpenShipped(parse.GetValue(Common.Catalog) ?? []),
            clock,
            cancellation
        )
        {
            Charts = parse.GetValue(Common.Charts),
        };

    private static Diagnostic Idle(string directory) =>
        new(
            DiagnosticCodes.NotAllowed,
            "--charts",
            0,
            0,
            "",
            $"'{directory}' would stay empty: charts go into files beside Markdown alone; HTML holds them itself",
            "--format markdown"
        );
}
