using Petaday.Catalog;
using Petaday.Reports;

namespace Petaday.Cli.Output;

/// <summary>Writes views.</summary>
internal static class ViewOutput
{
    /// <summary>Writes the result; what was wrong with a file that belongs to it, or null.</summary>
    /// <param name="view">The result.</param>
    /// <param name="terminal">Where it goes.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="charts">A directory for the figures of Markdown; null to leave them out.</param>
    public static Diagnostic? Show(this View view, Rendering.Terminal terminal, OutputFormat format, string? charts = null)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        switch (format)
        {
            case OutputFormat.Json:
                terminal.Output.Write(AnswerJson.Text(view.Json));
                return null;
            case OutputFormat.Markdown:
                var document = view.Document;
                terminal.Output.Write(MarkdownPage.Text(document, charts is null ? null : figure => ChartFiles.Path(charts, figure)));
                return charts is null ? null : ChartFiles.Write(charts, document);
            case OutputFormat.Html:
                terminal.Output.Write(HtmlPage.Text(view.Document));
                return null;
            case OutputFormat.Csv:
                terminal.Output.Write(view.Csv());
                return null;
            default:
                terminal.Write(view.Page());
                return null;
        }
    }
}
