using System.Collections.Concurrent;
using Petaday.Planning;
using Petaday.Training;

namespace Petaday.Scenarios;

/// <summary>
/// Searches that were made with one catalog. What a step takes knows nothing of sites, prices, goals or the length of the run: who varies those searches once. The same
/// question has the same answer, so that nothing here can be out of date. Any number of threads may use it.
/// </summary>
internal sealed class SearchMemory
{
    // A search keeps a few candidates of some kilobytes.
    private const int Most = 512;
    private readonly ConcurrentDictionary<Key, Lazy<Found>> known = new();

    /// <summary>What a search of a case found, made now where it was not made before.</summary>
    /// <param name="one">The case; its tokens, site and payment play no part.</param>
    /// <param name="keep">How many different strategies it gives.</param>
    /// <param name="search">Makes the search; the time that it took is remembered with it.</param>
    /// <param name="cancellation">Stops the search: what was cut short is not remembered.</param>
    public Found Of(Case one, int keep, Func<Found> search, CancellationToken cancellation)
    {
        var key = new Key(
            one.Model.Architecture,
            one.System.Entry.Id,
            one.Stack.Entry.Id,
            one.Recipe with
            {
                Tokens = null,
            },
            one.Devices,
            StrategyChooser.Fixed(one),
            keep
        );
        if (known.Count >= Most)
        {
            known.Clear();
        }

        while (true)
        {
            var found = known.GetOrAdd(key, _ => new Lazy<Found>(search));
            if (Whole(found) is { } whole)
            {
                return whole;
            }

            // It was cut short: by whoever asked first, perhaps, who went away. Others make their own.
            known.TryRemove(KeyValuePair.Create(key, found));
            if (cancellation.IsCancellationRequested)
            {
                return search();
            }
        }
    }

    /// <summary>What was found; null where the search was cut short.</summary>
    private static Found? Whole(Lazy<Found> found)
    {
        try
        {
            return found.Value.Outcome.Partial ? null : found.Value;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>A search and the seconds that it took.</summary>
    internal sealed record Found(SearchOutcome Outcome, double Seconds);

    private sealed record Key(
        Architectures.Architecture Architecture,
        string System,
        string Stack,
        Recipe Recipe,
        int Devices,
        Recomputation? Recomputation,
        int Keep
    );
}
