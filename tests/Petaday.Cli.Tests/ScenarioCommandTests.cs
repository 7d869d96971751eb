using System.Text.Json;

namespace Petaday.Cli.Tests;

public sealed class ScenarioCommandTests
{
    private const string Small = "--model gpt3-1.3b --devices 8 --tokens 26B --tensor 1 --data 8 --micro-batch 8";

    [Fact]
    public void Estimate_gives_json_that_a_program_can_read()
    {
        var ran = Ran.Petaday($"estimate {Small} --format json".Split(' '));
        ran.Code.ShouldBe(ExitCodes.Done);
        ran.Error.ShouldBeEmpty();
        using var json = JsonDocument.Parse(ran.Output);
        json.RootElement.GetProperty("system").GetProperty("devices").GetInt32().ShouldBe(8);
        json.RootElement.GetProperty("cost").GetProperty("total").GetDouble().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_flag_overrides_the_file()
    {
        string file = Path.Combine(Repository.Root, "examples", "one-gpu-7b-lora.yaml");
        Ran.Petaday("estimate", file).Output.ShouldContain("LoRA on one RTX 4090");
        var ran = Ran.Petaday("estimate", file, "--sequence", "512", "--format", "json");
        ran.Code.ShouldBe(ExitCodes.Done);
        Ran.Petaday("estimate", file, "--recipe.sequence=512", "--format", "json").Output.ShouldBe(ran.Output);
    }

    [Theory]
    [InlineData("estimate", "no model is given")]
    [InlineData("estimate --model gpt3-13x", "'gpt3-13b'")]
    [InlineData("estimate --modle gpt3-13b", "did you mean '--model'?")]
    [InlineData("estimate nowhere.yaml", "nowhere.yaml: there is no such file")]
    [InlineData("estimate --model gpt3-13b --sequence long", "--sequence: recipe.sequence: 'long' is no whole number")]
    [InlineData("estimate --model gpt3-13b --devices 8,16", "petaday plan")]
    [InlineData("estimate --model gpt3-13b --devices 8 --tensor 3", "strategy.tensor")]
    [InlineData("estimate --model gpt3-13b --budget 20", "goal.budget")]
    [InlineData("explain step.second --model gpt3-1.3b --devices 8", "'step.seconds'")]
    [InlineData("explain matmul --m 0", "--m: '0' is no whole number above zero")]
    [InlineData("explain matmul --precision bf6", "did you mean 'bf16'?")]
    [InlineData("explain all-reduce --bytes 3 USD", "no more arguments")]
    [InlineData("explain all-reduce --bytes 3m", "--bytes")]
    [InlineData("explain all-reduce --system dgx-h10", "'dgx-h100'")]
    [InlineData("validate --runs nowhere.csv", "nowhere.csv")]
    [InlineData("estimate --model gpt3-13b --devices 8 --recompute block", "block recomputation needs a strategy")]
    [InlineData("estimate --model gpt3-13b --devices 8 --global-batch 20000000", "recipe.globalBatch")]
    [InlineData("estimate --model gpt3-13b --devices 8 --tokens 1e300", "at most")]
    [InlineData("estimate --model gpt3-13b --strategy fastest", "'auto'")]
    [InlineData("estimate --model gpt3-13b --money api", "rent or own")]
    [InlineData("catalog check nowhere", "there is no such directory")]
    public void Wrong_input_is_exit_1_with_a_clear_line(string line, string expected)
    {
        var ran = Ran.Petaday(line.Split(' '));
        ran.Code.ShouldBe(ExitCodes.WrongInput);
        ran.Output.ShouldBeEmpty();
        ran.Error.ShouldContain(expected);
    }

    [Fact]
    public void Nothing_feasible_is_exit_2_with_what_binds_and_what_comes_nearest()
    {
        var ran = Ran.Petaday("plan --model gpt3-1.3b --devices 8,16 --tokens 26B --budget 1USD".Split(' '));
        ran.Code.ShouldBe(ExitCodes.Infeasible);
        ran.Error.ShouldContain("goal.budget binds");
        ran.Error.ShouldContain("nearest:");
        Ran.Petaday("estimate --model llama-3.1-405b --devices 8".Split(' ')).Code.ShouldBe(ExitCodes.Infeasible);
    }

    [Fact]
    public void Compare_gives_a_column_a_choice()
    {
        var ran = Ran.Petaday("compare --model gpt3-1.3b --tokens 26B --devices 8,16 --format csv".Split(' '));
        ran.Code.ShouldBe(ExitCodes.Done);
        ran.Output.TrimEnd().Split('\n').Length.ShouldBe(3);
    }

    [Fact]
    public void Compare_sets_files_side_by_side_and_tells_what_differs()
    {
        string directory = Directory.CreateTempSubdirectory("petaday").FullName;
        string[] files = [.. new[] { "one", "two", "late" }.Select(name => Path.Combine(directory, name + ".yaml"))];
        File.WriteAllText(files[0], "model: gpt3-1.3b\nname: ours\nsystem: { devices: 8 }\nrecipe: { tokens: 26B }\n");
        File.WriteAllText(files[1], "model: gpt3-1.3b\nsystem: { devices: 16 }\nrecipe: { tokens: 26B }\n");
        File.WriteAllText(files[2], "model: gpt3-1.3b\nsystem: { devices: 16 }\nrecipe: { tokens: 26B }\ngoal: { deadline: 1 h }\n");
        var ran = Ran.Petaday("compare", files[0], files[1]);
        ran.Code.ShouldBe(ExitCodes.Done);
        ran.Error.ShouldBeEmpty();
        ran.Output.ShouldContain("What differs in what was asked");
        ran.Output.ShouldContain("system.devices");
        ran.Output.ShouldContain("ours");
        ran.Output.ShouldContain("× ");
        var late = Ran.Petaday("compare", files[0], files[2]);
        late.Code.ShouldBe(ExitCodes.Done);
        late.Error.ShouldContain("late.yaml: not feasible: goal.deadline binds");
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public void A_config_of_hugging_face_is_a_model()
    {
        string file = Path.Combine(Repository.Root, "tests", "Petaday.Tests", "Architectures", "configs", "llama-3.1-8b.json");
        var ran = Ran.Petaday("estimate", "--model", file, "--devices", "64", "--tokens", "1T");
        ran.Error.ShouldBeEmpty();
        ran.Code.ShouldBe(ExitCodes.Done);
    }

    [Fact]
    public void The_plot_of_a_validation_is_an_svg()
    {
        string directory = Directory.CreateTempSubdirectory("petaday").FullName;
        string runs = Path.Combine(directory, "runs.csv");
        string plot = Path.Combine(directory, "plot.svg");
        string[] published = File.ReadAllLines(Path.Combine(Repository.Root, "catalog", "runs", "published.csv"));
        File.WriteAllLines(
            runs,
            published.Take(1).Concat(published.Where(row => row.Contains("korthikanti2022", StringComparison.Ordinal)))
        );
        var ran = Ran.Petaday("validate", "--runs", runs, "--plot", plot, "--format", "json");
        ran.Code.ShouldBe(ExitCodes.Done, ran.Error);
        using var json = JsonDocument.Parse(ran.Output);
        json.RootElement.GetProperty("rows").GetArrayLength().ShouldBeGreaterThan(0);
        File.ReadAllText(plot).ShouldStartWith("<svg");
        Ran.Petaday("validate", "--runs", runs).Output.ShouldContain("median error");
    }
}
