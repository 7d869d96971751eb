using Petaday.Catalog;
using Petaday.Economics;
using Petaday.Outlook;

namespace Petaday.Tests.Outlook;

public sealed class ForecasterTests
{
    private static readonly Library Catalog = Library.OpenShipped();
    private static readonly FactorBook Factors = FactorBook.Read(Catalog);

    /// <summary>Cottier et al. 2024: growing 2.4 times a year (90 % 2.0 to 2.9), the largest runs cost more than 1 bn USD by 2027.</summary>
    [Theory]
    [InlineData(2023)]
    [InlineData(2025)]
    public void The_published_growth_gives_the_published_crossing(int until)
    {
        var crossing = Study(until).Crossings.First(one => one.Cited.Value == 1e9 && one.Unit == "USD").Cited;
        crossing.Year.ShouldNotBeNull().ShouldBeInRange(2026.5, 2027.5);
        crossing.Earliest.ShouldNotBeNull().ShouldBeLessThan(crossing.Year!.Value);
        crossing.Latest.ShouldNotBeNull().ShouldBeGreaterThan(crossing.Year.Value);
    }

    /// <summary>GPT-4 at 40,695,706 USD in the middle of 2023: 2023.5 + ln(1e9 / 40,695,706) / ln 2.4 = 2027.16.</summary>
    [Fact]
    public void The_crossing_is_drawn_from_the_record() =>
        Study(2023).Crossings[0].Cited.Year.ShouldNotBeNull().ShouldBe(2023.5 + (Math.Log(1e9 / 40_695_706) / Math.Log(2.4)), 1e-9);

    /// <summary>Fitted up to 2022, the interval holds the costs of 2023 to 2025 at the rate that it states, on the basis that the published trend is of.</summary>
    [Fact]
    public void A_fit_up_to_2022_holds_what_came_after()
    {
        var tests = Study(2025).BackTests;
        var amortised = tests.Single(test => test.Name == "amortised cost of frontier runs");
        amortised.Points.Length.ShouldBeGreaterThanOrEqualTo(15);
        amortised.Points.ShouldAllBe(point => point.Figure.Year >= 2023 && point.Figure.Year < 2026);
        amortised.Coverage.ShouldBeGreaterThanOrEqualTo(BackTest.Stated);
        // Independently, by scipy: 40 runs of the ten largest up to 2022 grow 2.60 times a year (90 % 2.12 to 3.18).
        amortised.Fit.Count.ShouldBe(40);
        amortised.Fit.Growth.ShouldBe(2.60, 0.01);
        amortised.Fit.GrowthInterval.Low.ShouldBe(2.12, 0.01);
        amortised.Fit.GrowthInterval.High.ShouldBe(3.18, 0.01);
    }

    /// <summary>The published growth lies within the interval of the fit on the data that it was published from (up to 2024).</summary>
    [Fact]
    public void The_fit_agrees_with_what_is_published_of_the_same_data()
    {
        var trend = Study(2023).Trend(Forecaster.Cost);
        trend.LeastSquares.GrowthInterval.Low.ShouldBeLessThan(2.9);
        trend.LeastSquares.GrowthInterval.High.ShouldBeGreaterThan(2.0);
    }

    [Fact]
    public void A_runs_frontier_is_by_compute_up_to_its_year()
    {
        RunCost[] runs = [Run("a", 2020, 1e20), Run("b", 2021, 1e22), Run("c", 2021, 1e21), Run("d", 2022, 1e20), Run("e", 2022, null)];
        Frontier.Of(runs, 1).Select(run => run.Id).ShouldBe(["a", "b"]);
        Frontier.Of(runs, 2).Select(run => run.Id).ShouldBe(["a", "b", "c"]);
    }

    /// <summary>Epoch AI puts Grok-3's cluster at about 100,000 H100; the power is devices x 700 W x 10.2 kW / 5.6 kW x 1.10.</summary>
    [Fact]
    public void The_largest_cluster_is_worked_out_from_its_price()
    {
        var power = Study(2025).Power;
        power.Unsound().ShouldBeEmpty();
        double devices = power.Find("devices")!.Value!.Value;
        devices.ShouldBeInRange(90_000, 110_000);
        power.Value.ShouldNotBeNull().ShouldBe(devices * 700 * 1.8214 * 1.10, devices);
    }

    /// <summary>A thousand dollars at C FLOP a dollar make a model of sqrt(1000 C / 120) parameters on 20 times as many tokens.</summary>
    [Fact]
    public void A_budget_buys_the_compute_optimal_model()
    {
        foreach (var model in Study(2025).Affordable)
        {
            model.Parameters.ShouldBe(Math.Sqrt(model.Flops / 120), model.Parameters * 1e-9);
            model.Tokens.ShouldBe(20 * model.Parameters, model.Tokens * 1e-9);
            Math.Sign(model.YearsBehind).ShouldBe(Math.Sign(model.Gap - 1));
        }
    }

    [Fact]
    public void A_capability_gets_cheaper_every_year_and_by_more_with_algorithms()
    {
        var years = Study(2025).Capability;
        foreach (var (before, after) in years.Zip(years.Skip(1)))
        {
            after.HardwareOnly.ShouldBeLessThan(before.HardwareOnly);
            (after.Cost.Value!.Value / before.Cost.Value!.Value).ShouldBeLessThan(after.HardwareOnly / before.HardwareOnly);
        }

        years.SelectMany(year => year.Cost.Unsound()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("x per year", 2.4, 2.4)]
    [InlineData("% per year", 50, 1.5)]
    [InlineData("years to double", 2.1, 1.3911)]
    [InlineData("months to halve", 8, 0.35355)]
    [InlineData("months to double", 9, 2.5198)]
    public void Growths_are_a_year_whatever_they_are_quoted_in(string unit, double value, double expected) =>
        new CitedTrend("", value, unit, null, null, null, "", null).Growth.ShouldNotBeNull().ShouldBe(expected, 1e-4);

    [Theory]
    [InlineData(1990, "--until")]
    [InlineData(2015, "--until")]
    public void Too_few_data_are_said(int until, string where)
    {
        List<Diagnostic> problems = [];
        Forecaster.Run(Asked(until), Catalog, Factors, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().ToString().ShouldContain(where);
    }

    [Fact]
    public void A_run_that_is_not_there_is_said_with_the_nearest()
    {
        List<Diagnostic> problems = [];
        Forecaster.Run(Asked(2025) with { Fixed = "GPT-5" }, Catalog, Factors, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().ToString().ShouldContain("GPT-");
    }

    private static ForecastStudy Study(int until) => Forecaster.Run(Asked(until), Catalog, Factors, [])!;

    private static ForecastRequest Asked(int until) => new(CostBasis.Amortised, until, 2024, 2035, 10, "GPT-3 175B (davinci)", []);

    private static RunCost Run(string id, int year, double? flops) => new(id, id, year, 1, flops, CostBasis.Amortised, null, "");
}
