using System.Collections.Immutable;

namespace Petaday.Planning;

/// <summary>What nothing else betters in every respect.</summary>
public static class ParetoFront
{
    /// <summary>
    /// Places of the points that no other is below or equal to in all three numbers; of equal points the first. The smallest first number comes first. A point with a
    /// number that is not finite is left out.
    /// </summary>
    public static ImmutableArray<int> Of(IReadOnlyList<(double X, double Y, double Z)> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        var order = Enumerable
            .Range(0, points.Count)
            .Where(index => double.IsFinite(points[index].X) && double.IsFinite(points[index].Y) && double.IsFinite(points[index].Z))
            .OrderBy(index => points[index])
            .ThenBy(index => index);
        var front = ImmutableArray.CreateBuilder<int>();
        foreach (var index in order)
        {
            // Those before it in the order are the only ones that can be below it.
            if (!front.Any(kept => Covers(points[kept], points[index])))
            {
                front.Add(index);
            }
        }

        return front.ToImmutable();
    }

    private static bool Covers((double X, double Y, double Z) one, (double X, double Y, double Z) other) =>
        one.X <= other.X && one.Y <= other.Y && one.Z <= other.Z;
}
