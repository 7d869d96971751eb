namespace Petaday.Web.Api;

/// <summary>How a result is written.</summary>
internal enum Format
{
    /// <summary>JSON.</summary>
    Json,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>CSV.</summary>
    Csv,

    /// <summary>An HTML report that stands alone.</summary>
    Html,

    /// <summary>Server-sent events: progress, then the JSON.</summary>
    Events,
}
