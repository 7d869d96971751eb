using Petaday.Catalog;
using Petaday.Validation.Checks;

namespace Petaday.Tests.Validation.Checks;

/// <summary>Every published figure that can be computed, by the product's own models.</summary>
public sealed class CheckBookTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("petaday").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void Every_figure_differs_by_no_more_than_is_explained()
    {
        List<Diagnostic> problems = [];
        var checks = CheckBook.Read(Library.OpenShipped(), problems);
        problems.ShouldBeEmpty();
        foreach (var check in checks.Where(check => check.Ours is not null))
        {
            check.IsAsExpected.ShouldBe(true, $"{check.Id}: {check.Ours!.Value} against {check.Text}");
            check.Ours!.Unsound().ShouldBeEmpty();
            check.Why.ShouldNotBeEmpty();
        }
    }

    /// <summary>Worked by hand: 3,640 PF-days / 24.6 TFLOP/s × 3.37 USD/h, LLMCarbon's W × n × t × PUE × intensity, and so on.</summary>
    [Theory]
    [InlineData("gpt3-price-12m", 11.9676e6, 0.0001e6)]
    [InlineData("gpt3-price-4.6m", 4.68e6, 1)]
    [InlineData("gpt3-v100-hours", 3_551_219.5 * 3_600, 3_600)]
    [InlineData("llmcarbon-t5", 45_736, 1)]
    [InlineData("llmcarbon-gpt3", 553_345, 1)]
    [InlineData("llmcarbon-gshard", 4_440, 1)]
    [InlineData("llmcarbon-switch", 63_783, 1)]
    [InlineData("llmcarbon-xlm", 37_621, 1)]
    [InlineData("llmcarbon-xlm-embodied", 648.37, 0.01)]
    [InlineData("h100-hour", 2.1009, 0.0001)]
    [InlineData("h100-die", 23.1688, 0.0001)]
    [InlineData("barrier-1t-rent", 210.65e6, 0.01e6)]
    [InlineData("grid-sg", 484.76 / 3.6e9, 0.01 / 3.6e9)]
    public void Ours_is_what_the_arithmetic_gives_by_hand(string id, double expected, double tolerance) =>
        CheckBook
            .Read(Library.OpenShipped(), [])
            .Single(check => check.Id == id)
            .Ours!.Value.GetValueOrDefault()
            .ShouldBe(expected, tolerance);

    /// <summary>Half of the rate takes twice the device-time and money: the figures follow their inputs, and none is typed.</summary>
    [Fact]
    public void Ours_follows_the_stated_inputs()
    {
        Write(
            "checks.csv",
            "id,name,method,inputs,part,published,published_high,allowed,source,why\nx,X,rented-compute,in,,1 MUSD,,0.1,me,because\n"
        );
        Write(
            "check-inputs.csv",
            "check,key,value,source,note\nin,flops,3640 PF-days,me,\nin,rate,12.3 TFLOP/s,me,\nin,rent,3.37 USD/h,me,\n"
        );
        List<Diagnostic> problems = [];
        var check = CheckBook.Read(Library.OpenShipped(directory), problems).Single(check => check.Id == "x");
        problems.ShouldBeEmpty();
        check.Ours!.Value.GetValueOrDefault().ShouldBe(2 * 11_967_609.756, 1);
        check.IsAsExpected.ShouldBe(false);
    }

    [Theory]
    [InlineData("in,rate,fast,me,", "'fast' is no value of 'rate'")]
    [InlineData("in,rate,-1 TFLOP/s,me,", "the inputs 'in' cannot be worked with")]
    [InlineData("in,speed,1 TFLOP/s,me,", "the check 'in' has no input 'peak'")]
    public void Bad_inputs_are_said(string row, string expected)
    {
        Write(
            "checks.csv",
            "id,name,method,inputs,part,published,published_high,allowed,source,why\nx,X,rented-compute,in,,1 MUSD,,0.1,me,because\n"
        );
        Write("check-inputs.csv", $"check,key,value,source,note\nin,flops,3640 PF-days,me,\nin,rent,3.37 USD/h,me,\n{row}\n");
        List<Diagnostic> problems = [];
        CheckBook.Read(Library.OpenShipped(directory), problems);
        problems.ShouldContain(problem => problem.ToString().Contains(expected));
    }

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.Combine(directory, "validation"));
        File.WriteAllText(Path.Combine(directory, "validation", name), text);
    }
}
