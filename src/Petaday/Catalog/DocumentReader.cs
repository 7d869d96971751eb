using System.Text;

namespace Petaday.Catalog;

/// <summary>
/// Reads a YAML or JSON document into <see cref="Node"/>s, or says why it cannot. Bounded: 8 MiB, 64 levels, 200,000 values, no anchors, so that no
/// file can hang the program or fill its memory.
/// </summary>
public static class DocumentReader
{
    /// <summary>The largest document that is read, in bytes.</summary>
    public const int LargestBytes = 8 * 1024 * 1024;

    /// <summary>The deepest nesting that is read.</summary>
    public const int Deepest = 64;

    /// <summary>The most values (or rows of a table) that are read.</summary>
    public const int MostValues = 200_000;

    private const int MostNames = 10_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file: JSON when its name ends in .json, YAML otherwise. Null, with diagnostics added, when it cannot be read.</summary>
    public static Node? ReadFile(string path, ICollection<Diagnostic> diagnostics) =>
        TryReadText(path, diagnostics, out string text) ? Parse(text, path, diagnostics) : null;

    /// <summary>Parses text: JSON when the file's name ends in .json or the text is JSON, YAML otherwise.</summary>
    /// <param name="text">The document.</param>
    /// <param name="file">Its name for messages; null when it has none.</param>
    /// <param name="diagnostics">Gets what is wrong.</param>
    /// <returns>Null, with diagnostics added, when the text is no document. An empty document is a Null node.</returns>
    public static Node? Parse(string text, string? file, ICollection<Diagnostic> diagnostics)
    {
        if (text.Length > LargestBytes)
        {
            diagnostics.Add(TooLarge(file));
            return null;
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            diagnostics.Add(new(DiagnosticCodes.Encoding, file, 0, 0, "", "this is a binary file", "YAML or JSON text"));
            return null;
        }

        if (file?.EndsWith(".json", StringComparison.OrdinalIgnoreCase) == true)
        {
            return JsonDocumentReader.Read(text, file, diagnostics);
        }

        if (text.AsSpan().TrimStart() is ['{' or '[', ..])
        {
            // JSON is YAML in nearly every case; its own reader is stricter and knows tabs, so it has the first try.
            List<Diagnostic> asJson = [];
            if (JsonDocumentReader.Read(text, file, asJson) is { } node)
            {
                return node;
            }
        }

        return YamlDocumentReader.Read(text, file, diagnostics);
    }

    /// <summary>Reads a UTF-8 text file within the limit; false, with a diagnostic added, when it cannot be read.</summary>
    public static bool TryReadText(string path, ICollection<Diagnostic> diagnostics, out string text)
    {
        text = "";
        try
        {
            return TryDecode(ReadBounded(path), path, diagnostics, out text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            diagnostics.Add(Unreadable(path, e));
        }

        return false;
    }

    /// <summary>Decodes a UTF-8 text within the limit; false, with a diagnostic added, when it is none.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, string path, ICollection<Diagnostic> diagnostics, out string text)
    {
        text = "";
        if (bytes.Length > LargestBytes)
        {
            diagnostics.Add(TooLarge(path));
            return false;
        }

        try
        {
            text = Strict.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            diagnostics.Add(new(DiagnosticCodes.Encoding, path, 0, 0, "", "this is not UTF-8 text", "a UTF-8 file"));
            return false;
        }
    }

    // Devices and pipes tell no length, so the limit is held while reading.
    private static byte[] ReadBounded(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        using MemoryStream kept = new(stream.CanSeek ? (int)Math.Min(stream.Length, LargestBytes) : 0);
        byte[] buffer = new byte[64 * 1024];
        int read;
        while (kept.Length <= LargestBytes && (read = stream.Read(buffer)) > 0)
        {
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    /// <summary>Why a file cannot be read, with the nearest name in its directory when there is no such file.</summary>
    internal static Diagnostic Unreadable(string path, Exception e) =>
        e switch
        {
            _ when Directory.Exists(path) => new(DiagnosticCodes.Unreadable, path, 0, 0, "", "this is a directory, not a file"),
            FileNotFoundException or DirectoryNotFoundException => new(
                DiagnosticCodes.Unreadable,
                path,
                0,
                0,
                "",
                "there is no such file",
                null,
                NearestFile(path)
            ),
            UnauthorizedAccessException => new(DiagnosticCodes.Unreadable, path, 0, 0, "", "this file may not be read"),
            _ => new(DiagnosticCodes.Unreadable, path, 0, 0, "", "this file cannot be read (" + e.Message + ")"),
        };

    private static string? NearestFile(string path)
    {
        string directory = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";
        try
        {
            IEnumerable<string> names = Directory.EnumerateFiles(directory).Select(static file => Path.GetFileName(file)).Take(MostNames);
            return Quantities.Spelling.Nearest(Path.GetFileName(path), names) is { } nearest ? $"'{nearest}'" : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal static Diagnostic TooMany(string? file) =>
        new(DiagnosticCodes.TooLarge, file, 0, 0, "", "the document has more than 200,000 values");

    private static Diagnostic TooLarge(string? file) => new(DiagnosticCodes.TooLarge, file, 0, 0, "", "the document is larger than 8 MiB");
}
