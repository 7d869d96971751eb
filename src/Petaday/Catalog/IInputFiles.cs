namespace Petaday.Catalog;

/// <summary>
/// Where the files that a scenario names come from: the disk for who runs the program (<see cref="DiskFiles"/>), what was sent along for who asks a server
/// (<see cref="AttachedFiles"/>). It is handed down with the scenario, so that there is no second way to a file.
/// </summary>
public interface IInputFiles
{
    /// <summary>What a key or a cell names, as messages call it and as <see cref="TryReadText"/> takes it.</summary>
    string PathOf(Node name);

    /// <summary>Why what a key or a cell names cannot be had, known before it is read; null where reading will tell.</summary>
    Diagnostic? Refusal(Node name);

    /// <summary>The one name under which a path is the same file; null for what can be no file's name.</summary>
    string? Whole(string path);

    /// <summary>The text of a file, UTF-8 and within the limit; false, with a diagnostic added, where it cannot be read.</summary>
    bool TryReadText(string path, ICollection<Diagnostic> diagnostics, out string text);
}
