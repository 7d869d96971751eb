using System.Text.RegularExpressions;

namespace Petaday.Cli.Tests;

/// <summary>docs/sites.md and docs/carbon.md hold what the commands that they name print. PETADAY_WRITE_GOLDEN=1 writes both anew.</summary>
public sealed partial class SiteCommandTests : IDisposable
{
    private static readonly bool Writes = System.Environment.GetEnvironmentVariable("PETADAY_WRITE_GOLDEN") == "1";
    private readonly string directory = Directory.CreateTempSubdirectory("petaday").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void The_page_of_sites_holds_what_its_commands_print()
    {
        string file = Path.Combine(Repository.Root, "docs", "sites.md");
        string page = File.ReadAllText(file);
        var blocks = Block().Matches(page).ToList();
        blocks.Count.ShouldBeGreaterThanOrEqualTo(6);
        var actual = new System.Text.StringBuilder();
        int at = 0;
        foreach (var block in blocks)
        {
            actual.Append(page, at, block.Index - at).Append(block.Groups["open"].Value).Append('\n');
            actual.Append(Printed(block.Groups["line"].Value)).Append(block.Groups["close"].Value);
            at = block.Index + block.Length;
        }

        Hold(file, page, actual.Append(page, at, page.Length - at).ToString());
    }

    [Fact]
    public void The_page_of_carbon_is_what_the_command_prints()
    {
        string file = Path.Combine(Repository.Root, "docs", "carbon.md");
        Hold(file, File.Exists(file) ? File.ReadAllText(file) : "", Ran.Petaday("carbon", "--format", "markdown").Output);
    }

    [Fact]
    public void The_map_of_the_page_is_what_the_command_draws()
    {
        string file = Path.Combine(Repository.Root, "docs", "images", "sites.svg");
        string drawn = Path.Combine(directory, "sites.svg");
        Ran.Petaday("site", Example("east-data-west-compute"), "--svg", drawn).Code.ShouldBe(ExitCodes.Done);
        Hold(file, File.Exists(file) ? File.ReadAllText(file) : "", File.ReadAllText(drawn));
    }

    [Theory]
    [InlineData("json", "\"minimize\": \"cost\"")]
    [InlineData("csv", "rank,site,name")]
    [InlineData("markdown", "# Sites for")]
    [InlineData("table", "Ranking")]
    public void Every_format_is_there(string format, string said)
    {
        var ran = Ran.Petaday("site", Example("h100-100-days"), "--format", format);
        ran.Code.ShouldBe(ExitCodes.Done, ran.Error);
        ran.Error.ShouldBeEmpty();
        ran.Output.ShouldContain(said);
    }

    [Fact]
    public void A_site_opens_into_its_inputs_and_sources()
    {
        var ran = Ran.Petaday("site", Example("h100-100-days"), "--explain", "us-wa");
        ran.Code.ShouldBe(ExitCodes.Done, ran.Error);
        ran.Output.ShouldContain("Energy on the meter × Price of electricity");
        Ran.Petaday("site", Example("h100-100-days"), "--explain", "us-waa").Error.ShouldContain("did you mean 'us-wa'");
    }

    [Fact]
    public void The_hours_at_work_are_written()
    {
        string file = Path.Combine(directory, "hours.csv");
        var ran = Ran.Petaday("site", Example("by-the-hour"), "--hours", file);
        ran.Code.ShouldBe(ExitCodes.Done, ran.Error);
        string[] lines = File.ReadAllLines(file);
        lines[0].ShouldBe("hour,time_utc,at_work");
        lines.Skip(1).Count(line => line.EndsWith(",1", StringComparison.Ordinal)).ShouldBeInRange(120, 130);
        Ran.Petaday("site", Example("h100-100-days"), "--hours", file).Code.ShouldBe(ExitCodes.WrongInput);
    }

    [Theory]
    [InlineData("--best 0", "0 sites are out of range")]
    [InlineData("--projects ~none.csv", "none.csv")]
    [InlineData("--projects ~none.csv --solver cbcc", "did you mean 'cbc'")]
    public void A_wrong_flag_is_told_so(string flags, string said)
    {
        string[] words = [.. flags.Split(' ').Select(word => word.Replace("~", directory + "/", StringComparison.Ordinal))];
        var ran = Ran.Petaday(["site", Example("h100-100-days"), .. words]);
        ran.Code.ShouldBe(ExitCodes.WrongInput);
        ran.Error.ShouldContain(said);
    }

    [Theory]
    [InlineData("project,system,devices,run_time\na,dgx-h100,8,1 d\na,dgx-h100,8,1 d\n", "'a' is there twice")]
    [InlineData("project,system,devices,run_time\na,dgx-h10,8,1 d\n", "'dgx-h100'")]
    [InlineData("project,system,devices,run_time\na,dgx-h100,-8,1 d\n", "'-8' is out of range")]
    [InlineData("project,system,devices,run_time\na,dgx-h100,8,NaN d\n", "siting.runTime")]
    [InlineData("project,system,devices,runtime\na,dgx-h100,8,1 d\n", "did you mean 'run_time'")]
    [InlineData("project,system,devices,run_time\n", "the file has no projects")]
    [InlineData("project,system,devices,run_time,allow\na,dgx-h100,8,1 d,Atlantis\n", "'Atlantis' names no site")]
    public void A_project_with_a_fault_is_told_so(string text, string said)
    {
        string file = Path.Combine(directory, "projects.csv");
        File.WriteAllText(file, text);
        var ran = Ran.Petaday("site", Example("placement"), "--projects", file);
        ran.Code.ShouldBe(ExitCodes.WrongInput, ran.Output);
        ran.Error.ShouldContain(said);
    }

    [Fact]
    public void Projects_that_do_not_fit_together_are_not_feasible()
    {
        string offers = Path.Combine(directory, "offers.csv");
        string projects = Path.Combine(directory, "projects.csv");
        File.WriteAllText(offers, "site,capacity_mw\nus-wa,1\n");
        File.WriteAllText(projects, "project,system,devices,run_time\na,dgx-h100,512,9 d\nb,dgx-h100,512,9 d\n");
        var ran = Ran.Petaday("site", "--siting.offers", offers, "--projects", projects, "--solver", "exact");
        ran.Code.ShouldBe(ExitCodes.Infeasible);
        ran.Error.ShouldContain("capacity binds");
    }

    [Fact]
    public void Nothing_feasible_is_told_with_what_comes_nearest()
    {
        var ran = Ran.Petaday("site", Example("h100-100-days"), "--carbon-cap", "1 tCO2e");
        ran.Code.ShouldBe(ExitCodes.Infeasible);
        ran.Error.ShouldContain("goal.carbonCap binds");
        ran.Error.ShouldContain("nearest: us-");
    }

    private static string Example(string name) => Path.Combine(Repository.Root, "examples", "sites", name + ".yaml");

    private static string Printed(string line)
    {
        string[] words =
        [
            .. line.Split(' ')
                .Select(word => word.StartsWith("examples/", StringComparison.Ordinal) ? Path.Combine(Repository.Root, word) : word),
        ];
        var ran = Ran.Petaday([.. words, "--format", "markdown"]);
        ran.Code.ShouldBe(ExitCodes.Done, ran.Error);
        // The page says itself what is asked, and its sources once; headings of what is printed stand below the page's own.
        return Heading().Replace(Repeated().Replace(ran.Output, ""), match => "##" + match.Value);
    }

    private static void Hold(string file, string page, string actual)
    {
        if (Writes)
        {
            File.WriteAllText(file, actual);
            return;
        }

        (page == actual).ShouldBeTrue(
            $"{Path.GetFileName(file)} is behind the commands that it names: PETADAY_WRITE_GOLDEN=1 dotnet test writes it anew"
        );
    }

    [GeneratedRegex(
        @"(?<open><!-- petaday (?<line>[^\n]+) -->)\n.*?(?<close><!-- end -->)",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Block();

    [GeneratedRegex(
        @"^\#\# (The question|Sources)\n.*?(?=^\#\# |\z)",
        RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Repeated();

    [GeneratedRegex("^#+ ", RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();
}
