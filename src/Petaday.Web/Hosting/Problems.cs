using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Petaday.Catalog;
using Petaday.Scenarios;
using Petaday.Web.Operations;

namespace Petaday.Web.Hosting;

/// <summary>What is wrong, as problem+json (RFC 9457): a title, and where the scenario is at fault each key with what was expected.</summary>
internal static class Problems
{
    /// <summary>What is said when a request's time is up.</summary>
    public const string TooLong = "it took too long";

    private const int MostSaid = 50;
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Answers with a status and a title alone.</summary>
    public static Task Write(HttpContext context, int status, string title) => Write(context, status, title, [], null);

    /// <summary>What is said of a failure that is no bug: all turns are taken, or the time is up; null for any other, and where the client has gone.</summary>
    public static (int Status, string Title)? Said(HttpContext context, Exception failure) =>
        failure switch
        {
            TurnsTakenException => (StatusCodes.Status429TooManyRequests, Turns.Taken),
            OperationCanceledException
                when context.Features.Get<IHttpRequestTimeoutFeature>() is { RequestTimeoutToken.IsCancellationRequested: true } => (
                StatusCodes.Status503ServiceUnavailable,
                TooLong
            ),
            _ => null,
        };

    /// <summary>What a request with such slips is answered: 413 where something is too large, 410 where a file is no longer held, else 422.</summary>
    public static int StatusOf(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics
            .Select(slip =>
                slip.Code switch
                {
                    DiagnosticCodes.TooLarge => StatusCodes.Status413PayloadTooLarge,
                    DiagnosticCodes.Gone => StatusCodes.Status410Gone,
                    _ => StatusCodes.Status422UnprocessableEntity,
                }
            )
            .DefaultIfEmpty(StatusCodes.Status422UnprocessableEntity)
            .Min();

    /// <summary>The scenario is wrong: 422, 413 where it is too large, 410 where a file is gone.</summary>
    public static Task Write(HttpContext context, IReadOnlyList<Diagnostic> diagnostics) =>
        Write(context, StatusOf(diagnostics), "the scenario cannot be used", diagnostics, null);

    /// <summary>Nothing is feasible, and nothing comes near enough to be shown: 422.</summary>
    public static Task Write(HttpContext context, Infeasibility infeasible) =>
        Write(context, StatusCodes.Status422UnprocessableEntity, "nothing is feasible", [], infeasible);

    private static async Task Write(
        HttpContext context,
        int status,
        string title,
        IReadOnlyList<Diagnostic> diagnostics,
        Infeasibility? infeasible
    )
    {
        using var body = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(body, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("type", "about:blank");
            writer.WriteString("title", title);
            writer.WriteNumber("status", status);
            if (infeasible is not null)
            {
                writer.WriteString("constraint", infeasible.Constraint);
                writer.WriteString("detail", infeasible.Message);
                writer.WriteString("nearest", infeasible.Nearest);
            }

            if (diagnostics.Count > 0)
            {
                Errors(writer, diagnostics);
            }

            writer.WriteEndObject();
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        context.Response.Headers.CacheControl = "no-store";
        // Where the time is up the request is cancelled, and its client still waits to be told.
        await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), CancellationToken.None);
    }

    private static void Errors(Utf8JsonWriter writer, IReadOnlyList<Diagnostic> diagnostics)
    {
        writer.WriteString("detail", Plain(diagnostics[0]).ToString());
        writer.WriteStartArray("errors");
        foreach (var slip in diagnostics.Select(Plain).Distinct().Take(MostSaid))
        {
            writer.WriteStartObject();
            writer.WriteString("code", slip.Code);
            writer.WriteString("key", slip.Key);
            if (slip.File is not null)
            {
                writer.WriteString("file", slip.File);
            }

            if (slip.Line > 0)
            {
                writer.WriteNumber("line", slip.Line);
            }

            writer.WriteString("message", slip.Message);
            writer.WriteString("expected", slip.Expected);
            writer.WriteString("nearest", slip.Nearest);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Without the server's own paths, which a client has no use for; the plain name of a file that it sent stays.</summary>
    public static Diagnostic Plain(Diagnostic slip) =>
        slip.File is { } file && AttachedFile.IsName(file) ? slip : slip with { File = null };
}
