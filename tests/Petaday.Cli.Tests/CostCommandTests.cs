using System.Globalization;
using System.Text.Json;

namespace Petaday.Cli.Tests;

public sealed class CostCommandTests
{
    private static readonly string[] Small =
        "--model gpt3-1.3b --devices 8 --tokens 26B --tensor 1 --data 8 --recompute none --micro-batch 8".Split(' ');

    private static Ran Cost(params string[] more) => Ran.Petaday(["cost", .. Small, .. more]);

    [Fact]
    public void It_shows_every_cause_and_three_totals()
    {
        var ran = Cost();
        ran.Code.ShouldBe(ExitCodes.Done, ran.Error);
        foreach (
            string words in new[]
            {
                "amortised",
                "rental",
                "acquisition",
                "People",
                "Experiments",
                "Evaluation",
                "Data",
                "Storage and network",
                "Updates",
                "Adaptation",
                "Privacy, ethics and law",
            }
        )
        {
            ran.Output.ShouldContain(words);
        }
    }

    [Fact]
    public void All_formats_say_the_same_total()
    {
        using var json = JsonDocument.Parse(Cost("--format", "json").Output);
        decimal total = json.RootElement.GetProperty("project").GetProperty("total").GetDecimal();
        var rows = Cost("--format", "csv").Lines.Where(line => line.Length > 0).ToList();
        rows[0].ShouldStartWith("BilledCost,");
        rows.Skip(1).Sum(row => decimal.Parse(row.Split(',')[0], CultureInfo.InvariantCulture)).ShouldBe(total);
        string text = total.ToString("N2", CultureInfo.InvariantCulture);
        Cost().Output.ShouldContain(text + " USD");
        Cost("--format", "markdown").Output.ShouldContain(text + " USD");
    }

    [Fact]
    public void Another_currency_says_its_rate_and_date()
    {
        var ran = Cost("--currency", "cny", "--format", "markdown");
        ran.Code.ShouldBe(ExitCodes.Done, ran.Error);
        ran.Output.ShouldContain("1 USD = 6.777525 CNY");
        ran.Output.ShouldContain("2026-07-17");
    }

    [Fact]
    public void A_line_opens_by_its_path()
    {
        var ran = Ran.Petaday(["explain", "project.experiments.devices", .. Small]);
        ran.Code.ShouldBe(ExitCodes.Done, ran.Error);
        ran.Output.ShouldContain("Device time of experiments over that of the final run");
        Ran.Petaday(["explain", "bases.acquisition.compute", .. Small]).Code.ShouldBe(ExitCodes.Done);
        var wrong = Ran.Petaday(["explain", "project.peple", .. Small]);
        wrong.Code.ShouldBe(ExitCodes.WrongInput);
        wrong.Error.ShouldContain("project.people");
    }

    [Theory]
    [InlineData("--currency", "EURO", "one of USD, EUR, GBP")]
    [InlineData("--people.researchers", "-1", "people.researchers")]
    [InlineData("--people.researchers", "4", "needs 'people.months'")]
    [InlineData("--data.licences", "5", "money")]
    public void A_slip_is_met_with_one_message(string flag, string value, string says)
    {
        var ran = Cost(flag, value);
        ran.Code.ShouldBe(ExitCodes.WrongInput);
        ran.Output.ShouldBeEmpty();
        ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldContain(says);
    }

    [Fact]
    public void The_same_scenario_gives_the_same_bytes() => Cost("--format", "json").Output.ShouldBe(Cost("--format", "json").Output);
}
