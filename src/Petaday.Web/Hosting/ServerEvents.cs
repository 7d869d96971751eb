using System.Globalization;
using Microsoft.AspNetCore.Http;
using Petaday.Web.Operations;

namespace Petaday.Web.Hosting;

/// <summary>Server-sent events: what is worked out is told while it is, and then the answer.</summary>
internal static class ServerEvents
{
    private const string Type = "text/event-stream";

    /// <summary>How often it is looked how far work is.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Whether a request asks for them.</summary>
    public static bool IsAsked(HttpRequest request) => request.Headers.Accept.ToString().Contains(Type, StringComparison.Ordinal);

    /// <summary>Begins a stream.</summary>
    public static void Begin(HttpContext context)
    {
        context.Response.ContentType = Type + "; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
    }

    /// <summary>Tells how far work is.</summary>
    public static Task Tell(HttpContext context, Advance now)
    {
        string waiting = now.IsWaiting ? ",\"waiting\":true" : "";
        return Send(context, "progress", string.Create(CultureInfo.InvariantCulture, $"{{\"share\":{now.Share:0.####}{waiting}}}"));
    }

    /// <summary>Sends an event. A limit of time may have cancelled the request: that is told, too, to whoever is still there.</summary>
    public static async Task Send(HttpContext context, string name, string data)
    {
        // A line of data each: a blank line would end the event.
        string lines = string.Join("\n", data.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => "data: " + line));
        await context.Response.WriteAsync($"event: {name}\n{lines}\n\n", CancellationToken.None);
        await context.Response.Body.FlushAsync(CancellationToken.None);
    }

    /// <summary>Tells how far work is each time that it has come further, until it has ended.</summary>
    public static async Task Follow(Task work, Watch watch, Func<Advance, Task> tell, CancellationToken cancellation)
    {
        Advance? told = null;
        while (!cancellation.IsCancellationRequested)
        {
            var now = watch.Now;
            if (now != told)
            {
                await tell(now);
                told = now;
            }

            if (await Ends(work, Pause, cancellation))
            {
                return;
            }
        }
    }

    /// <summary>Whether work has ended after a pause; true as soon as it has.</summary>
    public static async Task<bool> Ends(Task work, TimeSpan pause, CancellationToken cancellation) =>
        work == await Task.WhenAny(work, Task.Delay(pause, cancellation));
}
