using Petaday.Economics.Project;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Tests.Economics.Project;

public sealed class LineSpreadTests
{
    private static Line Leaf(string key, double value, double low, double high) =>
        new(key, key, value, Dimension.None) { Interval = new Interval(low, high), Input = "test." + key };

    [Fact]
    public void What_has_no_ranges_has_none() => LineSpread.Of(new Line("a", "a", 3, Dimension.None)).ShouldBeNull();

    [Fact]
    public void One_cause_carries_its_range() =>
        LineSpread
            .Of(Line.Product("p", "p", Leaf("a", 2, 1, 4), new Line("b", "b", 10, Dimension.None)))!
            .Value.ShouldBe(new Interval(10, 40));

    /// <summary>Two factors that each halve or double: the logarithms' distances add as squares, 2^√2.</summary>
    [Fact]
    public void Independent_factors_add_as_squares_of_logarithms()
    {
        var range = LineSpread.Of(Line.Product("p", "p", Leaf("a", 2, 1, 4), Leaf("b", 3, 1.5, 6)))!.Value;
        range.Low.ShouldBe(6 / Math.Pow(2, Math.Sqrt(2)), 1e-9);
        range.High.ShouldBe(6 * Math.Pow(2, Math.Sqrt(2)), 1e-9);
    }

    /// <summary>A key that stands twice moves twice: a - a has no spread.</summary>
    [Fact]
    public void A_key_moves_wherever_it_stands()
    {
        var twice = Line.Computed(
            "d",
            "d",
            Dimension.None,
            "a - a + 1",
            parts => parts[0] - parts[1] + 1,
            Leaf("a", 2, 1, 4),
            Leaf("a", 2, 1, 4)
        );
        LineSpread.Of(twice)!.Value.ShouldBe(new Interval(1, 1));
    }

    [Fact]
    public void What_a_line_points_to_moves_with_it()
    {
        var cost = Line.Product("cost", "cost", Leaf("a", 2, 1, 4), new Line("b", "b", 10, Dimension.None));
        var pointing = Line.Sum("s", "s", Dimension.None, Petaday.Runs.Reference.To(cost, "cost"), new Line("c", "c", 0, Dimension.None));
        LineSpread.Of(pointing)!.Value.ShouldBe(new Interval(10, 40));
    }

    /// <summary>A price that falls as its cause rises has its ends the right way round.</summary>
    [Fact]
    public void Ends_are_in_order() =>
        LineSpread
            .Of(Line.Computed("q", "q", Dimension.None, "1 / a", parts => 1 / parts[0], Leaf("a", 2, 1, 4)))!
            .Value.ShouldBe(new Interval(0.25, 1));
}
