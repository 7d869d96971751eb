using System.Text.Json;
using System.Xml.Linq;

namespace Petaday.Cli.Tests;

/// <summary><c>levers</c> and <c>forecast</c> as a person calls them.</summary>
public sealed class OutlookCommandTests
{
    private const string Small =
        "levers --model gpt3-1.3b --tokens 26B --precision bf16 --system nebius-h100 --devices 8 --levers dclm-filtering,fp8";

    [Fact]
    public void Levers_come_in_every_format()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("petaday").FullName, "pictures", "levers.svg");
        var table = Ran.Petaday([.. Small.Split(' '), "--svg", file]);
        table.Code.ShouldBe(ExitCodes.Done, table.Error);
        table.Output.ShouldContain("If they multiplied");
        XDocument.Load(file).Root.ShouldNotBeNull();
        Ran.Petaday([.. Small.Split(' '), "--format", "markdown"]).Output.ShouldContain("| data formats | fp8 |");
        Ran.Petaday([.. Small.Split(' '), "--format", "csv"])
            .Output.ShouldStartWith("kind,lever,name,stage,before (USD),after (USD),ratio,low,high,");
        using var json = JsonDocument.Parse(Ran.Petaday([.. Small.Split(' '), "--format", "json"]).Output);
        json.RootElement.GetProperty("waterfall").GetArrayLength().ShouldBe(2);
    }

    /// <summary>What the end of the waterfall says is what <c>estimate</c> says of the scenario that is written out.</summary>
    [Fact]
    public void The_scenario_that_is_written_is_the_end_of_the_waterfall()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("petaday").FullName, "end.json");
        using var levers = JsonDocument.Parse(Ran.Petaday([.. Small.Split(' '), "--write", file, "--format", "json"]).Output);
        using var estimate = JsonDocument.Parse(Ran.Petaday("estimate", file, "--format", "json").Output);
        levers
            .RootElement.GetProperty("end")
            .GetProperty("cost")
            .GetDouble()
            .ShouldBe(estimate.RootElement.GetProperty("cost").GetProperty("total").GetDouble());
    }

    [Theory]
    [InlineData("levers --model gpt3-1.3b --levers muon,sophia", "cannot be combined")]
    [InlineData("levers --model gpt3-1.3b --levers fp88", "did you mean 'fp8'")]
    [InlineData("levers --model gpt3-1.3b --metric costs", "did you mean 'cost'")]
    [InlineData("levers --model gpt3-1.3b --effort lots", "--effort")]
    [InlineData("levers", "no model is given")]
    [InlineData("forecast --until 1990", "--until")]
    [InlineData("forecast --from 2030 --to 2020", "--to")]
    [InlineData("forecast --to never", "--to")]
    [InlineData("forecast --top 0", "--top")]
    [InlineData("forecast --basis rentl", "did you mean 'rental'")]
    [InlineData("forecast --fixed GPT-5", "--fixed")]
    [InlineData("forecast --budgets 5bananas", "--budgets")]
    [InlineData("forecast --model gpt3-1.3b", "'--law' with it")]
    [InlineData("forecast --law --law-families densee", "'dense'")]
    public void Wrong_input_is_said_and_ends_with_1(string line, string word)
    {
        var ran = Ran.Petaday(line.Split(' '));
        ran.Code.ShouldBe(ExitCodes.WrongInput, ran.Output);
        ran.Error.ShouldContain(word);
        ran.Output.ShouldBeEmpty();
    }

    [Fact]
    public void A_scenario_that_cannot_be_done_ends_with_2()
    {
        var ran = Ran.Petaday("levers --model llama-3.1-405b --tokens 1T --devices 8".Split(' '));
        ran.Code.ShouldBe(ExitCodes.Infeasible, ran.Error);
        ran.Error.ShouldContain("memory binds");
    }

    [Fact]
    public void The_list_has_every_lever_in_every_format()
    {
        int levers = Ran.Petaday("levers", "--list", "--format", "csv").Output.TrimEnd().Split('\n').Length - 1;
        levers.ShouldBeGreaterThan(40);
        using var json = JsonDocument.Parse(Ran.Petaday("levers", "--list", "--format", "json").Output);
        json.RootElement.GetProperty("levers").GetArrayLength().ShouldBe(levers);
        Ran.Petaday("levers", "--list").Output.ShouldContain("Analog in-memory computing");
    }

    [Theory]
    [InlineData("forecast")]
    [InlineData("forecast --robust --basis rental --until 2024 --top 5")]
    [InlineData("forecast --budgets 1kUSD,20MUSD --from 2030 --to 2030")]
    public void A_forecast_comes_in_every_format_and_is_drawn(string line)
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("petaday").FullName, "forecast.svg");
        var ran = Ran.Petaday([.. line.Split(' '), "--format", "json", "--svg", file]);
        ran.Code.ShouldBe(ExitCodes.Done, ran.Error);
        using var json = JsonDocument.Parse(ran.Output);
        json.RootElement.GetProperty("crossings").GetArrayLength().ShouldBe(5);
        string picture = File.ReadAllText(file);
        picture.ShouldNotContain("NaN");
        picture.ShouldContain("cost (USD)");
        Ran.Petaday([.. line.Split(' '), "--format", "csv"]).Output.ShouldStartWith("kind,of,year,value,unit,low,high\n");
    }
}
