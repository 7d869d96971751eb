using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Petaday.Catalog;
using Petaday.Reports;
using Petaday.Scenarios;
using Petaday.Web.Operations;
using Petaday.Web.Requests;
using Petaday.Web.Texts;

namespace Petaday.Web.Pages;

/// <summary>What a view can be taken along as: its scenario, its numbers, its drawings.</summary>
internal static class Downloads
{
    private static readonly string[] Views = ["ask", "against", "search", Explaining.Key, Examples.Parameter, ComparePage.RowParameter];

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        string[] any =
        [
            .. AllOperations.OfScenarios.SelectMany(one => one.Parameters.Keys).Distinct().Where(name => !Question.IsKey(name)),
        ];
        app.MapGet(
                "/scenario.yaml",
                (HttpContext context, Engine engine) => With(context, engine, any, false, question => Task.FromResult(Yaml(question)))
            )
            .RequireRateLimiting(Turns.Estimate)
            .ExcludeFromDescription();
        foreach (var operation in AllOperations.OfScenarios)
        {
            app.MapGet(
                    $"/download/{operation.Name}.{{format}}",
                    (HttpContext context, Engine engine, string format) => File(context, engine, operation, format)
                )
                .RequireRateLimiting(Turns.Asked)
                .ExcludeFromDescription();
        }

        app.MapGet(
                "/picture/timeline.svg",
                (HttpContext context, Engine engine) =>
                    With(context, engine, [], false, question => Task.FromResult(Timeline(context, engine, question)))
            )
            .RequireRateLimiting(Turns.Estimate)
            .ExcludeFromDescription();
    }

    private static IResult Yaml(Question question)
    {
        List<Diagnostic> problems = [];
        return question.Scenario(problems) is { } scenario
            ? Text(ScenarioText.Of(scenario.WithModelInPlace(problems), []), "application/yaml")
            : new Refused(problems);
    }

    private static Task<IResult> File(HttpContext context, Engine engine, Operation operation, string format) =>
        With(
            context,
            engine,
            operation.Parameters.Keys,
            operation.HasColumns,
            async question =>
            {
                var result = await engine.Desk.Ask(engine, operation, question, null, context.RequestAborted);
                return (result.Shown, format) switch
                {
                    (null, _) => new Refused(result.Problems),
                    ({ } shown, "json") => Text(AnswerJson.Text(shown.Json), "application/json"),
                    ({ } shown, "csv") => Text(shown.Csv(), "text/csv"),
                    ({ } shown, "md") => Text(MarkdownPage.Text(shown.Document), "text/markdown"),
                    ({ } shown, "html") => Text(HtmlPage.Text(shown.Document), "text/html"),
                    _ => Results.NotFound(),
                };
            }
        );

    private static IResult Timeline(HttpContext context, Engine engine, Question question)
    {
        var traced = engine.Results.Of(
            ResultCache.Key("trace", [], question),
            () => Traced.Of(engine, question, context.RequestAborted),
            context.RequestAborted
        );
        if (traced is not { Timeline: { } timeline, Answer: { } answer })
        {
            return new Refused(traced.Problems);
        }

        var language = context
            .RequestServices.GetRequiredService<TextBook>()
            .Choose(context.Request.Query["lang"], context.Request.Headers.AcceptLanguage);
        context.Response.Headers.Vary = "Accept-Language";
        return Text(DrawnText.In(language, TimelineSvg.Write(timeline, AnswerPage.Title(answer))), "image/svg+xml");
    }

    private static async Task<IResult> With(
        HttpContext context,
        Engine engine,
        IEnumerable<string> parameters,
        bool hasColumns,
        Func<Question, Task<IResult>> answer
    )
    {
        List<Diagnostic> slips = [];
        var question = Question.Read(context.Request.Query, Views.Concat(parameters), null, slips, hasColumns).WithFiles(engine, [], slips);
        context.Response.Headers.CacheControl = "no-store";
        return slips.Count > 0 ? new Refused(slips) : await answer(Examples.Filled(question));
    }

    private static IResult Text(string text, string type) => Results.Text(text, type, Encoding.UTF8);

    private sealed record Traced(Petaday.Training.Simulation.Timeline? Timeline, Answer? Answer, List<Diagnostic> Problems)
    {
        public static Traced Of(Engine engine, Question question, CancellationToken cancellation)
        {
            List<Diagnostic> problems = [];
            var traced =
                question.Scenario(problems) is { } scenario
                && ScenarioResolver.Resolve(scenario, engine.Knowledge, ScenarioWish.Estimate, problems) is { } resolved
                    ? Tracer.Trace(resolved, engine.Knowledge, engine.Clock, problems, null, cancellation)
                    : null;
            return new Traced(traced?.Timeline, traced?.Outcome.Answer, problems);
        }
    }

    private sealed class Refused(IReadOnlyList<Diagnostic> problems) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            problems.Count > 0
                ? Problems.Write(httpContext, problems)
                : Problems.Write(httpContext, StatusCodes.Status422UnprocessableEntity, "nothing is feasible");
    }
}
