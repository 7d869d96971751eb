using System.Text.Json;

namespace Petaday.Reports;

/// <summary>One result in every format; only the one asked for is made. The terminal, the page and the API show the same views.</summary>
/// <param name="Page">What a person reads.</param>
/// <param name="Json">For JSON.</param>
/// <param name="Csv">For CSV.</param>
public sealed record View(Func<Page> Page, Action<Utf8JsonWriter> Json, Func<string> Csv)
{
    /// <summary>For a document: Markdown and HTML; the page where it is left out.</summary>
    public Func<Page>? Report { get; init; }

    /// <summary>What a document is made of.</summary>
    public Page Document => (Report ?? Page)();
}
