using Microsoft.AspNetCore.Http;
using Petaday.Catalog;
using Petaday.Reports;
using Petaday.Web.Requests;

namespace Petaday.Web.Api;

/// <summary>Chooses and writes a format.</summary>
internal static class Formats
{
    /// <summary>The parameter that names the format.</summary>
    public const string Parameter = "format";

    /// <summary>The format that the request asks for; null, with a diagnostic added, for one that there is not.</summary>
    public static Format? Asked(HttpRequest request, Question question, ICollection<Diagnostic> slips)
    {
        switch (question.Rest.GetValueOrDefault(Parameter))
        {
            case null:
                return request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.Ordinal)
                    ? Format.Events
                    : Format.Json;
            case "json":
                return Format.Json;
            case "markdown":
                return Format.Markdown;
            case "csv":
                return Format.Csv;
            case "html":
                return Format.Html;
            case "events":
                return Format.Events;
            case var other:
                slips.Add(
                    new Diagnostic(
                        DiagnosticCodes.NotAllowed,
                        null,
                        0,
                        0,
                        Parameter,
                        $"'{other}' is no format",
                        "json, markdown, html, csv or events"
                    )
                );
                return null;
        }
    }

    /// <summary>Writes a result.</summary>
    public static Task Write(HttpContext context, View shown, Format format)
    {
        var (type, text) = format switch
        {
            Format.Markdown => ("text/markdown", MarkdownPage.Text(shown.Document)),
            Format.Html => ("text/html", HtmlPage.Text(shown.Document)),
            Format.Csv => ("text/csv", shown.Csv()),
            _ => ("application/json", AnswerJson.Text(shown.Json)),
        };
        context.Response.ContentType = type + "; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
