namespace Petaday.Cli.Tests;

/// <summary>docs/checks.md is what one command writes from the shipped catalog, to the byte. PETADAY_WRITE_GOLDEN=1 writes it anew.</summary>
public sealed class ChecksDocumentTests
{
    [Fact]
    public void The_page_is_what_validate_writes()
    {
        string file = Path.Combine(Repository.Root, "docs", "checks.md");
        var ran = Ran.Petaday("validate", "--checks", "--format", "markdown");
        ran.Error.ShouldBeEmpty();
        if (System.Environment.GetEnvironmentVariable("PETADAY_WRITE_GOLDEN") == "1")
        {
            File.WriteAllText(file, ran.Output);
        }

        (ran.Output == File.ReadAllText(file)).ShouldBeTrue(
            "docs/checks.md is behind the catalog or the method: petaday validate --checks --format markdown > docs/checks.md"
        );
    }

    [Fact]
    public void The_figures_are_data_too()
    {
        var csv = Ran.Petaday("validate", "--checks", "--format", "csv");
        csv.Output.ShouldContain("gpt3-price-12m");
        using var json = System.Text.Json.JsonDocument.Parse(Ran.Petaday("validate", "--checks", "--format", "json").Output);
        json.RootElement.EnumerateArray()
            .Single(check => check.GetProperty("id").GetString() == "gpt3-compute")
            .GetProperty("ours")
            .GetDouble()
            .ShouldBe(3.15e23, 1e18);
    }
}
