using System.Text.Json;
using Petaday.Reports;

namespace Petaday.Web.Operations;

/// <summary>A result in every format; only the one asked for is made.</summary>
/// <param name="Page">What a person reads.</param>
/// <param name="Json">The same JSON as the command line's.</param>
/// <param name="Csv">The same CSV.</param>
internal sealed record Shown(Func<Page> Page, Action<Utf8JsonWriter> Json, Func<string> Csv)
{
    /// <summary>The report to hand on; the page where there is none.</summary>
    public Func<Page>? Report { get; init; }

    /// <summary>What a document is made of.</summary>
    public Page Document => (Report ?? Page)();
}
