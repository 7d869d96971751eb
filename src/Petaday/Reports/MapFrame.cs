using System.Collections.Immutable;
using Petaday.Sites;

namespace Petaday.Reports;

/// <summary>The part of the globe that a map shows, in pixels: longitude across, latitude up, a degree as wide as it is high at the middle latitude.</summary>
/// <param name="West">Longitude of the left edge.</param>
/// <param name="North">Latitude of the upper edge.</param>
/// <param name="PixelsAcross">Of a degree of longitude.</param>
/// <param name="PixelsUp">Of a degree of latitude.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
internal sealed record MapFrame(double West, double North, double PixelsAcross, double PixelsUp, double Width, double Height)
{
    private const double MostHeight = 620;
    private static readonly double[] Steps = [1, 2, 5, 10, 15, 30, 45];

    /// <summary>The frame around positions.</summary>
    public static MapFrame Around(ImmutableArray<Position> positions, double width, double leastSpan, double margin)
    {
        var (west, east) = Widened(positions.Min(one => one.Longitude), positions.Max(one => one.Longitude), leastSpan, margin);
        var (south, north) = Widened(positions.Min(one => one.Latitude), positions.Max(one => one.Latitude), leastSpan / 2, margin);
        double across = width / (east - west);
        double up = across / Math.Max(0.2, Math.Cos(double.DegreesToRadians((south + north) / 2)));
        double height = up * (north - south);
        return height <= MostHeight
            ? new MapFrame(west, north, across, up, width, height)
            : new MapFrame(west, north, across, MostHeight / (north - south), width, MostHeight);
    }

    /// <summary>Pixels from the left edge.</summary>
    public double X(double longitude) => (longitude - West) * PixelsAcross;

    /// <summary>Pixels from the upper edge.</summary>
    public double Y(double latitude) => (North - latitude) * PixelsUp;

    /// <summary>Round longitudes within the frame.</summary>
    public IEnumerable<double> Longitudes() => Round(West, West + (Width / PixelsAcross));

    /// <summary>Round latitudes within the frame.</summary>
    public IEnumerable<double> Latitudes() => Round(North - (Height / PixelsUp), North);

    private static (double Low, double High) Widened(double low, double high, double leastSpan, double margin)
    {
        double span = Math.Max(leastSpan, (high - low) * (1 + (2 * margin)));
        double middle = (low + high) / 2;
        return (middle - (span / 2), middle + (span / 2));
    }

    private static IEnumerable<double> Round(double low, double high)
    {
        double step = Steps.First(step => (high - low) / step <= 9 || step == Steps[^1]);
        for (double at = Math.Ceiling(low / step) * step; at <= high; at += step)
        {
            yield return at;
        }
    }
}
