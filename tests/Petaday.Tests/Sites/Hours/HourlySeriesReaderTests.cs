using Petaday.Catalog;
using Petaday.Sites.Hours;

namespace Petaday.Tests.Sites.Hours;

public sealed class HourlySeriesReaderTests
{
    private const string Present =
        "Datetime (UTC),Country,Zone name,Zone id,Carbon intensity gCO₂eq/kWh (direct),Carbon intensity gCO₂eq/kWh (Life cycle),Carbon-free energy percentage (CFE%),Renewable energy percentage (RE%),Data source,Data estimated,Data estimation method\n";

    private const string Before2025 =
        "Datetime (UTC),Country,Zone Name,Zone Id,Carbon Intensity gCO₂eq/kWh (direct),Carbon Intensity gCO₂eq/kWh (LCA),Low Carbon Percentage,Renewable Percentage,Data Source,Data Estimated,Data Estimation Method\n";

    [Theory]
    [InlineData(Present)]
    [InlineData(Before2025)]
    public void Both_layouts_of_electricity_maps_are_read(string header)
    {
        string text = header + Row("00", "100", "130") + Row("02", "300", "330") + Row("01", "200", "230");
        List<Diagnostic> problems = [];
        var series = HourlySeriesReader.Parse(text, "x.csv", HourlyColumn.LifeCycleCarbon, "DE", problems).ShouldNotBeNull();
        problems.ShouldBeEmpty();
        series.Values.Select(value => value * 3.6e9).ShouldBe([130, 230, 330], 1e-9);
        series.Start.ShouldBe(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        HourlySeriesReader
            .Parse(text, "x.csv", HourlyColumn.DirectCarbon, null, problems)
            .ShouldNotBeNull()
            .Values[2]
            .ShouldBe(300 / 3.6e9, 1e-12);
    }

    [Theory]
    [InlineData("a missing hour", "00,10,10;02,10,10", "2024-01-01 01:00 is missing")]
    [InlineData("many missing hours", "00,10,10;05,10,10;09,1,1", "7 hours are missing in all")]
    [InlineData("an hour twice", "00,10,10;01,1,1;01,10,10", "2024-01-01 01:00 is there twice")]
    [InlineData("no number", "00,10,NaN;01,10,10", "'NaN' cannot be a life-cycle carbon")]
    [InlineData("no figure", "00,10,;01,10,10", "this hour has no figure")]
    [InlineData("below zero", "00,10,-5;01,10,10", "a number from 0 to 2000")]
    [InlineData("words", "00,10,low;01,10,10", "'low' cannot be")]
    public void A_series_with_a_fault_is_refused(string fault, string rows, string said)
    {
        fault.ShouldNotBeEmpty();
        string text =
            Present + string.Concat(rows.Split(';').Select(row => row.Split(',')).Select(cells => Row(cells[0], cells[1], cells[2])));
        Refused(text, null).ShouldContain(said);
    }

    [Fact]
    public void Another_zone_than_was_asked_for_is_refused() =>
        Refused(Present + Row("00", "1", "1"), "FR").ShouldContain("zone 'DE'; expected zone 'FR'");

    [Fact]
    public void Rows_of_two_zones_are_refused() =>
        Refused(Present + Row("00", "1", "1") + Row("01", "1", "1").Replace(",DE,", ",FR,", StringComparison.Ordinal), null)
            .ShouldContain("rows of one zone");

    [Fact]
    public void A_file_without_the_column_is_refused_with_the_nearest() =>
        Refused("Datetime (UTC),Carbon intensity gCO2eq/kWh (Life cycle)\n2024-01-01 00:00:00,1\n", null)
            .ShouldContain("Carbon intensity gCO2eq/kWh (Life cycle)");

    [Fact]
    public void An_empty_file_is_refused() => Refused(Present, null).ShouldContain("no rows");

    [Fact]
    public void A_time_that_is_none_is_refused() =>
        Refused(Present + Row("00", "1", "1").Replace("2024-01-01", "yesterday", StringComparison.Ordinal), null)
            .ShouldContain("is no time");

    [Fact]
    public void Half_hours_are_refused() =>
        Refused(Present + Row("00", "1", "1").Replace("00:00:00", "00:30:00", StringComparison.Ordinal), null)
            .ShouldContain("is not on the hour");

    [Fact]
    public void What_is_wrong_with_a_whole_year_is_said_in_a_few_lines()
    {
        string text = Present + string.Concat(Enumerable.Range(0, 24).Select(hour => Row($"{hour:00}", "x", "x")));
        List<Diagnostic> problems = [];
        HourlySeriesReader.Parse(text, "x.csv", HourlyColumn.LifeCycleCarbon, null, problems).ShouldBeNull();
        problems.Count.ShouldBe(6);
        problems[^1].ToString().ShouldContain("19 more rows");
    }

    [Fact]
    public void A_week_must_have_a_price_for_each_hour_once()
    {
        Week("days,from,to,usd_per_kwh\nall,0,24,0.1\n", out _)
            .ShouldNotBeNull()
            .Prices.ShouldAllBe(price => Math.Abs(price - (0.1 / 3.6e6)) < 1e-15);
        Week("days,from,to,usd_per_kwh\nmon-fri,0,24,0.1\nsat,0,24,0.1\nsun,0,23,0.1\n", out string gap).ShouldBeNull();
        gap.ShouldContain("no row covers sun 23:00");
        Week("days,from,to,usd_per_kwh\nall,0,24,0.1\nmon,3,4,0.1\n", out string twice).ShouldBeNull();
        twice.ShouldContain("mon 03:00 has a price already");
        Week("days,from,to,usd_per_kwh\nmonday,0,24,0.1\n", out string days).ShouldBeNull();
        days.ShouldContain("'monday' are no days");
        Week("days,from,to,usd_per_kwh\nall,0,25,0.1\n", out string hour).ShouldBeNull();
        hour.ShouldContain("whole number from 1 to 24");
        Week("days,from,to,usd_per_kwh\nall,0,24,NaN\n", out string number).ShouldBeNull();
        number.ShouldContain("'NaN'");
        Week("days,from,to,usd_per_kwh\nall,5,5,0.1\n", out string empty).ShouldBeNull();
        empty.ShouldContain("ends before it begins");
    }

    private static WeekTariff? Week(string text, out string said)
    {
        List<Diagnostic> problems = [];
        var tariff = WeekTariffReader.Parse(text, "week.csv", problems);
        said = string.Join('\n', problems);
        return tariff;
    }

    private static string Refused(string text, string? zone)
    {
        List<Diagnostic> problems = [];
        HourlySeriesReader.Parse(text, "x.csv", HourlyColumn.LifeCycleCarbon, zone, problems).ShouldBeNull();
        problems.ShouldNotBeEmpty();
        return string.Join('\n', problems);
    }

    private static string Row(string hour, string direct, string lifeCycle) =>
        $"2024-01-01 {hour}:00:00,Germany,Germany,DE,{direct},{lifeCycle},50,40,x,false,\n";
}
