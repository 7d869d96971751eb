using System.Text;
using Petaday.Catalog;
using Petaday.Scenarios;

namespace Petaday.Tests.Scenarios;

/// <summary>A scenario's files: the same answer from the disk as from what was sent, and nothing but what was sent.</summary>
public sealed class ScenarioFilesTests
{
    [Fact]
    public void Every_key_that_names_a_file_is_marked_in_the_schema() =>
        ScenarioSchema
            .FileKeys.Select(key => key.Path)
            .ShouldBe(["model", "siting.offers", "siting.prices", "siting.week", "siting.carbon"], ignoreOrder: true);

    [Fact]
    public void All_files_that_are_missing_are_said_at_once()
    {
        List<Diagnostic> problems = [];
        ScenarioReader
            .Parse(
                "model: own.json\nsite: us-ca\nsiting: { prices: p.csv, week: /etc/w.csv, carbon: c.csv, offers: o.csv }\n",
                [],
                problems
            )
            .ShouldBeNull();
        problems
            .Select(problem => problem.Key)
            .ShouldBe(["model", "siting.prices", "siting.week", "siting.carbon", "siting.offers"], ignoreOrder: true);
    }

    [Fact]
    public void An_include_is_answered_from_what_is_attached()
    {
        var files = Files(("base.yaml", "model: llama-3.1-8b\ninclude: more.yaml\n"), ("more.yaml", "system: { devices: 64 }\n"));
        List<Diagnostic> problems = [];
        var scenario = ScenarioReader.Parse("include: base.yaml\nsystem: { id: dgx-h100 }\n", [], files, problems).ShouldNotBeNull();
        (scenario.Text("model"), scenario.Integer("system.devices")).ShouldBe(("llama-3.1-8b", 64));
        ScenarioReader.Parse("include: other.yaml\nmodel: llama-3.1-8b\n", [], files, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().ToString().ShouldContain("'other.yaml' is not attached");
        problems.Clear();
        ScenarioReader.Parse("include: loop.yaml\n", [], Files(("loop.yaml", "include: loop.yaml\n")), problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().ToString().ShouldContain("includes itself");
    }

    [Fact]
    public void A_model_in_place_stands_alone_and_keeps_its_name()
    {
        string config = File.ReadAllText(Path.Combine(Repository.Root, "tests/Petaday.Tests/Architectures/configs/llama-3.2-1b.json"));
        var asked = ScenarioReader.Parse("model: own.json\n", [], Files(("own.json", config)), []).ShouldNotBeNull();
        List<Diagnostic> problems = [];
        string text = Petaday.Reports.ScenarioText.Of(asked.WithModelInPlace(problems), []);
        problems.ShouldBeEmpty();
        var alone = ScenarioReader.Parse(text, [], problems).ShouldNotBeNull(string.Join('\n', problems));
        alone.At("model")!["name"]!.Text.ShouldBe("own.json");
        alone.At("model")!["hidden_size"]!.Text.ShouldBe("2048");
    }

    private static AttachedFiles Files(params (string Name, string Text)[] files) =>
        AttachedFiles.Of(files.Select(one => new AttachedFile(one.Name, Encoding.UTF8.GetBytes(one.Text))), new(), []).ShouldNotBeNull();
}
