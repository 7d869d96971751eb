using System.Collections.Immutable;

namespace Petaday.Adaptation;

/// <summary>Finds the monthly tokens at which the recommended path meets each other one, both with the models and machines that they have.</summary>
public static class BreakEvens
{
    private const double Least = 1e5;
    private const double Most = 1e13;
    private const int Steps = 64;
    private const int Halvings = 30;

    /// <summary>One for each allowed path beside the recommended one.</summary>
    public static ImmutableArray<BreakEven> Find(Decision decision, AdaptationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(facts);
        return decision.Recommended is { } path
            ?
            [
                .. decision
                    .Options.Where(option => option.IsAllowed && !ReferenceEquals(option, path))
                    .Select(other => Between(path, other, decision.Task, facts)),
            ]
            : [];
    }

    /// <summary>The crossing nearest to the task's own tokens, in proportion.</summary>
    private static BreakEven Between(PathOption path, PathOption other, AdaptationTask task, AdaptationFacts facts)
    {
        double? nearest = null;
        bool above = false;
        double last = Lead(path, other, task, Least, facts);
        for (int step = 1; step <= Steps; step++)
        {
            double low = At(step - 1);
            double high = At(step);
            double next = Lead(path, other, task, high, facts);
            if (last > 0 != next > 0 && !double.IsNaN(last) && !double.IsNaN(next))
            {
                double crossing = Crossing(path, other, task, facts, low, high, last > 0);
                if (
                    nearest is not { } before
                    || Math.Abs(Math.Log(crossing / task.MonthlyTokens)) < Math.Abs(Math.Log(before / task.MonthlyTokens))
                )
                {
                    (nearest, above) = (crossing, next > 0);
                }
            }

            last = next;
        }

        return new BreakEven(path, other, nearest, above);
    }

    private static double At(int step) => Least * Math.Pow(Most / Least, (double)step / Steps);

    private static double Crossing(
        PathOption path,
        PathOption other,
        AdaptationTask task,
        AdaptationFacts facts,
        double low,
        double high,
        bool leadsLow
    )
    {
        for (int halving = 0; halving < Halvings; halving++)
        {
            double middle = Math.Sqrt(low * high);
            if (Lead(path, other, task, middle, facts) > 0 == leadsLow)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return Math.Sqrt(low * high);
    }

    /// <summary>By how much the one path is worth more than the other where both reach the quality, USD of today.</summary>
    private static double Lead(PathOption path, PathOption other, AdaptationTask task, double tokens, AdaptationFacts facts)
    {
        var lines = new TaskLines(task with { MonthlyTokens = tokens }, facts);
        var worths = new PathWorths(lines, facts);
        return Net(path, worths, lines.Task, facts) - Net(other, worths, lines.Task, facts);
    }

    private static double Net(PathOption option, PathWorths worths, AdaptationTask task, AdaptationFacts facts) =>
        Candidates.Like(option, task, facts) is { } candidate ? worths.Of(candidate).NetIfReached.Value ?? double.NaN : double.NaN;
}
