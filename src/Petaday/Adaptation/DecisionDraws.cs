using System.Collections.Immutable;

namespace Petaday.Adaptation;

/// <summary>Demand, prices, effort and failure as distributions: every allowed path worked out anew from the same draws.</summary>
public static class DecisionDraws
{
    /// <summary>Draws that are made.</summary>
    public const int Count = 4000;

    /// <summary>The spread of every allowed path.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="seed">Same seed, same draws.</param>
    public static ImmutableArray<PathDraws> Of(Decision decision, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ImmutableArray<PathOption> allowed = [.. decision.Options.Where(static option => option.IsAllowed)];
        if (allowed.IsEmpty)
        {
            return [];
        }

        double[][] nets = [.. allowed.Select(option => Nets(option, seed))];
        return [.. allowed.Select((option, place) => Summary(option, nets, place))];
    }

    private static double[] Nets(PathOption option, ulong seed)
    {
        var draws = new LineDraws();
        var money = option.Money!;
        double[][] values = draws.Draw([draws.Add(money.Chance), draws.Add(money.NetIfReached), draws.Add(money.NetIfMissed)], Count, seed);
        double[] luck = LineDraws.Uniforms("quality of " + PathNames.Key(option.Path), Count, seed);
        return [.. luck.Select((uniform, draw) => uniform < values[0][draw] ? values[1][draw] : values[2][draw])];
    }

    private static PathDraws Summary(PathOption option, double[][] nets, int place)
    {
        double[] own = nets[place];
        double[] sorted = [.. own.Order()];
        int best = Enumerable.Range(0, Count).Count(draw => nets.All(other => other[draw] <= own[draw]));
        return new PathDraws(
            option,
            At(sorted, 0.05),
            At(sorted, 0.5),
            At(sorted, 0.95),
            own.Average(),
            (double)own.Count(static net => net > 0) / Count,
            (double)best / Count
        );
    }

    private static double At(double[] sorted, double share) => sorted[(int)Math.Round(share * (sorted.Length - 1))];
}
