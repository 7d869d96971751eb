namespace Petaday.Cli.Tests;

/// <summary>Reports of every command: HTML, Markdown, and the files beside it.</summary>
public sealed class ReportCommandTests : IDisposable
{
    private const string Small = "--model gpt3-1.3b --devices 8 --tokens 26B --tensor 1 --data 8 --recompute none --micro-batch 8";
    private readonly string directory = Directory.CreateTempSubdirectory("petaday").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Theory]
    [InlineData("estimate " + Small, "The question")]
    [InlineData("plan --model gpt3-1.3b --devices 8 --tokens 26B", "Least cost.")]
    [InlineData("compare --model gpt3-1.3b --tokens 26B --devices 8,16", "The cheapest is")]
    [InlineData("explain cost.total " + Small, "class=\"tree\"")]
    [InlineData("sweep " + Small + " --vary recipe.sequence=1024,2048", "<table>")]
    [InlineData("catalog list accelerators", "h100-sxm-80gb")]
    [InlineData("catalog show gpt3-175b", "<h1")]
    [InlineData("catalog fields accelerators", "<table>")]
    [InlineData("validate --checks", "Barrier law")]
    public void Every_command_shows_its_page_as_html(string line, string expected)
    {
        var ran = Ran.Petaday([.. line.Split(' '), "--format", "html"]);
        ran.Error.ShouldBeEmpty();
        ran.Code.ShouldBe(ExitCodes.Done);
        ran.Output.ShouldStartWith("<!doctype html>");
        ran.Output.ShouldEndWith("</html>\n");
        ran.Output.ShouldContain(expected);
        ran.Output.ShouldNotContain("<script");
        ran.Output.ShouldNotContain("src=");
    }

    [Fact]
    public void A_report_has_question_answer_assumptions_and_numbered_sources()
    {
        var ran = Ran.Petaday([.. $"estimate {Small} --format markdown".Split(' ')]);
        ran.Code.ShouldBe(ExitCodes.Done);
        int at = 0;
        foreach (
            string part in (string[])
                [
                    "# ",
                    "## The question",
                    "```yaml",
                    "# chosen: ",
                    "## The answer",
                    "(90 %: ",
                    "## Cost",
                    "| sources |",
                    "## Assumptions",
                    "## Sources",
                    "1. [",
                ]
        )
        {
            int next = ran.Output.IndexOf(part, at, StringComparison.Ordinal);
            next.ShouldBeGreaterThanOrEqualTo(at, part);
            at = next;
        }

        string[] sources = [.. ran.Output[at..].Split('\n').Where(line => line.Length > 0)];
        sources.ShouldBeUnique();
    }

    [Fact]
    public void Charts_of_markdown_are_files_that_it_shows()
    {
        string charts = Path.Combine(directory, "charts");
        var ran = Ran.Petaday([.. $"estimate {Small} --format markdown --charts".Split(' '), charts]);
        ran.Code.ShouldBe(ExitCodes.Done);
        string[] files = [.. Directory.EnumerateFiles(charts).Order(StringComparer.Ordinal)];
        files.Select(Path.GetFileName).ShouldBe(["intervals.svg", "memory.svg", "prices.svg", "step.svg"]);
        foreach (string file in files)
        {
            ran.Output.ShouldContain($"({charts}/{Path.GetFileName(file)})");
            File.ReadAllText(file).ShouldStartWith("<svg ");
        }
    }

    [Theory]
    [InlineData("html")]
    [InlineData("json")]
    [InlineData("table")]
    public void Charts_go_with_markdown_alone(string format)
    {
        var ran = Ran.Petaday([.. $"estimate {Small} --charts somewhere --format {format}".Split(' ')]);
        ran.Code.ShouldBe(ExitCodes.WrongInput);
        ran.Output.ShouldBeEmpty();
        ran.Error.ShouldContain("--format markdown");
    }

    [Fact]
    public void A_directory_that_cannot_be_is_said()
    {
        string file = Path.Combine(directory, "file");
        File.WriteAllText(file, "");
        var ran = Ran.Petaday([.. $"estimate {Small} --format markdown --charts".Split(' '), file]);
        ran.Code.ShouldBe(ExitCodes.WrongInput);
        ran.Error.ShouldContain("--charts");
    }

    [Fact]
    public void A_scenario_s_name_is_text_wherever_it_stands()
    {
        string file = Path.Combine(directory, "hostile.yaml");
        File.WriteAllText(
            file,
            "name: \"<script>alert(1)</script> `|` [x](javascript:y) \\u202E\\n# z\"\nmodel: gpt3-1.3b\nrecipe: { tokens: 26B }\nsystem: { id: dgx-h100, devices: 8 }\n"
        );
        string html = Ran.Petaday("estimate", file, "--format", "html").Output;
        html.ShouldNotContain("<script");
        html.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        string markdown = Ran.Petaday("estimate", file, "--format", "markdown").Output;
        markdown.Split('\n')[0].ShouldBe("# &lt;script>alert(1)&lt;/script> \\`\\|\\` [x\\](javascript:y)  # z");
    }
}
