using System.Collections.Immutable;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
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

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        Page<StartPage>(app, "/", Turns.Estimate);
        Page<PlanPage>(app, "/plan", Turns.Estimate);
        app.MapGet("/compare", (HttpContext context) => Show<ComparePage>(context, CompareViews, hasColumns: true))
            .RequireRateLimiting(Turns.Search)
            .ExcludeFromDescription();
        foreach (var study in Studies.All)
        {
            app.MapGet(study.Path, (HttpContext context) => Show<StudyPage>(context, Views.Concat(study.Operation.Parameters.Keys), study))
                .RequireRateLimiting(Turns.Search)
                .ExcludeFromDescription();
        }

        Page<ExplainPage>(app, "/explain", Turns.Estimate);
        Page<CatalogPage>(app, "/catalog", Turns.Estimate);
        Page<CatalogPage>(app, "/catalog/{kind}", Turns.Estimate);
        Page<CatalogPage>(app, "/catalog/{kind}/{id}", Turns.Estimate);
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

    private static void Page<TPage>(IEndpointRouteBuilder app, string path, string turns)
        where TPage : IComponent =>
        app.MapGet(path, (HttpContext context) => Show<TPage>(context, Views)).RequireRateLimiting(turns).ExcludeFromDescription();

    // A page whose form sends files carries a token, and the browser its other half as a cookie.
    private static string Token(HttpContext context) =>
        Uploads.Paths.Contains(context.Request.Path.Value ?? "")
            ? context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken ?? ""
            : "";

    private static RazorComponentResult Show<TPage>(
        HttpContext context,
        IEnumerable<string> views,
        Study? study = null,
        bool hasColumns = false
    )
        where TPage : IComponent
    {
        var engine = context.RequestServices.GetRequiredService<Engine>();
        var texts = context.RequestServices.GetRequiredService<TextBook>();
        List<Diagnostic> slips = [];
        var question = Question.Read(context.Request.Query, views, null, slips, hasColumns).WithFiles(engine, [], slips);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Vary = "Accept-Language";
        var values = new Dictionary<string, object?>
        {
            ["Frame"] = Frame.Of(context, engine, texts, Examples.Filled(study?.Opened(question) ?? question)) with
            {
                FormToken = Token(context),
            },
            ["Slips"] = slips,
            ["Cancellation"] = context.RequestAborted,
            ["Route"] = context.Request.RouteValues.ToDictionary(pair => pair.Key, pair => pair.Value?.ToString() ?? ""),
        };
        bool isGone = slips.Any(slip => slip.Code == DiagnosticCodes.Gone);
        return new RazorComponentResult<TPage>(values)
        {
            PreventStreamingRendering = true,
            StatusCode = isGone ? StatusCodes.Status410Gone : null,
        };
    }
}
