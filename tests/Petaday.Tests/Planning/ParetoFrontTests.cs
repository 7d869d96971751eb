using FsCheck;
using FsCheck.Fluent;
using Petaday.Planning;

namespace Petaday.Tests.Planning;

public sealed class ParetoFrontTests
{
    [Fact]
    public void A_front_by_hand()
    {
        (double, double, double)[] points =
        [
            (3, 1, 1),
            (1, 3, 1),
            (2, 2, 1),
            (2, 2, 1),
            (3, 3, 1),
            (9, 9, 0.5),
            (1, 1, double.NaN),
            (1, 1, double.PositiveInfinity),
        ];
        ParetoFront.Of(points).ShouldBe([1, 2, 0, 5]);
    }

    [Fact]
    public void Nothing_on_a_front_is_covered_and_everything_else_is() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<(byte, byte, byte)[]>(),
                raw =>
                {
                    (double X, double Y, double Z)[] points =
                    [
                        .. raw.Select(one => ((double)(one.Item1 % 6), (double)(one.Item2 % 6), (double)(one.Item3 % 6))),
                    ];
                    var front = ParetoFront.Of(points);
                    return points
                        .Select((point, index) => (point, index))
                        .All(one =>
                            front.Contains(one.index)
                                ? !points.Any(other => other != one.point && Covers(other, one.point))
                                : front.Any(index => Covers(points[index], one.point))
                        );
                }
            )
            .QuickCheckThrowOnFailure();

    private static bool Covers((double X, double Y, double Z) one, (double X, double Y, double Z) other) =>
        one.X <= other.X && one.Y <= other.Y && one.Z <= other.Z;
}
