using Petaday.Catalog;

namespace Petaday.Web.Hosting;

/// <summary>
/// Files that are too large for an address, held in memory under the hash of their content: the address names the hash. Bounded; the one that was asked for longest ago goes first.
/// </summary>
public sealed class HeldFiles(int mostFiles, int mostBytes)
{
    private readonly Dictionary<string, LinkedListNode<AttachedFile>> known = new(StringComparer.Ordinal);
    private readonly LinkedList<AttachedFile> order = new();
    private readonly Lock gate = new();
    private long bytes;

    /// <summary>Files that are held now.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return known.Count;
            }
        }
    }

    /// <summary>Holds a file.</summary>
    public void Hold(AttachedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        lock (gate)
        {
            if (known.TryGetValue(file.Hash, out var there))
            {
                order.Remove(there);
                order.AddFirst(there);
                return;
            }

            known[file.Hash] = order.AddFirst(file);
            bytes += file.Bytes.Length;
            while (known.Count > mostFiles || bytes > mostBytes)
            {
                var oldest = order.Last!.Value;
                order.RemoveLast();
                known.Remove(oldest.Hash);
                bytes -= oldest.Bytes.Length;
            }
        }
    }

    /// <summary>The file of a hash, under the name that the address gives it; null where it is no longer held.</summary>
    public AttachedFile? Find(string hash, string name)
    {
        lock (gate)
        {
            if (!known.TryGetValue(hash, out var node))
            {
                return null;
            }

            order.Remove(node);
            order.AddFirst(node);
            return node.Value.Name == name ? node.Value : node.Value with { Name = name };
        }
    }
}
