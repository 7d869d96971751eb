using System.Text.Json;

namespace Petaday.Cli.Tests;

/// <summary>Risk as a person sees it: <c>estimate</c> and <c>cost</c> with <c>--draws</c>.</summary>
public sealed class RiskCommandTests
{
    private static readonly string Example = Path.Combine(Repository.Root, "examples", "what-could-go-wrong.yaml");

    [Fact]
    public void Cost_shows_percentiles_chances_and_causes()
    {
        var ran = Ran.Petaday("cost", Example, "--draws", "1000");
        ran.Code.ShouldBe(0, ran.Error);
        ran.Output.ShouldContain("1,000 draws of");
        ran.Output.ShouldContain("Chance of missing the budget");
        ran.Output.ShouldContain("What drives: The project");
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_gives_others()
    {
        string[] asked = ["cost", Example, "--draws", "500", "--format", "csv"];
        string first = Ran.Petaday([.. asked, "--seed", "7"]).Output;
        Ran.Petaday([.. asked, "--seed", "7"]).Output.ShouldBe(first);
        Ran.Petaday([.. asked, "--seed", "8"]).Output.ShouldNotBe(first);
        first.ShouldStartWith("key,name,value,unit,mean,p5");
    }

    [Theory]
    [InlineData("cost")]
    [InlineData("estimate")]
    public void Json_has_ordered_percentiles_and_shares_of_the_variance(string command)
    {
        var ran = Ran.Petaday(command, Example, "--draws", "1000", "--format", "json");
        ran.Code.ShouldBe(0, ran.Error);
        using var json = JsonDocument.Parse(ran.Output);
        var risk = json.RootElement.GetProperty("risk");
        risk.GetProperty("draws").GetInt32().ShouldBe(1000);
        risk.GetProperty("chances").GetArrayLength().ShouldBe(3);
        foreach (var line in risk.GetProperty("lines").EnumerateArray())
        {
            double[] ordered =
            [
                .. new[] { "p5", "p10", "p25", "p50", "p75", "p90", "p95" }.Select(name => line.GetProperty(name).GetDouble()),
            ];
            ordered.Zip(ordered.Skip(1)).ShouldAllBe(pair => pair.First <= pair.Second);
        }

        risk.GetProperty("drivers").EnumerateArray().ShouldContain(driver => driver.GetProperty("total").GetDouble() > 0.2);
    }

    [Fact]
    public void A_tornado_is_drawn()
    {
        var directory = Directory.CreateTempSubdirectory("petaday-tornado");
        string file = Path.Combine(directory.FullName, "tornado.svg");
        try
        {
            var ran = Ran.Petaday("cost", Example, "--draws", "500", "--tornado", file);
            ran.Code.ShouldBe(0, ran.Error);
            string svg = File.ReadAllText(file);
            svg.ShouldStartWith("<svg");
            svg.ShouldContain("What drives: The project");
            System.Xml.Linq.XDocument.Parse(svg).Descendants().Count(one => one.Name.LocalName == "rect").ShouldBeGreaterThan(8);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("--draws", "0")]
    [InlineData("--draws", "1e9")]
    [InlineData("--draws", "many")]
    [InlineData("--draws", "99")]
    [InlineData("--seed", "-1")]
    [InlineData("--seed", "1.5")]
    public void A_flag_that_is_no_such_number_is_refused(string flag, string value)
    {
        foreach (string command in new[] { "cost", "estimate" })
        {
            var ran = Ran.Petaday(command, Example, flag, value);
            ran.Code.ShouldBe(1);
            ran.Output.ShouldBeEmpty();
            ran.Error.ShouldContain(flag);
        }
    }

    [Theory]
    [InlineData("2 USD/h +- 300%")]
    [InlineData("normal(2, -1) USD/h")]
    [InlineData("uniform(3, 1) USD/h")]
    [InlineData("uniform(1, 3)")]
    [InlineData("lognormal(1, 2)")]
    [InlineData("beta(1, 2) USD/h")]
    public void A_distribution_that_cannot_be_is_refused(string price)
    {
        var ran = Ran.Petaday("cost", Example, "--price", price);
        ran.Code.ShouldBe(1);
        ran.Error.ShouldContain("money.pricePerDeviceHour");
        ran.Error.ShouldNotContain("NaN");
    }
}
