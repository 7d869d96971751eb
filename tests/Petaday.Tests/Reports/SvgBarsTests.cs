using System.Globalization;
using System.Xml.Linq;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Reports;

namespace Petaday.Tests.Reports;

public sealed class SvgBarsTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_waterfall_begins_each_part_where_the_one_above_ends()
    {
        var sum = Line.Sum(
            "cost",
            "Cost",
            Dimension.Money,
            new Line("a", "A", 30, Dimension.Money),
            new Line("b", "B", 0, Dimension.Money),
            new Line("c", "C", 10, Dimension.Money)
        ) with
        {
            Interval = new Interval(35, 50),
        };
        var picture = BarPicture.Of("Cost", sum);
        picture.Rows.Select(row => (row.Label, row.Start, row.End)).ShouldBe([("A", 0, 30), ("C", 30, 40), ("Cost", 0, 40)]);
        picture.Rows[^1].IsTotal.ShouldBeTrue();
        picture.Rows[^1].Range.ShouldBe(new Interval(35, 50));
    }

    [Fact]
    public void Bars_are_as_long_as_their_amounts_and_stay_inside()
    {
        var root = XDocument
            .Parse(
                SvgBars.Write(
                    new BarPicture("T", [new BarRow("a", "1", 0, 1), new BarRow("b", "4", 0, 4)]) { Limit = 5, LimitLabel = "most" }
                )
            )
            .Root!;
        double[] widths =
        [
            .. root.Elements(Svg + "rect")
                .Where(bar => bar.Element(Svg + "title") is not null)
                .Select(bar => double.Parse(bar.Attribute("width")!.Value, CultureInfo.InvariantCulture)),
        ];
        (widths[1] / widths[0]).ShouldBe(4, 0.01);
        (widths[1] / 468).ShouldBe(0.8, 0.001);
        root.Elements(Svg + "line").Count().ShouldBe(2);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_not_finite_is_left_out(double amount)
    {
        string svg = SvgBars.Write(new BarPicture("T", [new BarRow("a", "?", 0, amount)]) { Limit = amount });
        svg.ShouldNotContain("NaN");
        svg.ShouldNotContain("∞");
        XDocument.Parse(svg).Root!.Elements(Svg + "rect").Count().ShouldBe(1);
    }
}
