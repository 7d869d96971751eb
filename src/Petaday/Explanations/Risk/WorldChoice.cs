using System.Collections.Immutable;

namespace Petaday.Explanations.Risk;

/// <summary>Which world a draw falls into: the one nearest to its values of the choices, by the shares that lie below them.</summary>
internal sealed class WorldChoice(RiskModel model, DrawTable table)
{
    private readonly ImmutableArray<RiskWorld> worlds = model.Worlds.IsEmpty ? [model.Base] : model.Worlds;

    /// <summary>Draws by world.</summary>
    /// <param name="count">Number of draws.</param>
    /// <param name="second">Whether choices take their second values.</param>
    /// <param name="exchanged">A choice that takes its other value; null for none.</param>
    public int[][] Sort(int count, bool second, string? exchanged = null)
    {
        if (worlds.Length == 1)
        {
            return
            [
                [.. Enumerable.Range(0, count)],
            ];
        }

        List<int>[] sorted = [.. worlds.Select(static _ => new List<int>())];
        Span<double> place = stackalloc double[model.Choices.Length];
        for (int draw = 0; draw < count; draw++)
        {
            for (int choice = 0; choice < place.Length; choice++)
            {
                string id = model.Choices[choice].Id;
                place[choice] = table.Share(id, second ^ (id == exchanged), draw);
            }

            sorted[Nearest(place)].Add(draw);
        }

        return [.. sorted.Select(static draws => draws.ToArray())];
    }

    /// <summary>The world nearest to a place in the unit cube; the first of several.</summary>
    public int Nearest(ReadOnlySpan<double> place)
    {
        int nearest = 0;
        double least = double.PositiveInfinity;
        for (int world = 0; world < worlds.Length; world++)
        {
            double distance = 0;
            for (int choice = 0; choice < place.Length; choice++)
            {
                double apart = worlds[world].Place[choice] - place[choice];
                distance += apart * apart;
            }

            if (distance < least)
            {
                (nearest, least) = (world, distance);
            }
        }

        return nearest;
    }
}
