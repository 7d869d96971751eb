using System.CommandLine;
using Petaday.Cli.Input;

namespace Petaday.Cli.Commands;

/// <summary><c>petaday sweep</c>: one scenario while one or two of its keys vary.</summary>
internal static class SweepCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(CommandHost host)
    {
        var options = new ScenarioOptions();
        var vary = new VaryOptions();
        var command = new Command("sweep", "a scenario while one or two of its keys vary: a table, a line chart or a heat map");
        vary.AddTo(command);
        options.AddTo(command);
        return host.With(command, session => SweepRun.Run(session, [session.Parse.GetValue(options.File)], options, vary));
    }
}
