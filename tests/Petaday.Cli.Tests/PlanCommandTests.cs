using System.Text.Json;
using System.Xml.Linq;
using Petaday.Cli.Rendering;

namespace Petaday.Cli.Tests;

public sealed class PlanCommandTests
{
    private const string Open = "plan --model gpt3-1.3b --tokens 100B --system dgx-h100,dgx-a100-80gb --devices 8,32 --site us-va,fr";

    [Fact]
    public void A_plan_is_json_with_what_stands_beside_it_and_a_picture()
    {
        var directory = Directory.CreateTempSubdirectory("petaday").FullName;
        var picture = Path.Combine(directory, "front.svg");
        var ran = Ran.Petaday([.. Open.Split(' '), "--best", "3", "--format", "json", "--svg", picture]);
        ran.Code.ShouldBe(ExitCodes.Done, ran.Error);
        ran.Error.ShouldBeEmpty();
        using var json = JsonDocument.Parse(ran.Output);
        var root = json.RootElement;
        root.GetProperty("alternatives").GetArrayLength().ShouldBe(2);
        root.GetProperty("partial").GetBoolean().ShouldBeFalse();
        root.GetProperty("sensitivity").GetArrayLength().ShouldBe(10);
        root.GetProperty("choice")
            .GetProperty("cost")
            .GetDouble()
            .ShouldBe(root.GetProperty("cost").GetProperty("total").GetDouble(), 1e-6);
        XDocument.Load(picture).Root!.Name.LocalName.ShouldBe("svg");
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public void What_would_have_to_give_is_said_on_standard_error()
    {
        var ran = Ran.Petaday([.. Open.Split(' '), "--budget", "1 USD"]);
        ran.Code.ShouldBe(ExitCodes.Infeasible);
        ran.Error.ShouldContain("enough alone: goal.budget:");
        ran.Output.ShouldContain("Enough alone to let a plan through");
    }

    [Fact]
    public void More_than_one_price_basis_and_format_are_chosen_among()
    {
        var ran = Ran.Petaday([.. Open.Split(' '), "--money", "rent,own", "--precision", "auto", "--format", "csv"]);
        ran.Code.ShouldBe(ExitCodes.Done, ran.Error);
        var lines = ran.Output.Split('\n');
        lines.Any(line => line.Contains(",own,", StringComparison.Ordinal)).ShouldBeTrue();
        lines.Any(line => line.Contains(",on-demand,", StringComparison.Ordinal)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("--best 0", "1 to 50")]
    [InlineData("--best some", "--best")]
    [InlineData("--minimize device", "'devices'")]
    [InlineData("--memory-share 1.5", "goal.memoryShare")]
    [InlineData("--most-devices 0", "goal.devices")]
    [InlineData("--money rent,lease", "money.devices")]
    [InlineData("--money rent,api", "rent or own")]
    [InlineData("--precision bf16,fp7", "recipe.precision")]
    [InlineData("--global-batch 256,many", "recipe.globalBatch")]
    [InlineData("--svg /nowhere/that/is/\0.svg", "--svg")]
    public void Wrong_input_is_exit_1_with_a_clear_line(string flags, string expected)
    {
        var ran = Ran.Petaday([.. Open.Split(' '), .. flags.Split(' ')]);
        ran.Code.ShouldBe(ExitCodes.WrongInput);
        ran.Error.ShouldContain(expected);
    }

    [Fact]
    public void A_plan_that_is_stopped_at_once_has_no_answer()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var stopping = new CancellationTokenSource();
        stopping.Cancel();
        App.Run(Open.Split(' '), new Terminal(output, error, null, false), TimeProvider.System, stopping.Token)
            .ShouldBe(ExitCodes.Cancelled);
        output.ToString().ShouldBeEmpty();
    }
}
