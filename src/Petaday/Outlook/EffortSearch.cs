using System.Collections.Immutable;

namespace Petaday.Outlook;

/// <summary>
/// The set of levers within a budget of effort that makes a metric smallest, by joint evaluations: levers do not multiply freely, so that no sum of single effects
/// stands for them. Few sets are all looked at, which proves the best; of many, levers are added by what they gain a point of effort, and then exchanged one for one
/// while that gains.
/// </summary>
/// <param name="budget">Points of effort.</param>
/// <param name="evaluate">The metric of a set, in the order given; null where it is not feasible. Smaller is better.</param>
/// <param name="mostSets">Sets that are looked at all; beyond, the search is not exact.</param>
public sealed class EffortSearch(double budget, Func<ImmutableArray<Lever>, double?> evaluate, int mostSets)
{
    private readonly Dictionary<string, double?> known = new(StringComparer.Ordinal);

    /// <summary>The best set among <paramref name="levers"/>, which may be none of them; null where not even that can be evaluated.</summary>
    public EffortChoice? Best(ImmutableArray<Lever> levers)
    {
        var sets = All(levers);
        var best = sets is null
            ? Improved(levers, Greedy(levers))
            : sets.Where(set => Value(set) is not null).MinBy(set => Value(set)!.Value);
        return best.IsDefault || Value(best) is not { } value
            ? null
            : new EffortChoice(best, value, best.Sum(lever => lever.Effort), sets is not null, known.Count);
    }

    /// <summary>Every set that can be had within the budget, the empty one first; null where they are more than are looked at.</summary>
    private List<ImmutableArray<Lever>>? All(ImmutableArray<Lever> levers)
    {
        List<ImmutableArray<Lever>> sets =
        [
            [],
        ];
        foreach (var lever in levers)
        {
            sets.AddRange(sets.Where(set => Fits(set, lever)).Select(set => set.Add(lever)).ToList());
            if (sets.Count > mostSets)
            {
                return null;
            }
        }

        return sets;
    }

    private ImmutableArray<Lever> Greedy(ImmutableArray<Lever> levers)
    {
        ImmutableArray<Lever> chosen = [];
        while (true)
        {
            var (next, gain) = levers
                .Where(lever => !chosen.Contains(lever) && Fits(chosen, lever))
                .Select(lever => (Lever: lever, Gain: Gain(chosen, lever)))
                .Where(pair => pair.Gain > 0)
                .OrderByDescending(pair => pair.Gain)
                .FirstOrDefault();
            if (next is null || gain <= 0)
            {
                return chosen;
            }

            chosen = Ordered(levers, chosen.Add(next));
        }
    }

    private double Gain(ImmutableArray<Lever> chosen, Lever lever) =>
        Value(chosen) is { } before && Value(chosen.Add(lever)) is { } after ? Math.Log(before / after) / Math.Max(lever.Effort, 1e-3) : 0;

    /// <summary>Exchanges one lever for another, or adds one, while that makes the metric smaller.</summary>
    private ImmutableArray<Lever> Improved(ImmutableArray<Lever> levers, ImmutableArray<Lever> chosen)
    {
        while (true)
        {
            var better = chosen
                .Select(lever => chosen.Remove(lever))
                .SelectMany(less =>
                    levers.Where(lever => !chosen.Contains(lever) && Fits(less, lever)).Select(lever => Ordered(levers, less.Add(lever)))
                )
                .Where(set => Value(set) < Value(chosen))
                .OrderBy(set => Value(set))
                .FirstOrDefault();
            if (better.IsDefault)
            {
                return chosen;
            }

            chosen = better;
        }
    }

    private bool Fits(ImmutableArray<Lever> set, Lever lever) =>
        set.Sum(one => one.Effort) + lever.Effort <= budget && set.All(one => one.Against(lever) is null);

    private double? Value(ImmutableArray<Lever> set)
    {
        string key = string.Join(',', set.Select(lever => lever.Id).Order(StringComparer.Ordinal));
        if (!known.TryGetValue(key, out double? value))
        {
            known[key] = value = evaluate(set);
        }

        return value;
    }

    private static ImmutableArray<Lever> Ordered(ImmutableArray<Lever> levers, ImmutableArray<Lever> set) =>
        [.. levers.Where(set.Contains)];
}
