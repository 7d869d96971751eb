using System.Text.Json;

namespace Petaday.Cli.Tests;

/// <summary>A plan as settings of training software.</summary>
public sealed class ExportCommandTests
{
    [Fact]
    public void Megatron_gets_the_shape_and_the_layout_that_are_given()
    {
        var ran = Ran.Petaday(
            "export",
            "--model",
            "llama-3.1-405b",
            "--devices",
            "1024",
            "--tensor",
            "8",
            "--pipeline",
            "16",
            "--virtual-pipeline",
            "2",
            "--to",
            "megatron"
        );
        ran.Code.ShouldBe(ExitCodes.Done, ran.Error);
        string[] flags = [.. ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd(' ', '\\'))];
        foreach (
            string flag in (string[])
                [
                    "--num-layers 126",
                    "--hidden-size 16384",
                    "--num-attention-heads 128",
                    "--num-query-groups 8",
                    "--ffn-hidden-size 53248",
                    "--tensor-model-parallel-size 8",
                    "--pipeline-model-parallel-size 16",
                    "--num-virtual-stages-per-pipeline-rank 2",
                    "--swiglu",
                    "--bf16",
                ]
        )
        {
            flags.ShouldContain(flag);
        }

        ran.Output.TrimEnd().Split('\n').SkipLast(1).ShouldAllBe(line => line.EndsWith(" \\", StringComparison.Ordinal));
    }

    [Fact]
    public void Torchtitan_s_groups_multiply_to_the_devices()
    {
        var ran = Ran.Petaday("export", "--model", "llama-3.1-8b", "--devices", "64", "--to", "torchtitan");
        ran.Code.ShouldBe(ExitCodes.Done, ran.Error);
        var degrees = ran
            .Lines.Where(line => line.Contains("_degree = ", StringComparison.Ordinal))
            .Select(line => int.Parse(line.Split(" = ")[1], System.Globalization.CultureInfo.InvariantCulture));
        degrees.Aggregate(1, (product, degree) => product * degree).ShouldBe(64);
    }

    /// <summary>The scenario leaves nothing open: its estimate is the same to the byte, whatever was searched.</summary>
    [Theory]
    [InlineData("--model", "llama-3.1-8b", "--devices", "64")]
    [InlineData("--model", "mixtral-8x7b", "--devices", "32", "--system", "dgx-a100-80gb")]
    [InlineData("--model", "llama-2-7b", "--devices", "8", "--task", "lora", "--tokens", "1B")]
    public void A_scenario_gives_the_same_estimate(params string[] flags)
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("petaday").FullName, "named.yaml");
        Ran.Petaday(["export", .. flags, "--to", "scenario", "--output", file]).Code.ShouldBe(ExitCodes.Done);
        var asked = Ran.Petaday(["estimate", .. flags, "--format", "json"]);
        var named = Ran.Petaday("estimate", file, "--format", "json");
        named.Code.ShouldBe(asked.Code, named.Error);
        foreach (string part in (string[])["strategy", "step", "memory", "run", "cost", "energy", "carbon"])
        {
            Part(named.Output, part).ShouldBe(Part(asked.Output, part), part);
        }

        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public void What_the_settings_cannot_say_is_said()
    {
        var ran = Ran.Petaday("export", "--model", "llama-3.1-8b", "--devices", "64", "--zero", "3", "--tensor", "1", "--to", "megatron");
        ran.Error.ShouldContain("ZeRO stage 3");
        Ran.Petaday("export", "--model", "llama-3.1-8b", "--to", "megatro").Error.ShouldContain("did you mean 'megatron'");
    }

    private static string Part(string json, string name) => JsonDocument.Parse(json).RootElement.GetProperty(name).GetRawText();
}
