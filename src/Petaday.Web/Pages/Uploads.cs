using System.Collections.Immutable;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Petaday.Catalog;
using Petaday.Sites;
using Petaday.Web.Requests;
using Petaday.Web.Texts;

namespace Petaday.Web.Pages;

/// <summary>
/// Files that a form sends: each goes into the address of the view where it is small, else into memory under its hash, and the browser is sent on to that address (303), which can be
/// reloaded and shared.
/// </summary>
internal static class Uploads
{
    /// <summary>What the names of file fields begin with; the key of the scenario follows.</summary>
    public const string Prefix = "upload.";

    /// <summary>The field of files that other files name.</summary>
    public const string More = Prefix + "more";

    /// <summary>The field of the token that a form of this server carries.</summary>
    public const string TokenField = "form-token";

    /// <summary>Pages whose forms send files.</summary>
    public static ImmutableArray<string> Paths { get; } =
    ["/plan", .. Studies.All.Where(static one => one.Files.Length > 0).Select(static one => one.Path)];

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (string path in Paths)
        {
            app.MapPost(
                    path,
                    (HttpContext context, Engine engine, TextBook texts, IAntiforgery forgery) => Receive(context, engine, texts, forgery)
                )
                .RequireRateLimiting(Turns.Estimate)
                .ExcludeFromDescription();
        }

        app.MapGet(
                "/template/{key}.csv",
                (string key) =>
                    InputTemplates.Of(key) is { } text ? Results.Text(text, "text/csv", System.Text.Encoding.UTF8) : Results.NotFound()
            )
            .ExcludeFromDescription();
    }

    private static async Task<IResult> Receive(HttpContext context, Engine engine, TextBook texts, IAntiforgery forgery)
    {
        List<Diagnostic> problems = [];
        context.Response.Headers.CacheControl = "no-store";
        if (!Multipart.Is(context.Request))
        {
            problems.Add(Slip(DiagnosticCodes.WrongType, "this is no form with files", "multipart/form-data"));
            return Refused(context, engine, texts, problems, StatusCodes.Status400BadRequest);
        }

        try
        {
            Multipart.Limit(context, engine.Options);
            await Multipart.Form(context);
        }
        catch (BadHttpRequestException bad)
        {
            problems.Add(Slip(DiagnosticCodes.TooLarge, bad.Message, $"at most {engine.Options.Attachments.MostBytes} bytes in all"));
            return Refused(context, engine, texts, problems, bad.StatusCode);
        }

        if (!await forgery.IsRequestValidAsync(context))
        {
            problems.Add(
                Slip(
                    DiagnosticCodes.NotAllowed,
                    "the form was not made by this server, or before it last started",
                    "the page reloaded, and the file chosen again"
                )
            );
            return Refused(context, engine, texts, problems, StatusCodes.Status400BadRequest);
        }

        var sent = await Multipart.Read(context, problems);
        var address = UploadAddress.Of(context.Request.Path, sent, engine, problems);
        return address is null ? Refused(context, engine, texts, problems, Problems.StatusOf(problems)) : new SeeOther(address);
    }

    private static Diagnostic Slip(string code, string message, string expected) => new(code, null, 0, 0, "", message, expected);

    private static RazorComponentResult Refused(
        HttpContext context,
        Engine engine,
        TextBook texts,
        List<Diagnostic> problems,
        int status
    ) =>
        new RazorComponentResult<RefusedFilePage>(
            new Dictionary<string, object?>
            {
                ["Frame"] = Frame.Of(context, engine, texts, new Question("", [], ImmutableSortedDictionary<string, string>.Empty)),
                ["Slips"] = problems,
            }
        )
        {
            PreventStreamingRendering = true,
            StatusCode = status,
        };

    // After a POST the browser asks for the view by GET, whatever its method was.
    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
