using FsCheck;
using FsCheck.Fluent;
using Petaday.Quantities;
using Petaday.Quantities.Distributions;
using Interval = Petaday.Quantities.Interval;

namespace Petaday.Tests.Quantities.Distributions;

public sealed class DistributionTests
{
    private static readonly Dimension Rent = Dimension.MoneyPerSecond;
    private const double PerHour = 1 / 3600.0;

    // Quantiles of scipy 1.x: norm(2.5, 0.3), lognorm(s=ln 2 / 1.6449, scale=10), uniform(1, 3), triang between 1 and 4 with its mode at 2.
    [Theory]
    [InlineData("normal(2.5, 0.3) USD/h", 0.05, 2.006543911914559)]
    [InlineData("normal(2.5 USD/h, 0.3)", 0.5, 2.5)]
    [InlineData("lognormal(10 USD/h, 2x)", 0.95, 20)]
    [InlineData("lognormal(10 USD/h, 2)", 0.05, 5)]
    [InlineData("lognormal(10 USD/h, 2)", 0.9, 17.1609335)]
    [InlineData("uniform(1, 3 USD/h)", 0.25, 1.5)]
    [InlineData("triangular(1, 2, 4) USD/h", 0.1, 1.5477225575051661)]
    [InlineData("triangular(1, 2, 4) USD/h", 0.9, 3.2254033307585166)]
    [InlineData("2.5 USD/h +- 20%", 0.95, 3)]
    [InlineData("2.5 USD/h ± 0.5", 0.05, 2)]
    [InlineData("2.5 +/- 0.5 USD/h", 0.95, 3)]
    [InlineData("1 .. 4 USD/h", 0.5, 2)]
    [InlineData("1 .. 4 USD/h", 0.05, 1)]
    [InlineData("$2.5/h +- 20%", 0.05, 2)]
    [InlineData("3 .. 3 USD/h", 0.9, 3)]
    [InlineData("-1 .. 3 USD/h", 0.5, 1)]
    [InlineData("triangular(3, 3, 3) USD/h", 0.9, 3)]
    [InlineData("lognormal(3, 1) USD/h", 0.9, 3)]
    public void A_distribution_has_the_quantiles_of_its_text(string text, double probability, double dollarsAnHour) =>
        (Read(text, Rent).Quantile(probability) / PerHour).ShouldBe(dollarsAnHour, 1e-6 * dollarsAnHour);

    // In per cent on both sides the spread is in points; without one on the left it is a share of the value.
    [Theory]
    [InlineData("30% +- 10%", 0.2, 0.4)]
    [InlineData("30 +- 10 %", 27, 33)]
    [InlineData("0.3 +- 10%", 0.27, 0.33)]
    [InlineData("1000 +- 10%", 900, 1100)]
    [InlineData("20% .. 40%", 0.2, 0.4)]
    public void A_spread_in_per_cent_is_of_the_value_unless_the_value_is_in_per_cent_too(string text, double low, double high)
    {
        var ends = Read(text, Dimension.None).Interval;
        ends.Low.ShouldBe(low, 1e-9 * high);
        ends.High.ShouldBe(high, 1e-9 * high);
    }

    // Means in closed form: exp(ln 10 + s²/2) with s = ln 2 / 1.6449 and (1 + 2 + 4) / 3.
    [Theory]
    [InlineData("normal(2.5, 0.3) USD/h", 2.5)]
    [InlineData("lognormal(10, 2) USD/h", 10.9285166)]
    [InlineData("uniform(1, 3) USD/h", 2)]
    [InlineData("triangular(1, 2, 4) USD/h", 2.3333333333)]
    public void Means(string text, double dollarsAnHour) =>
        (Read(text, Rent).Mean() / PerHour).ShouldBe(dollarsAnHour, 1e-5 * dollarsAnHour);

    [Fact]
    public void Three_values_are_a_triangle_whose_mode_stands_for_it()
    {
        Distribution.TryTriangle(["1 USD/h", "2", "4"], Rent, out var read, out _).ShouldBeTrue();
        (read!.Central / PerHour).ShouldBe(2, 1e-12);
        read.ShouldBe(Read("triangular(1, 2, 4) USD/h", Rent));
    }

    [Theory]
    [InlineData("normal(2.5, -0.3) USD/h", "negative standard deviation")]
    [InlineData("2.5 USD/h +- -1", "negative half-width")]
    [InlineData("2.5 USD/h +- -10%", "negative half-width")]
    [InlineData("uniform(3, 1) USD/h", "low end above its high end")]
    [InlineData("3 .. 1 USD/h", "low end above its high end")]
    [InlineData("triangular(1, 5, 4) USD/h", "mode of")]
    [InlineData("triangular(1, 5) USD/h", "has 2 values; expected triangular(low, mode, high)")]
    [InlineData("lognormal(0, 2) USD/h", "not above zero")]
    [InlineData("lognormal(2, 0.5) USD/h", "a sigma of 0.5 is 2.276x")]
    [InlineData("lognormal(2, NaN) USD/h", "does not begin with a number")]
    [InlineData("normal(NaN, 1) USD/h", "does not begin with a number")]
    [InlineData("normal(1, 1e400) USD/h", "too large")]
    [InlineData("normal(2, 1)", "no unit")]
    [InlineData("normal(2, 1) EUR/h", "unknown unit 'EUR'")]
    [InlineData("normal(2, 1) kWh", "expected money per time")]
    [InlineData("2.5 USD/h +- 20% USD/h", "mixes a share and a unit")]
    [InlineData("norml(2, 1) USD/h", "did you mean 'normal'?")]
    [InlineData("normal(2, 1 USD/h", "lacks a bracket")]
    [InlineData("1 .. 2 .. 3 USD/h", "is no distribution")]
    [InlineData("1 +- 2 +- 3 USD/h", "more than one '+-'")]
    [InlineData("1e308 USD/s +- 1e308 USD/s", "too large")]
    public void What_cannot_be_is_said(string text, string part)
    {
        Distribution.TryParse(text, Rent, out var read, out string? problem).ShouldBeFalse();
        read.ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain(part);
    }

    [Fact]
    public void Reading_never_throws_and_reads_only_finite_numbers() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll<string, int>(
                (noise, cut) =>
                {
                    const string Text = "lognormal(10 USD/h, 2x) +- normal(1, 2) .. uniform($3/h, 5%)";
                    int place = (int)((uint)cut % Text.Length);
                    foreach (string text in new[] { noise ?? "", Text[..place] + noise + Text[place..], Text[place..], Text[..place] })
                    {
                        bool known = Distribution.TryParse(text, Rent, out var read, out string? problem);
                        known.ShouldBe(problem is null);
                        (read is null || (double.IsFinite(read.Interval.Low) && double.IsFinite(read.Interval.High))).ShouldBeTrue(text);
                    }
                }
            )
        );

    [Fact]
    public void A_value_with_an_interval_keeps_all_three_to_the_end()
    {
        foreach (
            var (value, low, high, unit) in new[]
            {
                (10.0, 8.0, 20.0, Dimension.Money),
                (0.95, 0.9, 0.97, Dimension.None),
                (1.0, -2.0, 5.0, Dimension.Money),
                (1.1, 1.05, 1.4, Dimension.None),
            }
        )
        {
            var drawn = Distribution.Around(unit, value, new Interval(low, high));
            drawn.Central.ShouldBe(value);
            drawn.Interval.Low.ShouldBe(low, 1e-9);
            drawn.Interval.High.ShouldBe(high, 1e-9);
        }
    }

    [Fact]
    public void A_share_stays_a_share_and_what_is_positive_stays_so()
    {
        var share = Distribution.Around(Dimension.None, 0.95, new Interval(0.5, 0.99));
        var price = Distribution.Around(Dimension.Money, 3, new Interval(1, 30));
        foreach (double probability in new[] { 1e-300, 1e-12, 0.5, 1 - 1e-12 })
        {
            share.Quantile(probability).ShouldBeInRange(0, 1);
            price.Quantile(probability).ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public void What_lies_beyond_a_limit_is_cut_off_where_it_is_little_and_refused_where_it_is_much()
    {
        var share = Read("90% +- 8%", Dimension.None).Within(0, 1).ShouldNotBeNull();
        share.Quantile(1).ShouldBe(1, 1e-9);
        share.Quantile(0).ShouldBe(0, 1e-9);
        // Little is cut off: the rest hardly moves. What is left is 98 % of the whole: its median is the old quantile of 0.49.
        share.Quantile(0.5).ShouldBe(0.8988, 2e-3);
        Read("90% +- 20%", Dimension.None).Within(0, 1).ShouldBeNull();
        Read("uniform(0.9, 1.01)", Dimension.None).Within(0, 1).ShouldBeNull();
        Read("2 USD/h +- 300%", Rent).Within(0, double.PositiveInfinity).ShouldBeNull();
    }

    [Fact]
    public void Quantiles_never_fall()
    {
        foreach (
            string text in new[]
            {
                "2 +- 1",
                "lognormal(2, 3)",
                "uniform(1, 4)",
                "triangular(1, 1, 4)",
                "triangular(1, 4, 4)",
                "1 .. 5",
                "2 +- 0",
            }
        )
        {
            double[] values = [.. Enumerable.Range(1, 999).Select(one => Read(text, Dimension.None).Quantile(one / 1000.0))];
            values.Zip(values.Skip(1)).ShouldAllBe(pair => pair.First <= pair.Second, text);
        }
    }

    private static Distribution Read(string text, Dimension unit)
    {
        Distribution.TryParse(text, unit, out var read, out string? problem).ShouldBeTrue(problem);
        return read!;
    }
}
