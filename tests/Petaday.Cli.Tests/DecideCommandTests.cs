using System.Text.Json;

namespace Petaday.Cli.Tests;

/// <summary><c>petaday decide</c>: its formats, its codes, what it says of bad input; docs/decisions.md is what it writes. PETADAY_WRITE_GOLDEN=1 writes the page anew.</summary>
public sealed class DecideCommandTests
{
    // One small model and one system: the fewest quotes.
    private const string Small = "decide --model qwen3-1.7b --system l40s-8 --monthly-tokens 2B --examples 5000";
    private static readonly string Cases = Path.Combine(Repository.Root, "examples", "decisions");

    [Fact]
    public void Json_has_the_recommended_path_first()
    {
        var ran = Ran.Petaday([.. Small.Split(' '), "--format", "json"]);
        ran.Code.ShouldBe(ExitCodes.Done, ran.Error);
        ran.Output.ShouldNotContain("NaN");
        using var json = JsonDocument.Parse(ran.Output);
        var paths = json.RootElement.GetProperty("paths");
        paths.GetArrayLength().ShouldBe(9);
        paths[0].GetProperty("path").GetString().ShouldBe(json.RootElement.GetProperty("recommended").GetString());
    }

    [Theory]
    [InlineData("table", "Recommended")]
    [InlineData("markdown", "| LoRA |")]
    [InlineData("csv", "lora.upFront.people,")]
    public void Every_format_has_the_paths(string format, string text)
    {
        var ran = Ran.Petaday([.. Small.Split(' '), "--format", format]);
        ran.Code.ShouldBe(ExitCodes.Done, ran.Error);
        ran.Output.ShouldContain(text);
    }

    [Theory]
    [InlineData("--engineers 0 --privacy on-premises", "task.privacy")]
    [InlineData("--budget", "goal.budget", "1 USD")]
    public void Where_no_path_is_allowed_the_constraint_is_named(string flags, string constraint, string? value = null)
    {
        var ran = Ran.Petaday([.. Small.Split(' '), .. flags.Split(' '), .. value is null ? [] : (string[])[value]]);
        ran.Code.ShouldBe(ExitCodes.Infeasible);
        ran.Error.ShouldContain($"not feasible: {constraint} binds");
    }

    [Theory]
    [InlineData("--monthly-tokens", "-5", "out of range")]
    [InlineData("--monthly-tokens", "lots", "lots")]
    [InlineData("--monthly-tokens", "NaN", "NaN")]
    [InlineData("--task.engineerMonthlyCost", "5000", "the number has no unit; expected money")]
    [InlineData("--task.engineerMonthlyCost", "-1 USD", "out of range")]
    [InlineData("--task.valuePerMonth", "-3 USD", "out of range")]
    [InlineData("--task.valuePerMonth", "3 EUR", "EUR")]
    [InlineData("--confidence", "1.5", "a number from 0 to 1")]
    [InlineData("--task.outputShare", "2", "a number from 0 to 1")]
    [InlineData("--quality", "excellent", "'best'")]
    [InlineData("--quality", "-1", "out of range")]
    [InlineData("--privacy", "on-premise", "'on-premises'")]
    [InlineData("--task.growth", "-1", "out of range")]
    [InlineData("--task.horizon", "0 s", "out of range")]
    [InlineData("--task.refreshTokens", "1B", "task.refreshEvery")]
    [InlineData("--task.machines.devices", "4", "task.machines.id")]
    [InlineData("--task.machines.id", "dgx-h10", "'dgx-h100'")]
    public void Bad_input_is_one_clear_message(string flag, string value, string text)
    {
        string[] line = [.. Small.Split(' ').Where(word => true)];
        if (flag == "--monthly-tokens")
        {
            line = [.. line.Take(5), .. line.Skip(7)];
        }

        var ran = Ran.Petaday([.. line, flag, value]);
        ran.Code.ShouldBe(ExitCodes.WrongInput, ran.Output);
        ran.Error.TrimEnd().Split('\n').Length.ShouldBe(1, ran.Error);
        ran.Error.ShouldContain(text);
    }

    [Fact]
    public void A_number_opens_into_its_parts()
    {
        var ran = Ran.Petaday(["explain", "decision.lora.upFront", .. Small.Split(' ').Skip(1)]);
        ran.Code.ShouldBe(ExitCodes.Done, ran.Error);
        ran.Output.ShouldContain("People until first use");
        ran.Output.ShouldContain("[estimated] US Bureau of Labor Statistics");
        Ran.Petaday(["explain", "decision.lora.nothing", .. Small.Split(' ').Skip(1)]).Code.ShouldBe(ExitCodes.WrongInput);
    }

    [Fact]
    public void Without_a_demand_it_says_what_is_missing()
    {
        var ran = Ran.Petaday("decide", "--examples", "10");
        ran.Code.ShouldBe(ExitCodes.WrongInput);
        ran.Error.ShouldContain("task.monthlyTokens");
    }

    [Fact]
    public void The_page_of_cases_is_what_decide_writes()
    {
        string file = Path.Combine(Repository.Root, "docs", "decisions.md");
        bool writes = System.Environment.GetEnvironmentVariable("PETADAY_WRITE_GOLDEN") == "1";
        string target = writes ? file : Path.Combine(Directory.CreateTempSubdirectory("petaday").FullName, "decisions.md");
        var ran = Ran.Petaday("decide", Cases, "--document", target);
        ran.Code.ShouldBe(ExitCodes.Done, ran.Error);
        bool same = File.ReadAllText(target) == File.ReadAllText(file);
        same.ShouldBeTrue(
            "docs/decisions.md is behind the catalog or the method: petaday decide examples/decisions --document docs/decisions.md"
        );
    }
}
