using System.CommandLine;
using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Petaday.Catalog;
using Petaday.Scenarios;
using Petaday.Web.Hosting;

namespace Petaday.Cli.Commands;

/// <summary><c>petaday web</c>: the page and the HTTP API, for this machine alone unless a key guards them.</summary>
internal static class WebCommand
{
    private const string KeyVariable = "PETADAY_API_KEY";

    /// <summary>Makes the command.</summary>
    public static Command Make(CommandHost host)
    {
        var urls = new Option<string?>("--urls")
        {
            Description = $"addresses to listen on, parted by semicolons; one that leaves this machine needs a key in {KeyVariable}",
            HelpName = "url",
        };
        var closed = new Option<bool>("--no-open") { Description = "does not open a browser" };
        var command = new Command("web", "the page and the HTTP API, served on this machine") { urls, closed };
        return host.With(command, session => Run(session, session.Parse.GetValue(urls), session.Parse.GetValue(closed)));
    }

    private static int Run(Session session, string? urls, bool closed)
    {
        List<Diagnostic> problems = [];
        if (Knowledge.Open(session.Library, problems) is not { } knowledge)
        {
            return session.Refuse(problems);
        }

        var options = new WebOptions
        {
            ApiKey = System.Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } key ? key : null,
            WarmsUp = true,
        };
        if (urls is not null)
        {
            options = options with { Urls = [.. urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] };
        }

        if (
            options.Urls.FirstOrDefault(url =>
                !Uri.TryCreate(url, UriKind.Absolute, out var read) || read.Scheme is not ("http" or "https")
            ) is
            { } unread
        )
        {
            return session.Refuse(Problem($"'{unread}' is no address", "http://127.0.0.1:5280"));
        }

        if (options.ApiKey is null && options.Urls.FirstOrDefault(WebOptions.LeavesMachine) is { } open)
        {
            return session.Refuse(
                Problem($"'{open}' can be reached from other machines", $"a loopback address, or a key in {KeyVariable}")
            );
        }

        return Serve(session, options, knowledge, closed);
    }

    private static int Serve(Session session, WebOptions options, Knowledge knowledge, bool closed)
    {
        var app = WebServer.Build(options, knowledge, session.Clock);
        try
        {
            app.StartAsync(session.Cancellation).GetAwaiter().GetResult();
        }
        catch (IOException taken)
        {
            return session.Refuse(Problem(taken.Message, "an address that is free: --urls http://127.0.0.1:0 takes any"));
        }

        string address = WebServer.Addresses(app).First();
        session.Terminal.Output.WriteLine(address);
        session.Terminal.Error.WriteLine("serving; Ctrl+C stops");
        if (!closed && session.Terminal.Interactive)
        {
            Open(address);
        }

        app.WaitForShutdownAsync(session.Cancellation).GetAwaiter().GetResult();
        return ExitCodes.Done;
    }

    private static void Open(string address)
    {
        try
        {
            using var opened = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
        }
        catch (Exception none) when (none is System.ComponentModel.Win32Exception or PlatformNotSupportedException)
        {
            // No browser here: the address is printed.
        }
    }

    private static Diagnostic Problem(string message, string expected) =>
        new(DiagnosticCodes.NotAllowed, null, 0, 0, "--urls", message, expected);
}
