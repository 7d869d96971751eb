namespace Petaday.Cli.Output;

/// <summary>How results are written.</summary>
public enum OutputFormat
{
    /// <summary>For a person at a terminal.</summary>
    Table,

    /// <summary>For a program.</summary>
    Json,

    /// <summary>For a document.</summary>
    Markdown,

    /// <summary>For a spreadsheet.</summary>
    Csv,

    /// <summary>A document that needs no other file.</summary>
    Html,
}
