using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Petaday.Reports;
using Petaday.Web.Operations;
using Petaday.Web.Requests;

namespace Petaday.Web.Api;

/// <summary>A result as server-sent events: the share that is done, then the result or what is wrong. It ends with the client.</summary>
internal static class EventStream
{
    /// <summary>Works on a question and tells how far it is.</summary>
    public static async Task<IResult> Write(HttpContext context, Engine engine, Operation operation, Question question)
    {
        var watch = new Watch();
        var work = engine.Desk.Ask(engine, operation, question, watch, context.RequestAborted);
        // What is refused at once has a status of its own; a stream that has begun can only tell.
        if (work.IsFaulted || (await ServerEvents.Ends(work, ServerEvents.Pause, context.RequestAborted) && !work.IsCompletedSuccessfully))
        {
            await work;
        }

        ServerEvents.Begin(context);
        await ServerEvents.Follow(work, watch, now => ServerEvents.Tell(context, now), context.RequestAborted);
        try
        {
            await End(context, await work);
        }
        catch (Exception failure) when (Problems.Said(context, failure) is { } said)
        {
            await ServerEvents.Send(context, "problem", JsonSerializer.Serialize(said.Title));
        }

        return Results.Empty;
    }

    private static async Task End(HttpContext context, Result result)
    {
        if (result.Shown is { } shown && result.Problems.IsEmpty)
        {
            await ServerEvents.Tell(context, new Advance(1, IsWaiting: false));
            await ServerEvents.Send(context, "result", AnswerJson.Text(shown.Json));
        }
        else
        {
            string problem = result.Problems.IsEmpty ? result.Infeasible!.Message : Problems.Plain(result.Problems[0]).ToString();
            await ServerEvents.Send(context, "problem", JsonSerializer.Serialize(problem));
        }
    }
}
