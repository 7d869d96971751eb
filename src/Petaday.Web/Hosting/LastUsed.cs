namespace Petaday.Web.Hosting;

/// <summary>The things that were used last, by name; of what is more than there is room for, the one used longest ago goes first. For several threads.</summary>
/// <param name="most">How many there may be.</param>
/// <param name="mostWeight">What they may weigh together.</param>
/// <param name="weigh">What one weighs; nothing where left out.</param>
internal sealed class LastUsed<T>(int most, long mostWeight = 0, Func<T, long>? weigh = null)
    where T : class
{
    private readonly Dictionary<string, LinkedListNode<(string Name, T Thing)>> known = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Name, T Thing)> order = new();
    private readonly Lock gate = new();
    private long weight;

    /// <summary>How many there are.</summary>
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

    /// <summary>Uses what has a name; null where nothing has.</summary>
    public T? Find(string name)
    {
        lock (gate)
        {
            return Used(name);
        }
    }

    /// <summary>Keeps a thing under a name; what stands there already stays, and is used.</summary>
    public void Keep(string name, T thing)
    {
        lock (gate)
        {
            if (Used(name) is not null)
            {
                return;
            }

            known[name] = order.AddFirst((name, thing));
            weight += Weight(thing);
            while (known.Count > most || weight > mostWeight)
            {
                var oldest = order.Last!.Value;
                order.RemoveLast();
                known.Remove(oldest.Name);
                weight -= Weight(oldest.Thing);
            }
        }
    }

    private T? Used(string name)
    {
        if (!known.TryGetValue(name, out var node))
        {
            return null;
        }

        order.Remove(node);
        order.AddFirst(node);
        return node.Value.Thing;
    }

    private long Weight(T thing) => weigh?.Invoke(thing) ?? 0;
}
