namespace Petaday.Catalog;

/// <summary>Files of the disk: one stands beside the document that names it; one from a flag where the command runs.</summary>
public sealed class DiskFiles : IInputFiles
{
    /// <inheritdoc/>
    public string PathOf(Node name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Place.File is { } file && !file.StartsWith('-')
            ? Path.Combine(Path.GetDirectoryName(file) ?? "", name.Text)
            : name.Text;
    }

    /// <inheritdoc/>
    public Diagnostic? Refusal(Node name) => null;

    /// <inheritdoc/>
    public string? Whole(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Contains('\0', StringComparison.Ordinal) ? null : Path.GetFullPath(path);
    }

    /// <inheritdoc/>
    public bool TryReadText(string path, ICollection<Diagnostic> diagnostics, out string text) =>
        DocumentReader.TryReadText(path, diagnostics, out text);
}
