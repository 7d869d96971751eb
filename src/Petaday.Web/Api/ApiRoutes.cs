using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using Petaday.Catalog;
using Petaday.Web.Operations;
using Petaday.Web.Requests;

namespace Petaday.Web.Api;

/// <summary>The HTTP API: each command under its name, with the scenario in the query or the body, and the command line's JSON as the answer.</summary>
internal static class ApiRoutes
{
    private const string Root = "/api/v1";

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var operation in AllOperations.OfScenarios)
        {
            Map(
                app.MapGet($"{Root}/{operation.Name}", (HttpContext context, Engine engine) => Answer(context, engine, operation, Nothing)),
                operation,
                "get"
            );
            Map(
                app.MapPost($"{Root}/{operation.Name}", (HttpContext context, Engine engine) => Posted(context, engine, operation)),
                operation,
                "post"
            );
        }

        CatalogRoutes.Map(app, Root);
        app.MapFallback(
            Root + "/{**rest}",
            context => Problems.Write(context, StatusCodes.Status404NotFound, "the API has no such operation")
        );
    }

    private static void Map(RouteHandlerBuilder route, Operation operation, string method) =>
        route
            .WithName($"{method}-{operation.Name}")
            .WithSummary(operation.Summary)
            .WithTags("scenarios")
            .WithMetadata(operation)
            .RequireRateLimiting(Turns.Asked);

    private static async Task<IResult> Wrong(HttpContext context, string title)
    {
        await Problems.Write(context, StatusCodes.Status400BadRequest, title);
        return Results.Empty;
    }

    private static readonly Sent Nothing = new(null, [], []);

    private static async Task<IResult> Posted(HttpContext context, Engine engine, Operation operation)
    {
        if (!Multipart.Is(context.Request))
        {
            return await Body.Text(context, engine.Options.MostBodyBytes) is { } text
                ? await Answer(context, engine, operation, Nothing with { Text = text })
                : await Wrong(context, "the body is not UTF-8 text");
        }

        List<Diagnostic> slips = [];
        Multipart.Limit(context, engine.Options);
        var sent = await Multipart.Read(context, slips);
        if (slips.Count > 0)
        {
            await Problems.Write(context, slips);
            return Results.Empty;
        }

        return await Answer(context, engine, operation, sent);
    }

    // A part under a key that names a file is that file, and is named by it.
    private static IEnumerable<KeyValuePair<string, StringValues>> Parameters(HttpContext context, Sent sent) =>
        [
            .. context.Request.Query,
            .. sent.Fields,
            .. sent
                .Files.Where(part => Question.IsFileKey(part.Field))
                .Select(part => KeyValuePair.Create(part.Field, new StringValues(part.File.Name))),
        ];

    private static async Task<IResult> Answer(HttpContext context, Engine engine, Operation operation, Sent sent)
    {
        List<Diagnostic> slips = [];
        var question = Question
            .Read(Parameters(context, sent), operation.Parameters.Keys.Append(Formats.Parameter), sent.Text, slips, operation.HasColumns)
            .WithFiles(engine, sent.Files.Select(part => part.File), slips);
        if (slips.Count > 0 || Formats.Asked(context.Request, question, slips) is not { } format)
        {
            await Problems.Write(context, slips);
            return Results.Empty;
        }

        return format == Format.Events
            ? await EventStream.Write(context, engine, operation, question)
            : await Once(context, engine, operation, question, format);
    }

    private static async Task<IResult> Once(HttpContext context, Engine engine, Operation operation, Question question, Format format)
    {
        var result = await engine.Desk.Ask(engine, operation, question, null, context.RequestAborted);
        if (result.Problems.Length > 0)
        {
            await Problems.Write(context, result.Problems);
        }
        else if (result.Shown is { } shown)
        {
            context.Response.Headers["Petaday-Feasible"] = result.Infeasible is null ? "true" : "false";
            await Formats.Write(context, shown, format);
        }
        else
        {
            await Problems.Write(context, result.Infeasible!);
        }

        return Results.Empty;
    }
}
