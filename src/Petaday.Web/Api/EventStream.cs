using System.Text.Json;
using System.Threading.Channels;
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
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        var channel = Channel.CreateBounded<double>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var work = Task.Run(
            () =>
            {
                try
                {
                    return operation.Do(new Work(engine, question, new Told(channel.Writer), context.RequestAborted));
                }
                finally
                {
                    channel.Writer.TryComplete();
                }
            },
            context.RequestAborted
        );
        await foreach (double share in channel.Reader.ReadAllAsync(context.RequestAborted))
        {
            await Send(
                context,
                "progress",
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{{\"share\":{share:0.####}}}")
            );
        }

        var result = await work;
        if (result.Shown is { } shown && result.Problems.IsEmpty)
        {
            await Send(context, "result", AnswerJson.Text(shown.Json));
        }
        else
        {
            await Send(
                context,
                "problem",
                JsonSerializer.Serialize(
                    result.Problems.IsEmpty ? result.Infeasible!.Message : Problems.Plain(result.Problems[0]).ToString()
                )
            );
        }

        return Results.Empty;
    }

    private static async Task Send(HttpContext context, string name, string data)
    {
        // A line of data each: JSON text is free of blank lines, which would end the event.
        string lines = string.Join("\n", data.TrimEnd('\n').Split('\n').Select(line => "data: " + line));
        await context.Response.WriteAsync($"event: {name}\n{lines}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private sealed class Told(ChannelWriter<double> writer) : IProgress<double>
    {
        public void Report(double value) => writer.TryWrite(value);
    }
}
