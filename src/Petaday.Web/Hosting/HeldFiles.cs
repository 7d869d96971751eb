using Petaday.Catalog;

namespace Petaday.Web.Hosting;

/// <summary>
/// Files that are too large for an address, held in memory under the hash of their content: the address names the hash. Bounded; the one that was asked for longest ago goes first.
/// </summary>
public sealed class HeldFiles(int mostFiles, int mostBytes)
{
    private readonly LastUsed<AttachedFile> files = new(mostFiles, mostBytes, static file => file.Bytes.Length);

    /// <summary>Files that are held now.</summary>
    public int Count => files.Count;

    /// <summary>Holds a file.</summary>
    public void Hold(AttachedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        files.Keep(file.Hash, file);
    }

    /// <summary>The file of a hash, under the name that the address gives it; null where it is no longer held.</summary>
    public AttachedFile? Find(string hash, string name) =>
        files.Find(hash) is { } file ? (file.Name == name ? file : file with { Name = name }) : null;
}
