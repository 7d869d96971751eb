using FsCheck;
using FsCheck.Fluent;
using Petaday.Outlook;

namespace Petaday.Tests.Outlook;

public sealed class TrendFitTests
{
    /// <summary>Worked by hand: x = 0, 1, 2, 3 and log10 y = 0, 1, 2, 4 give b = 1.3, a = -0.2, s = 0.3873.</summary>
    private static readonly DatedFigure[] Four = [new("a", 0, 1), new("b", 1, 10), new("c", 2, 100), new("d", 3, 10_000)];

    [Fact]
    public void Least_squares_are_those_of_the_text_book()
    {
        var fit = TrendFit.LeastSquares(Four)!;
        fit.Slope.ShouldBe(1.3, 1e-12);
        fit.Level.ShouldBe(1.75, 1e-12);
        fit.Deviation.ShouldBe(Math.Sqrt(0.3 / 2), 1e-12);
        // t(0.95; 2) = 2.919986; half-width at x = 4: 2.919986 x 0.387298 x sqrt(1 + 1/4 + 2.5^2 / 5).
        double half = 2.919986 * Math.Sqrt(0.15) * Math.Sqrt(1 + 0.25 + (6.25 / 5));
        Math.Log10(fit.Prediction(4).High).ShouldBe(5.0 + half, 1e-5);
        Math.Log10(fit.At(4)).ShouldBe(5.0, 1e-12);
    }

    /// <summary>Slopes of all pairs: 1, 1, 2, 1, 1.5, 4/3, the median of which is (1 + 4/3) / 2.</summary>
    [Fact]
    public void The_robust_slope_is_the_median_of_all_pairs() => TrendFit.Robust(Four)!.Slope.ShouldBe((1 + (4.0 / 3)) / 2, 1e-12);

    [Fact]
    public void One_figure_far_off_moves_least_squares_and_not_the_medians()
    {
        List<DatedFigure> figures = [.. Enumerable.Range(0, 11).Select(year => new DatedFigure("", year, Math.Pow(2, year)))];
        figures.Add(new DatedFigure("far off", 10, 1e9));
        TrendFit.Robust(figures)!.Growth.ShouldBe(2, 0.02);
        TrendFit.LeastSquares(figures)!.Growth.ShouldBeGreaterThan(2.5);
    }

    [Fact]
    public void A_fit_passes_a_value_where_its_middle_and_its_ends_do()
    {
        var fit = TrendFit.LeastSquares([
            new("a", 2015, 1),
            new("b", 2017, 12),
            new("c", 2019, 90),
            new("d", 2021, 1100),
            new("e", 2022, 2900),
        ])!;
        var crossing = fit.Passes(1e6);
        fit.At(crossing.Year!.Value).ShouldBe(1e6, 1);
        fit.Prediction(crossing.Earliest!.Value).High.ShouldBe(1e6, 1);
        fit.Prediction(crossing.Latest!.Value).Low.ShouldBe(1e6, 1);
        crossing.Earliest.Value.ShouldBeLessThan(crossing.Year.Value);
        crossing.Latest.Value.ShouldBeGreaterThan(crossing.Year.Value);
    }

    [Fact]
    public void Too_few_figures_and_those_of_one_date_are_not_fitted()
    {
        TrendFit.LeastSquares(Four[..3]).ShouldBeNull();
        TrendFit.Robust([.. Four.Select(figure => figure with { Year = 2020 })]).ShouldBeNull();
    }

    [Fact]
    public void An_exact_growth_is_found_by_both_whatever_it_is() =>
        Prop.ForAll(
                Gen.Choose(101, 900).ToArbitrary(),
                percent =>
                {
                    double growth = percent / 100.0;
                    List<DatedFigure> figures =
                    [
                        .. Enumerable.Range(0, 8).Select(year => new DatedFigure("", 2015 + year, 3 * Math.Pow(growth, year))),
                    ];
                    return Math.Abs((TrendFit.LeastSquares(figures)!.Growth / growth) - 1) < 1e-9
                        && Math.Abs((TrendFit.Robust(figures)!.Growth / growth) - 1) < 1e-9;
                }
            )
            .QuickCheckThrowOnFailure();
}
