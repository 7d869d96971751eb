using System.Collections.Immutable;

namespace Petaday.Reports;

/// <summary>Finds places for labels so that no two meet and none covers a point: the first label has the first choice; one that finds no place is left out.</summary>
internal static class MapLabels
{
    private const double Height = 14;
    private const double LetterWidth = 6.6;
    private const double Gap = 3;
    private const int Rings = 3;

    /// <summary>The label of each point, in their order; null where there was no place.</summary>
    /// <param name="points">Centres and radii in pixels, the most important first, with their text.</param>
    /// <param name="width">Of the map.</param>
    /// <param name="top">Upper edge of the map.</param>
    /// <param name="bottom">Lower edge.</param>
    public static ImmutableArray<MapLabel?> Place(
        IReadOnlyList<(double X, double Y, double Radius, string Text)> points,
        double width,
        double top,
        double bottom
    )
    {
        List<MapLabel> taken =
        [
            .. points.Select(point => new MapLabel(point.X - point.Radius, point.Y - point.Radius, 2 * point.Radius, 2 * point.Radius, "")),
        ];
        var placed = ImmutableArray.CreateBuilder<MapLabel?>(points.Count);
        foreach (var point in points)
        {
            MapLabel? free = null;
            foreach (var label in Candidates(point))
            {
                if (
                    label.Left >= 0
                    && label.Left + label.Width <= width
                    && label.Top >= top
                    && label.Top + label.Height <= bottom
                    && !taken.Exists(label.Meets)
                )
                {
                    free = label;
                    break;
                }
            }

            if (free is { } found)
            {
                taken.Add(found);
            }

            placed.Add(free);
        }

        return placed.ToImmutable();
    }

    private static IEnumerable<MapLabel> Candidates((double X, double Y, double Radius, string Text) point)
    {
        double width = point.Text.Length * LetterWidth;
        for (int ring = 0; ring < Rings; ring++)
        {
            double away = point.Radius + Gap + (ring * Height * 0.75);
            double[] lefts = [point.X + away, point.X - away - width, point.X - (width / 2)];
            double[] tops = [point.Y - (Height / 2), point.Y - away - Height, point.Y + away];
            (int Left, int Top)[] order = [(0, 0), (1, 0), (2, 1), (2, 2), (0, 1), (0, 2), (1, 1), (1, 2)];
            foreach (var (left, top) in order)
            {
                yield return new MapLabel(lefts[left], tops[top], width, Height, point.Text);
            }
        }
    }
}
