using System.CommandLine;
using Petaday.Catalog;
using Petaday.Scenarios;
using Petaday.Web.Mcp;

namespace Petaday.Cli.Commands;

/// <summary><c>petaday mcp</c>: the operations as tools for an assistant, over standard input and output.</summary>
internal static class McpCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(CommandHost host) =>
        host.With(
            new Command("mcp", "the operations as tools of the Model Context Protocol, over standard input and output, for an assistant"),
            Run
        );

    private static int Run(Session session)
    {
        List<Diagnostic> problems = [];
        if (Knowledge.Open(session.Library, problems) is not { } knowledge)
        {
            return session.Refuse(problems);
        }

        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        McpHost.Run(knowledge, session.Clock, input, output, session.Cancellation).GetAwaiter().GetResult();
        return ExitCodes.Done;
    }
}
