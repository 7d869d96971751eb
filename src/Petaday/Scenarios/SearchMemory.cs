using Petaday.Catalog;
using Petaday.Training;

namespace Petaday.Scenarios;

/// <summary>
/// Strategy searches that were made, for whoever asks many questions of one catalog: of a question's keys a search knows the model, the machines, the stack, the recipe
/// and what is recomputed, so that another price, site, goal or number of tokens needs no other search. May be used from any thread; it changes no answer but the
/// seconds of its search, which are those of the search that was made.
/// </summary>
public sealed class SearchMemory
{
    private const int Most = 256;
    private readonly Dictionary<Searched, ChosenStrategy> known = [];
    private readonly Queue<Searched> order = new();
    private readonly Lock gate = new();

    /// <summary>What was found for a case; otherwise what <paramref name="search"/> finds, which is kept where it is whole.</summary>
    internal ChosenStrategy? Of(Case one, Func<ChosenStrategy?> search)
    {
        // A model that the scenario itself describes has no entry to be known by.
        if (one.Strategy is not null || one.Model.Entry is not { } model)
        {
            return search();
        }

        var key = new Searched(
            model,
            one.System.Entry,
            one.Stack.Entry,
            one.Devices,
            one.Recipe with
            {
                Tokens = null,
            },
            StrategyChooser.Fixed(one)
        );
        lock (gate)
        {
            if (known.TryGetValue(key, out var found))
            {
                return found;
            }
        }

        var made = search();
        if (made?.Search is { Partial: false })
        {
            Keep(key, made);
        }

        return made;
    }

    private void Keep(Searched key, ChosenStrategy made)
    {
        lock (gate)
        {
            if (!known.TryAdd(key, made))
            {
                return;
            }

            order.Enqueue(key);
            if (order.Count > Most)
            {
                known.Remove(order.Dequeue());
            }
        }
    }

    /// <summary>All that a search depends on. Entries are one object each in a catalog.</summary>
    private sealed record Searched(Entry Model, Entry System, Entry Stack, int Devices, Recipe Recipe, Recomputation? Recomputation);
}
