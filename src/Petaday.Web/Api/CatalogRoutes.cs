using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Petaday.Catalog;
using Petaday.Reports;
using Petaday.Scenarios;

namespace Petaday.Web.Api;

/// <summary>The catalog, and the schema of scenarios.</summary>
internal static class CatalogRoutes
{
    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder app, string root)
    {
        app.MapGet($"{root}/catalog", () => Json(writer => Kinds(writer)))
            .WithSummary("the kinds of entries that there are")
            .WithTags("catalog")
            .RequireRateLimiting(Turns.Estimate);
        app.MapGet($"{root}/catalog/{{kind}}", (HttpContext context, Engine engine, string kind) => List(context, engine, kind))
            .WithSummary("the entries of a kind, each figure with its source")
            .WithTags("catalog")
            .RequireRateLimiting(Turns.Estimate);
        app.MapGet(
                $"{root}/catalog/{{kind}}/{{id}}",
                (HttpContext context, Engine engine, string kind, string id) => Show(context, engine, kind, id)
            )
            .WithSummary("one entry, each figure with its source")
            .WithTags("catalog")
            .RequireRateLimiting(Turns.Estimate);
        app.MapGet($"{root}/schema", () => Results.Text(ScenarioSchema.Text(), "application/schema+json"))
            .WithSummary("the JSON Schema of a scenario")
            .WithTags("scenarios");
    }

    private static void Kinds(System.Text.Json.Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var kind in EntryKind.All)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", kind.Folder);
            writer.WriteString("description", kind.Description);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static async Task<IResult> List(HttpContext context, Engine engine, string name)
    {
        if (EntryKind.Named(name) is not { } kind)
        {
            return await Missing(context);
        }

        return Json(new EntryTable(kind, [.. engine.Library.All(kind)]).Json);
    }

    private static async Task<IResult> Show(HttpContext context, Engine engine, string name, string id) =>
        EntryKind.Named(name) is { } kind && engine.Library.Find(kind, id, []) is { } entry
            ? Json(writer => EntryReport.Json(writer, entry))
            : await Missing(context);

    private static async Task<IResult> Missing(HttpContext context)
    {
        await Problems.Write(context, StatusCodes.Status404NotFound, "the catalog has no such entry");
        return Results.Empty;
    }

    private static IResult Json(Action<System.Text.Json.Utf8JsonWriter> write) => Results.Text(AnswerJson.Text(write), "application/json");
}
