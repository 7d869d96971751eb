using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Petaday.Reports;

namespace Petaday.Tests.Reports;

public sealed class ChartTests
{
    [Fact]
    public void Ticks_are_round_and_span_the_values()
    {
        var scale = ChartScale.Over([0.3, 9.7], logarithmic: false);
        scale.Ticks().ShouldBe([0, 2, 4, 6, 8, 10]);
        ChartScale.Over([3, 4500], logarithmic: true).Ticks().ShouldBe([1, 10, 100, 1000, 10_000]);
    }

    [Fact]
    public void Values_stay_inside_the_axis() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll<NormalFloat, NormalFloat>(
                (left, right) =>
                {
                    var scale = ChartScale.Over([left.Get, right.Get], logarithmic: false);
                    return scale.Position(left.Get) is >= -1e-6 and <= 1 + 1e-6 && scale.Position(right.Get) is >= -1e-6 and <= 1 + 1e-6;
                }
            )
        );

    [Theory]
    [InlineData(1500, "1.5k")]
    [InlineData(0.001, "0.001")]
    [InlineData(2e12, "2T")]
    [InlineData(0, "0")]
    [InlineData(1e-6, "1e-6")]
    public void Captions_are_short(double value, string expected) => ChartScale.Caption(value).ShouldBe(expected);

    [Fact]
    public void A_chart_is_well_formed_and_leaves_out_what_it_cannot_show()
    {
        var chart = new Chart(
            "Predicted <against> measured",
            new ChartAxis("measured", "s", true),
            new ChartAxis("predicted", "s", true),
            [
                new ChartSeries("runs & more", ChartMark.Scatter, [new(1, 2, "a<b"), new(0, 3), new(double.NaN, 1), new(100, 90)]),
                new ChartSeries("equal", ChartMark.Line, [new(1, 1), new(100, 100)]),
            ],
            SameRange: true
        );
        var svg = XDocument.Parse(SvgChart.Write(chart));
        svg.Descendants().Count(element => element.Name.LocalName == "circle").ShouldBe(2);
        SvgChart.Write(chart).ShouldNotContain("NaN");
    }

    [Fact]
    public void Stacked_bars_stand_on_each_other_and_the_axis_holds_their_sum()
    {
        var chart = new Chart(
            "Parts",
            new ChartAxis("") { Categories = ["a", "b"] },
            new ChartAxis("time", "s"),
            [
                new ChartSeries("lower", ChartMark.Stack, [new(0, 60), new(1, 10)]),
                new ChartSeries("upper", ChartMark.Stack, [new(0, 40), new(1, 30)]),
            ]
        );
        // The first is the paper, the last two are the legend's.
        var bars = XDocument.Parse(SvgChart.Write(chart)).Descendants().Where(one => one.Name.LocalName == "rect").Skip(1).Take(4).ToList();
        double read(int bar, string name) =>
            double.Parse(bars[bar].Attribute(name)!.Value, System.Globalization.CultureInfo.InvariantCulture);
        read(2, "height").ShouldBe(read(0, "height") * 40 / 60, 0.05);
        (read(2, "y") + read(2, "height")).ShouldBe(read(0, "y"), 0.05);
        (read(3, "y") + read(3, "height")).ShouldBe(read(1, "y"), 0.05);
        read(2, "x").ShouldBe(read(0, "x"));
        read(2, "y").ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Bars_stand_on_zero()
    {
        var chart = new Chart(
            "Cost",
            new ChartAxis("year"),
            new ChartAxis("cost", "USD"),
            [new ChartSeries("", ChartMark.Bar, [new(0, 5), new(1, 10)])]
        );
        var bars = XDocument
            .Parse(SvgChart.Write(chart))
            .Descendants()
            .Where(element => element.Name.LocalName == "rect" && element.Attribute("height")!.Value != "520")
            .ToList();
        bars.Count.ShouldBe(2);
        (
            double.Parse(bars[1].Attribute("height")!.Value, System.Globalization.CultureInfo.InvariantCulture)
            / double.Parse(bars[0].Attribute("height")!.Value, System.Globalization.CultureInfo.InvariantCulture)
        ).ShouldBe(2, 0.01);
    }

    [Fact]
    public void An_empty_chart_is_drawn_too() =>
        Should.NotThrow(() => SvgChart.Write(new Chart("none", new ChartAxis("x"), new ChartAxis("y"), [])));
}
