using FsCheck;
using FsCheck.Fluent;
using Petaday.Sites;

namespace Petaday.Tests.Sites;

public sealed class PositionTests
{
    /// <summary>Distances as geographers give them, km.</summary>
    [Theory]
    [InlineData(51.5074, -0.1278, 40.7128, -74.0060, 5570)] // London, New York
    [InlineData(35.6762, 139.6503, 37.7749, -122.4194, 8270)] // Tokyo, San Francisco
    [InlineData(31.2304, 121.4737, 38.4872, 106.2309, 1600)] // Shanghai, Yinchuan
    [InlineData(0, 0, 0, 180, 20015)] // half around the equator
    [InlineData(90, 0, -90, 0, 20015)] // pole to pole
    public void Great_circles_are_as_long_as_they_are(double lat, double lon, double otherLat, double otherLon, double kilometres) =>
        (new Position(lat, lon).DistanceTo(new Position(otherLat, otherLon)) / 1000).ShouldBe(kilometres, kilometres * 0.005);

    [Fact]
    public void It_is_the_same_both_ways_and_never_past_half_around() =>
        Prop.ForAll(
                Gen.Choose(-9000, 9000).Four().ToArbitrary(),
                ends =>
                {
                    var one = new Position(ends.Item1 / 100.0, ends.Item2 / 50.0);
                    var other = new Position(ends.Item3 / 100.0, ends.Item4 / 50.0);
                    double there = one.DistanceTo(other);
                    return there >= 0 && there <= 20_016_000 && Math.Abs(there - other.DistanceTo(one)) < 1e-6;
                }
            )
            .QuickCheckThrowOnFailure();
}
