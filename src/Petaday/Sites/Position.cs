namespace Petaday.Sites;

/// <summary>A point of the globe.</summary>
/// <param name="Latitude">Degrees, -90 to 90, north above zero.</param>
/// <param name="Longitude">Degrees, -180 to 180, east above zero.</param>
public readonly record struct Position(double Latitude, double Longitude)
{
    // The mean radius of the Earth (IUGG), m.
    private const double EarthRadius = 6_371_008.8;

    /// <summary>Along the great circle, m (haversine formula).</summary>
    public double DistanceTo(Position other)
    {
        double latitudes = double.DegreesToRadians(other.Latitude - Latitude);
        double longitudes = double.DegreesToRadians(other.Longitude - Longitude);
        double haversine =
            Square(Math.Sin(latitudes / 2))
            + (
                Math.Cos(double.DegreesToRadians(Latitude))
                * Math.Cos(double.DegreesToRadians(other.Latitude))
                * Square(Math.Sin(longitudes / 2))
            );
        return 2 * EarthRadius * Math.Asin(Math.Sqrt(Math.Clamp(haversine, 0, 1)));
    }

    private static double Square(double value) => value * value;
}
