using System.Collections.Immutable;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Petaday.Catalog;
using Petaday.Web.Requests;
using Petaday.Web.Texts;

namespace Petaday.Web.Pages;

/// <summary>The pages: each an address that says all that is shown, made on the server, and whole without a script.</summary>
internal static class PageRoutes
{
    private static readonly string[] Views = ["ask", Examples.Parameter, "key", "search", "against", "accelerator"];
    private static readonly string[] CompareViews = [ColumnSet.Count, ComparePage.RowParameter, Examples.Parameter];

    /// <summary>Pages in the order of the navigation.</summary>
    public static ImmutableArray<(string Path, string Name)> Navigation { get; } =
    [
        ("/plan", "Plan"),
        ("/compare", "Compare"),
        .. Studies.All.Where(one => one.Path != "/serving").Select(one => (one.Path, one.Name)),
        ("/catalog", "Catalog"),
        ("/validation", "Validation"),
    ];

    private static readonly PageMark Mark = new();

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        Page<StartPage>(app, "/", Turns.Estimate);
        Page<PlanPage>(app, "/plan", Turns.Asked);
        app.MapGet("/compare", (HttpContext context) => Show<ComparePage>(context, CompareViews, hasColumns: true))
            .RequireRateLimiting(Turns.Asked)
            .WithMetadata(Mark)
            .ExcludeFromDescription();
        foreach (var study in Studies.All)
        {
            app.MapGet(study.Path, (HttpContext context) => Show<StudyPage>(context, Views.Concat(study.Operation.Parameters.Keys), study))
                .RequireRateLimiting(Turns.Asked)
                .WithMetadata(Mark)
                .ExcludeFromDescription();
        }

        Page<ExplainPage>(app, "/explain", Turns.Asked);
        Page<CatalogPage>(app, "/catalog", Turns.Estimate);
        Entries(app, "/catalog/{kind}");
        Entries(app, "/catalog/{kind}/{id}");
        Page<ValidationPage>(app, "/validation", Turns.Estimate);
        Page<ApiPage>(app, "/api", Turns.Estimate);
        Uploads.Map(app);
        Downloads.Map(app);
    }

    /// <summary>What stands at an address that there is not.</summary>
    public static Task Missing(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Show<MissingPage>(context, Views).ExecuteAsync(context);
    }

    /// <summary>Says that something cannot be answered now: as a page where a page was asked for, else as problem+json.</summary>
    public static Task Refuse(HttpContext context, int status, string title)
    {
        if (status == StatusCodes.Status429TooManyRequests)
        {
            context.Response.Headers.RetryAfter = "1";
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<PageMark>() is null || ServerEvents.IsAsked(context.Request))
        {
            return Problems.Write(context, status, title);
        }

        context.Response.StatusCode = status;
        return Of(context, typeof(RefusedPage), new() { ["Reason"] = title }).ExecuteAsync(context);
    }

    // The page of an entry that there is not offers the nearest name, and is none.
    private static void Entries(IEndpointRouteBuilder app, string path) =>
        app.MapGet(
                path,
                (HttpContext context, Engine engine, string kind, string? id) =>
                {
                    if (EntryKind.Named(kind) is not { } known || (id is not null && engine.Library.Find(known, id, []) is null))
                    {
                        context.Response.StatusCode = StatusCodes.Status404NotFound;
                    }

                    return Show<CatalogPage>(context, Views);
                }
            )
            .RequireRateLimiting(Turns.Estimate)
            .WithMetadata(Mark)
            .ExcludeFromDescription();

    private static void Page<TPage>(IEndpointRouteBuilder app, string path, string turns)
        where TPage : IComponent =>
        app.MapGet(path, (HttpContext context) => Show<TPage>(context, Views))
            .RequireRateLimiting(turns)
            .WithMetadata(Mark)
            .ExcludeFromDescription();

    // A page whose form sends files carries a token, and the browser its other half as a cookie.
    private static string Token(HttpContext context) =>
        Uploads.Paths.Contains(context.Request.Path.Value ?? "")
            ? context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken ?? ""
            : "";

    private static PageResult Show<TPage>(HttpContext context, IEnumerable<string> views, Study? study = null, bool hasColumns = false)
        where TPage : IComponent
    {
        List<Diagnostic> slips = [];
        return Of(
            context,
            typeof(TPage),
            new()
            {
                ["Slips"] = slips,
                ["Cancellation"] = context.RequestAborted,
                ["Route"] = context.Request.RouteValues.ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? ""),
            },
            study,
            views,
            hasColumns,
            slips
        );
    }

    private static PageResult Of(
        HttpContext context,
        Type component,
        Dictionary<string, object?> values,
        Study? study = null,
        IEnumerable<string>? views = null,
        bool hasColumns = false,
        List<Diagnostic>? slips = null
    )
    {
        var engine = context.RequestServices.GetRequiredService<Engine>();
        var texts = context.RequestServices.GetRequiredService<TextBook>();
        var said = slips ?? [];
        var question = Question.Read(context.Request.Query, views ?? Views, null, said, hasColumns).WithFiles(engine, [], said);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Vary = "Accept, Accept-Language";
        var frame = Frame.Of(context, engine, texts, Examples.Filled(study?.Opened(question) ?? question)) with
        {
            FormToken = Token(context),
        };
        // The same address answers again once its file is attached again.
        if (said.Any(slip => slip.Code == DiagnosticCodes.Gone))
        {
            context.Response.StatusCode = StatusCodes.Status410Gone;
        }

        values["Frame"] = frame;
        return new PageResult(component, frame, values);
    }
}
