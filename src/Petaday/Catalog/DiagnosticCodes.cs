namespace Petaday.Catalog;

/// <summary>The codes of diagnostics: stable words that programs may rely on.</summary>
public static class DiagnosticCodes
{
    /// <summary>The file cannot be read.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>A file that a scenario names was not sent along with it.</summary>
    public const string NotAttached = "not-attached";

    /// <summary>A file that was sent along once is no longer held.</summary>
    public const string Gone = "gone";

    /// <summary>The file is not UTF-8 text.</summary>
    public const string Encoding = "encoding";

    /// <summary>The document is too large or too deep.</summary>
    public const string TooLarge = "too-large";

    /// <summary>Not well-formed YAML, JSON or CSV.</summary>
    public const string Syntax = "syntax";

    /// <summary>A key that is not known.</summary>
    public const string UnknownKey = "unknown-key";

    /// <summary>A key that is needed and not there.</summary>
    public const string MissingKey = "missing-key";

    /// <summary>A key that is there twice.</summary>
    public const string DuplicateKey = "duplicate-key";

    /// <summary>A value of the wrong type.</summary>
    public const string WrongType = "wrong-type";

    /// <summary>A value that is not one of those allowed.</summary>
    public const string NotAllowed = "not-allowed";

    /// <summary>A number outside its range.</summary>
    public const string OutOfRange = "out-of-range";

    /// <summary>A quantity that cannot be read or is in another unit.</summary>
    public const string BadQuantity = "bad-quantity";

    /// <summary>An id that no entry has.</summary>
    public const string UnknownId = "unknown-id";

    /// <summary>An id that differs from its file's name, or that two rows share.</summary>
    public const string IdMismatch = "id-mismatch";

    /// <summary>A figure without source, date or grade.</summary>
    public const string Unsourced = "unsourced";
}
