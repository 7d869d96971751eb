using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Petaday.Web.Operations;

namespace Petaday.Web.Hosting;

/// <summary>
/// Whatever goes wrong ends here: the client gets a short answer without paths or traces, the log a line without what was asked. Each request is logged by method, route,
/// status and time alone: a scenario is nobody's business.
/// </summary>
internal sealed partial class LastStop(RequestDelegate next, ILogger<LastStop> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone: nobody is there to be told.
            if (!context.Response.HasStarted)
            {
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            }
        }
        catch (TurnsTakenException)
        {
            await Turns.Refuse(context);
        }
        catch (BadHttpRequestException bad)
        {
            await Answer(context, bad.StatusCode, bad.StatusCode == 413 ? "the body is too large" : "the request cannot be read");
        }
#pragma warning disable CA1031 // The last stop before the client.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            Failed(log, bug.GetType().Name, Place(bug));
            await Answer(context, StatusCodes.Status500InternalServerError, "this is a bug in petaday");
        }
        finally
        {
            if (log.IsEnabled(LogLevel.Information))
            {
                string route = Route(context);
                double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                Served(log, context.Request.Method, route, context.Response.StatusCode, milliseconds);
            }
        }
    }

    private static Task Answer(HttpContext context, int status, string title) =>
        context.Response.HasStarted ? Task.CompletedTask : Problems.Write(context, status, title);

    private static string Route(HttpContext context) =>
        (context.GetEndpoint() as Microsoft.AspNetCore.Routing.RouteEndpoint)?.RoutePattern.RawText ?? "none";

    private static string Place(Exception bug) => new StackTrace(bug).GetFrame(0)?.GetMethod()?.Name ?? "unknown";

    [LoggerMessage(Level = LogLevel.Error, Message = "bug: {Kind} in {Place}")]
    private static partial void Failed(ILogger log, string kind, string place);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} {Milliseconds} ms")]
    private static partial void Served(ILogger log, string method, string route, int status, double milliseconds);
}
