using System.Text.Json;
using System.Xml.Linq;

namespace Petaday.Cli.Tests;

public sealed class SweepCommandTests
{
    private const string Small = "--model gpt3-1.3b --devices 8 --tokens 26B --tensor 1 --micro-batch 4";

    [Theory]
    [InlineData("sweep")]
    [InlineData("compare")]
    public void Sweep_and_compare_are_one_operation(string command)
    {
        var ran = Ran.Petaday($"{command} {Small} --vary strategy.microBatch=1..8:4x --format csv".Split(' '));
        ran.Code.ShouldBe(ExitCodes.Done, ran.Error);
        string[] lines = ran.Output.TrimEnd().Split('\n');
        lines[0].ShouldBe("strategy.microBatch,step.seconds (s),step.mfu,run.days (d),cost.total (USD),feasible,constraint,message");
        lines.Skip(1).Select(line => line.Split(',')[0]).ShouldBe(["1", "2", "4", "8"]);
    }

    [Fact]
    public void Every_format_has_every_point_and_a_picture_is_drawn()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("petaday").FullName, "pictures", "sweep.svg");
        string[] line = [.. $"sweep {Small} --vary devices=8,16 --vary precision=bf16,fp8 --show step.seconds --svg".Split(' '), file];
        var table = Ran.Petaday(line);
        table.Code.ShouldBe(ExitCodes.Done, table.Error);
        table.Lines.Count(text => text.TrimEnd().EndsWith("yes", StringComparison.Ordinal)).ShouldBe(4);
        Ran.Petaday([.. line, "--format", "markdown"]).Output.ShouldContain("| 16 | fp8 |");
        using var json = JsonDocument.Parse(Ran.Petaday([.. line, "--format", "json"]).Output);
        var points = json.RootElement.GetProperty("points");
        points.GetArrayLength().ShouldBe(4);
        points[3].GetProperty("at").GetProperty("recipe.precision").GetString().ShouldBe("fp8");
        points[3].GetProperty("results").GetProperty("step.seconds").GetDouble().ShouldBeGreaterThan(0);
        json.RootElement.GetProperty("partial").GetBoolean().ShouldBeFalse();
        XDocument.Load(file).Descendants().Count(element => element.Name.LocalName == "title").ShouldBe(5);
    }

    [Fact]
    public void A_point_is_what_estimate_says()
    {
        using var sweep = JsonDocument.Parse(Ran.Petaday($"sweep {Small} --vary recipe.precision=fp8 --format json".Split(' ')).Output);
        using var estimate = JsonDocument.Parse(Ran.Petaday($"estimate {Small} --precision fp8 --format json".Split(' ')).Output);
        sweep
            .RootElement.GetProperty("points")[0]
            .GetProperty("results")
            .GetProperty("cost.total")
            .GetDouble()
            .ShouldBe(estimate.RootElement.GetProperty("cost").GetProperty("total").GetDouble());
    }

    [Fact]
    public void Files_are_compared_at_each_value()
    {
        string examples = Path.Combine(Repository.Root, "examples");
        var ran = Ran.Petaday(
            "compare",
            Path.Combine(examples, "olmo-2-7b.yaml"),
            Path.Combine(examples, "one-gpu-7b-lora.yaml"),
            "--vary",
            "recipe.sequence=1024,2048",
            "--show",
            "step.seconds",
            "--format",
            "csv"
        );
        ran.Code.ShouldBe(ExitCodes.Done, ran.Error);
        ran.Output.ShouldStartWith("scenario,recipe.sequence,step.seconds (s),");
        ran.Output.TrimEnd().Split('\n').Length.ShouldBe(5);
    }

    [Fact]
    public void One_feasible_point_is_enough_and_none_is_exit_2()
    {
        var some = Ran.Petaday("sweep --model llama-3.1-405b --tokens 1T --vary devices=8,512 --format csv".Split(' '));
        some.Code.ShouldBe(ExitCodes.Done, some.Error);
        some.Output.ShouldContain("false,memory,");
        var none = Ran.Petaday("sweep --model llama-3.1-405b --tokens 1T --vary devices=4,8 --format csv".Split(' '));
        none.Code.ShouldBe(ExitCodes.Infeasible);
        none.Output.TrimEnd().Split('\n').Length.ShouldBe(3);
        none.Error.ShouldContain("memory binds");
    }

    [Fact]
    public void Estimate_gives_advice_and_explain_gives_it_alone()
    {
        string[] keys = "--model gpt3-13b --devices 64 --tokens 26B --tensor 8 --pipeline 4 --recompute full".Split(' ');
        Ran.Petaday(["estimate", .. keys]).Output.ShouldContain("Bottleneck");
        using var whole = JsonDocument.Parse(Ran.Petaday(["estimate", .. keys, "--format", "json"]).Output);
        using var alone = JsonDocument.Parse(Ran.Petaday(["explain", "advice", .. keys, "--format", "json"]).Output);
        whole.RootElement.GetProperty("advice").GetArrayLength().ShouldBe(3);
        alone
            .RootElement.GetProperty("advice")
            .GetRawText()
            .ShouldBe(whole.RootElement.GetProperty("advice").GetRawText().Replace("\n  ", "\n  "));
        Ran.Petaday(["explain", "advice", .. keys, "--format", "csv"]).Output.ShouldStartWith("key,from,to,along,stepSeconds,gain");
    }
}
