using System.Collections.Immutable;
using System.Xml.Linq;
using Petaday.Reports;
using Petaday.Scenarios;
using Petaday.Scenarios.Sweeps;

namespace Petaday.Tests.Reports;

public sealed class SweepPictureTests
{
    private static readonly ResultKey Seconds = ResultKeys.Read("step.seconds", [])!.Value[0];

    [Fact]
    public void Numbers_are_a_line_that_breaks_at_what_cannot_be_done()
    {
        var sweep = Sweep(["devices=8,16,32,64,128"], [9, 5, null, 2, 1]);
        var svg = Drawn(sweep);
        Count(svg, "polyline").ShouldBe(2);
        Count(svg, "circle").ShouldBe(4);
        Count(svg, "path").ShouldBe(1, "the point that is not feasible is a cross");
        svg.ToString().ShouldContain("step.seconds (s)");
        svg.ToString().ShouldContain("too &lt;large&gt;");
    }

    [Fact]
    public void A_line_runs_from_low_to_high_whatever_the_order() =>
        SweepPicture
            .Chart(Sweep(["devices=32,8,16"], [1, 3, 2]), 0)
            .Series[0]
            .Points.Select(point => (point.X, point.Y))
            .ShouldBe([(8, 3), (16, 2), (32, 1)]);

    [Fact]
    public void Axes_are_logarithmic_where_numbers_span_much()
    {
        SweepPicture.Chart(Sweep(["devices=8,16,32"], [3, 2, 1]), 0).X.Logarithmic.ShouldBeFalse();
        var wide = SweepPicture.Chart(Sweep(["devices=8,64,512"], [300, 40, 5]), 0);
        (wide.X.Logarithmic, wide.Y.Logarithmic).ShouldBe((true, true));
        SweepPicture.Chart(Sweep(["goal.budget=5..50 MUSD:3"], [3, 2, 1]), 0).X.Caption.ShouldBe("goal.budget (MUSD)");
    }

    [Fact]
    public void Words_are_bars_with_their_names()
    {
        var svg = Drawn(Sweep(["precision=bf16,fp8,fp4"], [3, 2, null]));
        svg.ToString().ShouldContain(">fp8</text>");
        svg.Descendants().Count(element => element.Name.LocalName == "rect" && element.Elements().Any()).ShouldBe(2);
        Count(svg, "path").ShouldBe(1);
    }

    [Fact]
    public void Two_keys_are_a_heat_map_with_a_cell_a_pair()
    {
        var svg = Drawn(Sweep(["tensor=1,2,4", "precision=bf16,fp8"], [9, 8, 7, 6, null, 5]));
        svg.Descendants().Count(element => element.Name.LocalName == "rect" && element.Elements().Any()).ShouldBe(6);
        svg.ToString().ShouldContain("×");
        svg.Descendants().Count(element => (string?)element.Attribute("fill") == "#dddddd").ShouldBe(1);
    }

    [Fact]
    public void Each_result_has_its_picture_and_words_have_none()
    {
        var two = Sweep(["devices=8,16"], [2, 1]) with { Shown = [Seconds, ResultKeys.Read("system.id", [])!.Value[0]] };
        two = two with
        {
            Points = [.. two.Points.Select(point => point with { Results = [point.Results[0], new ResultValue(null, "dgx-h100")] })],
        };
        Count(Drawn(two), "svg").ShouldBe(1);
        var words = two with
        {
            Shown = [two.Shown[1]],
            Points = [.. two.Points.Select(point => point with { Results = [point.Results[1]] })],
        };
        SweepPicture.Svg(words).ShouldBeNull();
        var both = two with
        {
            Shown = [Seconds, Seconds],
            Points = [.. two.Points.Select(point => point with { Results = [point.Results[0], point.Results[0]] })],
        };
        Count(Drawn(both), "svg").ShouldBe(3);
    }

    [Fact]
    public void Colours_run_from_dark_to_light()
    {
        ColourRamp.At(0).ShouldBe("#440154");
        ColourRamp.At(1).ShouldBe("#fde725");
        ColourRamp.At(0.5).ShouldBe("#21908d");
    }

    private static XDocument Drawn(Sweep sweep) => XDocument.Parse(SweepPicture.Svg(sweep).ShouldNotBeNull());

    private static int Count(XDocument svg, string name) => svg.Descendants().Count(element => element.Name.LocalName == name);

    private static Sweep Sweep(string[] vary, double?[] seconds)
    {
        var keys = VaryReader.Read(vary, [])!.Value;
        var grid = keys.Aggregate(
            new[] { ImmutableArray<VariedValue>.Empty }.AsEnumerable(),
            (rows, key) => rows.SelectMany(row => key.Values.Select(row.Add))
        );
        return new Sweep(
            keys,
            [Seconds],
            [
                .. grid.Zip(
                    seconds,
                    (at, value) =>
                        new SweepPoint(
                            "",
                            at,
                            value is null ? [] : [new ResultValue(value, null)],
                            value is null ? new Infeasibility("memory", "too <large>", null) : null
                        )
                ),
            ],
            seconds.Length
        );
    }
}
