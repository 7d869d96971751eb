namespace Petaday.Planning;

/// <summary>What a part of a search counted and kept.</summary>
internal sealed class SearchTally
{
    private const int Slots = 4;

    private readonly SearchEntry[] exact = new SearchEntry[Slots];
    private readonly List<SearchEntry>[] open =
    [
        [],
        [],
        [],
        [],
    ];

    /// <summary>Strategies whose time and memory were computed.</summary>
    public long Evaluated { get; set; }

    /// <summary>Of these, those that fit.</summary>
    public long Feasible { get; set; }

    /// <summary>The one of least memory among those that do not fit; its strategy is null where there is none.</summary>
    public SearchEntry Nearest { get; private set; }

    /// <summary>Its memory, bytes.</summary>
    public double NearestBytes => Nearest.Sharded is null ? double.PositiveInfinity : Nearest.MemoryBytes;

    /// <summary>What may be among the best.</summary>
    public List<SearchEntry> Kept { get; } = [];

    /// <summary>Seconds of the fastest plan of a kind so far under this pipeline, of those whose time is known.</summary>
    public double Bar(bool interleaved, bool sharded)
    {
        ref readonly var best = ref exact[Slot(interleaved, sharded)];
        return best.Sharded is null ? double.PositiveInfinity : best.Seconds;
    }

    /// <summary>Takes a strategy that fits and is below the bar of its kind.</summary>
    public void Offer(in SearchEntry entry)
    {
        var slot = Slot(entry.Sharded.VirtualPipeline > 1, entry.Sharded.ZeroStage == 3);
        if (entry.Exact)
        {
            exact[slot] = entry;
        }
        else
        {
            open[slot].Add(entry);
        }
    }

    /// <summary>Takes a strategy that does not fit and needs less than <see cref="NearestBytes"/>.</summary>
    public void Miss(in SearchEntry entry) => Nearest = entry;

    /// <summary>Ends a pipeline: what was offered since the last end is kept as far as it may be the best of its kind.</summary>
    public void Close()
    {
        for (var slot = 0; slot < Slots; slot++)
        {
            var best = exact[slot];
            if (best.Sharded is not null)
            {
                Kept.Add(best);
            }

            foreach (var entry in open[slot])
            {
                if (best.Sharded is null || entry.Seconds <= best.Seconds)
                {
                    Kept.Add(entry);
                }
            }

            open[slot].Clear();
            exact[slot] = default;
        }
    }

    private static int Slot(bool interleaved, bool sharded) => (interleaved ? 1 : 0) + (sharded ? 2 : 0);
}
