using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Petaday.Web.Operations;

namespace Petaday.Web.Pages;

/// <summary>
/// A page as an answer. One that is quick is sent whole. One that takes longer is begun at once: to a script that asks for events, as how far it is and then the page; to a browser
/// that opens it, as the page up to its answer, how far it is in its place, and then the rest.
/// </summary>
/// <param name="component">The page.</param>
/// <param name="frame">What it is made with.</param>
/// <param name="values">Its parameters.</param>
internal sealed class PageResult(Type component, Frame frame, Dictionary<string, object?> values) : IResult
{
    private const string Place = "<section id=\"answer\"";

    /// <summary>What answers sooner is sent whole.</summary>
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(300);

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var page = await renderer.Dispatcher.InvokeAsync(() =>
            renderer.BeginRenderingComponent(component, ParameterView.FromDictionary(values))
        );
        var done = page.QuiescenceTask;
        if (done.IsCompleted || await ServerEvents.Ends(done, Quick, httpContext.RequestAborted))
        {
            await Whole(httpContext, done, () => Text(renderer, page));
        }
        else if (ServerEvents.IsAsked(httpContext.Request))
        {
            await Events(httpContext, done, () => Text(renderer, page));
        }
        else
        {
            await Streamed(httpContext, done, () => Text(renderer, page));
        }
    }

    private static Task<string> Text(HtmlRenderer renderer, Microsoft.AspNetCore.Components.Web.HtmlRendering.HtmlRootComponent page) =>
        renderer.Dispatcher.InvokeAsync(page.ToHtmlString);

    private async Task Whole(HttpContext context, Task done, Func<Task<string>> text)
    {
        if (await Refusal(context, done) is { } refused)
        {
            await PageRoutes.Refuse(context, refused.Status, refused.Title);
            return;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        await Write(context, await text());
    }

    private async Task Events(HttpContext context, Task done, Func<Task<string>> text)
    {
        ServerEvents.Begin(context);
        await ServerEvents.Follow(done, frame.Watch, now => ServerEvents.Tell(context, now), context.RequestAborted);
        if (await Refusal(context, done) is { } refused)
        {
            await ServerEvents.Send(context, "problem", JsonSerializer.Serialize(frame[refused.Title]));
            return;
        }

        await ServerEvents.Tell(context, new Advance(1, IsWaiting: false));
        await ServerEvents.Send(context, "answer", await text());
    }

    private async Task Streamed(HttpContext context, Task done, Func<Task<string>> text)
    {
        string begun = await text();
        int cut = Cut(begun);
        if (cut < 0)
        {
            await Whole(context, done, text);
            return;
        }

        var panel = new WorkPanel(frame);
        context.Response.ContentType = "text/html; charset=utf-8";
        await Write(context, begun[..cut] + panel.Arriving(Title(begun)));
        await ServerEvents.Follow(done, frame.Watch, now => Write(context, panel.Tick(now)), context.RequestAborted);
        if (await Refusal(context, done) is { } refused)
        {
            await Write(context, panel.Close("") + panel.Problem(refused.Title) + begun[cut..]);
            return;
        }

        string page = await text();
        await Write(context, panel.Close(Title(page)) + page[Cut(page)..]);
    }

    /// <summary>Why there is no answer; null where there is one. A client that has gone ends it.</summary>
    private async Task<(int Status, string Title)?> Refusal(HttpContext context, Task done)
    {
        // Work ends with the request; what it was refused for is known by then.
        await done;
        return frame.Watch.Failure is { } failure
            ? Problems.Said(context, failure) ?? throw new OperationCanceledException(context.RequestAborted)
            : null;
    }

    private static async Task Write(HttpContext context, string text)
    {
        // A limit of time may have cancelled the request: that is told, too, to whoever is still there.
        await context.Response.WriteAsync(text, CancellationToken.None);
        await context.Response.Body.FlushAsync(CancellationToken.None);
    }

    // Where the answer begins; what people write is encoded, so that nobody else can have written this.
    private static int Cut(string page)
    {
        int place = page.IndexOf(Place, StringComparison.Ordinal);
        return place < 0 ? place : page.IndexOf('>', place) + 1;
    }

    private static string Title(string page)
    {
        int start = page.IndexOf("<title>", StringComparison.Ordinal) + "<title>".Length;
        return page[start..page.IndexOf("</title>", start, StringComparison.Ordinal)];
    }
}
