using System.Collections.Immutable;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Runs;

/// <summary>
/// Intervals of lines from those of the leaves below them: each leaf goes to its ends alone, the others stay, and what that does to a line adds up as squares
/// (first-order propagation of independent errors, each side for itself).
/// </summary>
internal static class LeafSpread
{
    /// <summary>An interval for each target; null where its value is not known.</summary>
    /// <param name="targets">What is asked for.</param>
    /// <param name="known">A line whose own leaves stay as they are.</param>
    public static ImmutableArray<Interval?> Of(ImmutableArray<Line> targets, Line known)
    {
        HashSet<Line> seen = new(ReferenceEqualityComparer.Instance) { known };
        List<Line> leaves = [];
        foreach (Line target in targets)
        {
            Gather(target, seen, leaves);
        }

        double[] below = new double[targets.Length];
        double[] above = new double[targets.Length];
        foreach (Line leaf in leaves)
        {
            Interval range = leaf.Interval.GetValueOrDefault();
            Move(targets, new Evaluation(leaf, range.Low), new Evaluation(leaf, range.High), below, above);
        }

        return
        [
            .. targets.Select(
                (target, i) =>
                    target.Value is { } value ? new Interval(value - Math.Sqrt(below[i]), value + Math.Sqrt(above[i])) : (Interval?)null
            ),
        ];
    }

    private static void Move(ImmutableArray<Line> targets, Evaluation low, Evaluation high, double[] below, double[] above)
    {
        for (int i = 0; i < targets.Length; i++)
        {
            if (targets[i].Value is { } value)
            {
                double first = Moved(low.Of(targets[i]), value);
                double second = Moved(high.Of(targets[i]), value);
                below[i] += Math.Pow(Math.Min(0, Math.Min(first, second)), 2);
                above[i] += Math.Pow(Math.Max(0, Math.Max(first, second)), 2);
            }
        }
    }

    // An end of a range at which a job does not finish says nothing of how long it takes.
    private static double Moved(double? to, double from) => to is { } known && double.IsFinite(known) ? known - from : 0;

    private static void Gather(Line line, HashSet<Line> seen, List<Line> leaves)
    {
        if (!seen.Add(line))
        {
            return;
        }

        if (line.Origin is { } origin)
        {
            Gather(origin, seen, leaves);
        }
        else if (line is { Combination: Combination.Leaf, Value: not null, Interval: not null })
        {
            leaves.Add(line);
        }
        else
        {
            foreach (Line part in line.Parts)
            {
                Gather(part, seen, leaves);
            }
        }
    }

    // One working-out of a tree with one leaf changed; a line that stands in it twice is worked out once.
    private sealed class Evaluation(Line leaf, double value)
    {
        private readonly Dictionary<Line, double?> done = new(ReferenceEqualityComparer.Instance) { [leaf] = value };

        public double? Of(Line line)
        {
            if (!done.TryGetValue(line, out double? result))
            {
                result = line.Origin is { } origin ? Of(origin) : Combined(line);
                done.Add(line, result);
            }

            return result;
        }

        private double? Combined(Line line)
        {
            switch (line.Combination)
            {
                case Combination.Sum:
                    return line.Parts.Aggregate((double?)0, (total, part) => total + Of(part));
                case Combination.Product:
                    return line.Parts.Aggregate((double?)1, (product, part) => product * Of(part));
                case Combination.Computed:
                    double?[] parts = [.. line.Parts.Select(Of)];
                    return
                        parts.All(part => part is not null)
                        && line.Compute!([.. parts.Select(part => part.GetValueOrDefault())]) is var computed
                        && double.IsFinite(computed)
                        ? computed
                        : null;
                default:
                    return line.Value;
            }
        }
    }
}
