using System.Text.Json;
using Petaday.Catalog;
using Petaday.Reports;

namespace Petaday.Cli.Output;

/// <summary>One result in every format; only the one asked for is made.</summary>
/// <param name="Page">For the terminal.</param>
/// <param name="Json">For JSON.</param>
/// <param name="Csv">For CSV.</param>
public sealed record View(Func<Page> Page, Action<Utf8JsonWriter> Json, Func<string> Csv)
{
    /// <summary>For a document: Markdown and HTML; the terminal's page where it is left out.</summary>
    public Func<Page>? Report { get; init; }

    /// <summary>Writes the result; what was wrong with a file that belongs to it, or null.</summary>
    /// <param name="terminal">Where it goes.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="charts">A directory for the figures of Markdown; null to leave them out.</param>
    public Diagnostic? Show(Rendering.Terminal terminal, OutputFormat format, string? charts = null)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        switch (format)
        {
            case OutputFormat.Json:
                terminal.Output.Write(AnswerJson.Text(Json));
                return null;
            case OutputFormat.Markdown:
                var document = (Report ?? Page)();
                terminal.Output.Write(MarkdownPage.Text(document, charts is null ? null : figure => ChartFiles.Path(charts, figure)));
                return charts is null ? null : ChartFiles.Write(charts, document);
            case OutputFormat.Html:
                terminal.Output.Write(HtmlPage.Text((Report ?? Page)()));
                return null;
            case OutputFormat.Csv:
                terminal.Output.Write(Csv());
                return null;
            default:
                terminal.Write(Page());
                return null;
        }
    }
}
