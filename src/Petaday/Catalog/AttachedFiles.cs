using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Petaday.Quantities;

namespace Petaday.Catalog;

/// <summary>
/// Files that were sent along with a question, found by their plain names and nowhere else: who asks a server must not learn what files it has. Immutable.
/// </summary>
public sealed class AttachedFiles : IInputFiles
{
    private readonly FrozenDictionary<string, AttachedFile> byName;

    private AttachedFiles(ImmutableArray<AttachedFile> files)
    {
        All = files;
        byName = files.ToFrozenDictionary(static file => file.Name, StringComparer.Ordinal);
    }

    /// <summary>No files at all.</summary>
    public static AttachedFiles None { get; } = new([]);

    /// <summary>Every file, in the order that they came in.</summary>
    public ImmutableArray<AttachedFile> All { get; }

    /// <summary>The files, held against the limits; null, with diagnostics added, where a name, a size or their number is out of bounds.</summary>
    public static AttachedFiles? Of(IEnumerable<AttachedFile> files, AttachmentLimits limits, ICollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(diagnostics);
        int before = diagnostics.Count;
        ImmutableArray<AttachedFile> all = [.. files];
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (var file in all)
        {
            if (Refusal(file, limits) is { } refusal)
            {
                diagnostics.Add(refusal);
            }
            else if (!seen.Add(file.Name))
            {
                diagnostics.Add(new(DiagnosticCodes.DuplicateKey, file.Name, 0, 0, "", "two attached files have this name", "a name each"));
            }
        }

        if (all.Length > limits.MostFiles)
        {
            diagnostics.Add(TooMuch(null, $"{all.Length} files are attached", $"at most {limits.MostFiles}"));
        }

        if (all.Sum(static file => (long)file.Bytes.Length) > limits.MostBytes)
        {
            diagnostics.Add(TooMuch(null, "the attached files are too large together", $"at most {Size(limits.MostBytes)}"));
        }

        return diagnostics.Count > before ? null : new AttachedFiles(all);
    }

    /// <summary>These files, and those of <paramref name="under"/> whose names none of them has.</summary>
    public AttachedFiles Over(AttachedFiles under)
    {
        ArgumentNullException.ThrowIfNull(under);
        return new AttachedFiles([.. All, .. under.All.Where(file => !byName.ContainsKey(file.Name))]);
    }

    /// <inheritdoc/>
    public string PathOf(Node name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Text;
    }

    /// <inheritdoc/>
    public Diagnostic? Refusal(Node name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return byName.ContainsKey(name.Text)
            ? null
            : Missing(name.Text) with
            {
                File = name.Place.File is { } file && byName.ContainsKey(file) ? file : null,
                Line = name.Place.Line,
                Column = name.Place.Column,
                Key = name.Path,
            };
    }

    /// <inheritdoc/>
    public string? Whole(string path) => path;

    /// <inheritdoc/>
    public bool TryReadText(string path, ICollection<Diagnostic> diagnostics, out string text)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(diagnostics);
        text = "";
        if (!byName.TryGetValue(path, out var file))
        {
            diagnostics.Add(Missing(path));
            return false;
        }

        return DocumentReader.TryDecode(file.Bytes.Span, file.Name, diagnostics, out text);
    }

    private static Diagnostic? Refusal(AttachedFile file, AttachmentLimits limits) =>
        !AttachedFile.IsName(file.Name)
            ? new(
                DiagnosticCodes.NotAllowed,
                null,
                0,
                0,
                "",
                $"'{NumberText.Clip(file.Name)}' cannot be the name of an attached file",
                AttachedFile.Expected
            )
        : file.Bytes.Length > limits.MostBytesEach
            ? TooMuch(
                file.Name,
                string.Create(CultureInfo.InvariantCulture, $"this file has {file.Bytes.Length} bytes"),
                $"at most {Size(limits.MostBytesEach)} each"
            )
        : null;

    private Diagnostic Missing(string name) =>
        AttachedFile.IsName(name)
            ? new(
                DiagnosticCodes.NotAttached,
                null,
                0,
                0,
                "",
                $"'{NumberText.Clip(name)}' is not attached",
                "a file of that name sent along: a part of multipart/form-data, or the file field of the page",
                Spelling.Nearest(name, byName.Keys) is { } nearest ? $"'{nearest}'" : null
            )
            : new(
                DiagnosticCodes.NotAllowed,
                null,
                0,
                0,
                "",
                $"a file cannot be named here by '{NumberText.Clip(name)}'",
                $"the name of a file that is sent along: {AttachedFile.Expected}"
            );

    private static Diagnostic TooMuch(string? file, string message, string expected) =>
        new(DiagnosticCodes.TooLarge, file, 0, 0, "", message, expected);

    private static string Size(int bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes ({bytes / (double)(1 << 20):0.###} MiB)");
}
