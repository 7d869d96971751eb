using System.Text.Json;
using System.Text.RegularExpressions;
using Petaday.Cli;
using Petaday.Cli.Rendering;

namespace Petaday.Web.Tests;

/// <summary>Columns by letters, as a list and as files are one comparison; what is wrong is said with the column's name.</summary>
public sealed partial class CompareApiTests(Served served) : IClassFixture<Served>
{
    private const string One = "model: llama-3.1-8b\nname: ours\nsystem: { id: dgx-h100, devices: 64 }\n";
    private const string Two = "model: llama-3.1-8b\nsystem: { id: dgx-a100-80gb, devices: 128 }\nrecipe: { tokens: 2T }\n";

    [Fact]
    public async Task Files_letters_and_a_list_give_the_same_bytes()
    {
        string directory = Directory.CreateTempSubdirectory("petaday").FullName;
        string[] files = [Path.Combine(directory, "one.yaml"), Path.Combine(directory, "two.yaml")];
        await File.WriteAllTextAsync(files[0], One, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(files[1], Two, TestContext.Current.CancellationToken);
        string written = Timeless(Command(["compare", .. files]));
        Directory.Delete(directory, recursive: true);

        var (status, letters, _) = await served.Get(
            "/api/v1/compare?model=llama-3.1-8b&a.name=ours&a.system=dgx-h100&a.devices=64&b.system=dgx-a100-80gb&b.devices=128&b.recipe.tokens=2T"
        );
        status.ShouldBe(200, letters);
        Timeless(letters).ShouldBe(written);

        var (pasted, texts, _) = await served.Get(
            $"/download/compare.json?a.scenario={Uri.EscapeDataString(One)}&b.scenario={Uri.EscapeDataString(Two)}"
        );
        pasted.ShouldBe(200, texts);
        Timeless(texts).ShouldBe(written);

        var (posted, list) = await served.Post(
            "/api/v1/compare",
            """{"scenarios": [{"name": "ours", "scenario": {"model": "llama-3.1-8b", "system": {"id": "dgx-h100", "devices": 64}}}, {"scenario": {"model": "llama-3.1-8b", "system": {"id": "dgx-a100-80gb", "devices": 128}, "recipe": {"tokens": "2T"}}}]}"""
        );
        posted.ShouldBe(200, list);
        Timeless(list).ShouldBe(written);

        string yaml =
            "scenarios:\n"
            + string.Concat(
                new[] { One, Two }.Select(text =>
                    $"  - scenario:\n      {text.TrimEnd().Replace("\n", "\n      ", StringComparison.Ordinal)}\n"
                )
            );
        Timeless((await served.Post("/api/v1/compare", yaml)).Text).ShouldBe(written);
    }

    [Fact]
    public async Task Lists_of_one_scenario_are_cases_as_the_command_line_has_them()
    {
        const string query = "model=llama-3.1-8b&system=dgx-h100,dgx-a100-80gb&devices=64";
        string written = Command([
            "compare",
            .. query.Split('&').SelectMany(pair => new[] { "--" + pair.Split('=')[0], pair.Split('=')[1] }),
        ]);
        Timeless((await served.Get("/api/v1/compare?" + query)).Text).ShouldBe(Timeless(written));
    }

    [Fact]
    public async Task The_page_shows_the_numbers_of_the_JSON()
    {
        const string query = "model=llama-3.1-8b&devices=64&a.system=dgx-a100-80gb&b.system=dgx-h100";
        using var json = JsonDocument.Parse((await served.Get("/api/v1/compare?" + query)).Text);
        string page = System.Net.WebUtility.HtmlDecode((await served.Get("/compare?" + query)).Text);
        var second = json.RootElement[1];
        double ratio = second.GetProperty("comparison").GetProperty("figures").GetProperty("cost.total").GetProperty("ratio").GetDouble();
        page.ShouldContain(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"× {ratio:0.00}"));
        page.ShouldContain(second.GetProperty("comparison").GetProperty("name").GetString()!);
    }

    [Theory]
    [InlineData("model=llama-3.1-8b&a.devices=8&b.devises=16", "\"key\": \"b.devises\"", "'b.devices'")]
    [InlineData("model=llama-3.1-8b&a.devices=8&b.devices=x", "\"key\": \"b.system.devices\"", "whole number")]
    [InlineData("model=llama-3.1-8b&a.devices=8&b.system=dgx-h1", "\"key\": \"b.system.id\"", "dgx-h100")]
    [InlineData(
        "model=llama-3.1-8b&a.devices=8&b.devices=8&c.devices=8&d.devices=8&e.devices=8&f.devices=8",
        "\"key\": \"f.devices\"",
        "at most 5"
    )]
    [InlineData("model=llama-3.1-8b&columns=6", "\"key\": \"columns\"", "at most 5")]
    [InlineData("model=llama-3.1-8b&columns=-1", "\"key\": \"columns\"", "at most 5")]
    [InlineData("columns=2&a.model=llama-3.1-8b", "no model is given", "\"key\": \"b")]
    [InlineData("a.example=gpt3&b.model=llama-3.1-8b", "\"key\": \"a.example\"", "there is no example")]
    [InlineData("a.scenario=model: [&b.model=llama-3.1-8b", "\"key\": \"a", "line")]
    [InlineData("a.scenario=include: /etc/passwd&b.model=llama-3.1-8b", "\"key\": \"a.include\"", "a file cannot be named here")]
    [InlineData("a.model=./config.json&b.model=llama-3.1-8b", "\"key\": \"a.model\"", "a file cannot be named here")]
    [InlineData("scenarios=[1,2]", "scenarios[0]", "{ name, scenario }")]
    [InlineData("scenarios=[]", "scenarios", "two to five")]
    [InlineData("scenarios={}", "scenarios", "two to five")]
    public async Task What_is_wrong_is_said_with_the_columns_name(string query, string key, string says)
    {
        var (status, text, _) = await served.Get("/api/v1/compare?" + query);
        status.ShouldBe(422, text);
        text.ShouldContain(key);
        text.ShouldContain(says);
        text.ShouldNotContain("   at ");
        text.ShouldNotContain("root:");
        var (shown, page, _) = await served.Get(
            "/compare?" + (query.StartsWith("scenarios", StringComparison.Ordinal) ? "columns=6" : query)
        );
        shown.ShouldBe(200);
        page.ShouldContain("role=\"alert\"");
    }

    [Theory]
    [InlineData("""{"scenarios": [{"scenario": {"model": "llama-3.1-8b", "devices": 3}}]}""", "scenarios[0].devices")]
    [InlineData("""{"scenarios": [{"scenario": {"model": "llama-3.1-8b"}, "nome": "x"}]}""", "'name'")]
    [InlineData("""{"scenarios": [{"name": "x"}]}""", "holds no scenario")]
    [InlineData(
        """{"model": "llama-3.1-8b", "scenarios": [{"scenario": {"model": "llama-3.1-8b"}}]}""",
        "a key of all columns is a parameter"
    )]
    [InlineData("""{"scenarios": [1,1,1,1,1,1]}""", "at most 5")]
    [InlineData("""{"scenarios": [{"scenario": {"model": "./x", "system": "dgx-h100"}}]}""", "a file cannot be named here")]
    [InlineData("""{"scenarios": [{"scenario": {"include": "/etc/passwd"}}]}""", "a file cannot be named here")]
    [InlineData("""{"scenarios": [{"scenario": "model: ["}]}""", "scenarios[0]")]
    public async Task A_list_that_is_wrong_is_refused(string body, string says)
    {
        var (status, text) = await served.Post("/api/v1/compare", body);
        status.ShouldBe(422, text);
        text.ShouldContain(says);
        text.ShouldNotContain("root:");
    }

    [Fact]
    public async Task What_is_wrong_with_a_column_leaves_the_others()
    {
        string page = (await served.Get("/compare?model=llama-3.1-8b&a.devices=x&b.devices=64&c.devices=128")).Text;
        page.ShouldContain("a.system.devices");
        page.ShouldContain("128 x");
        page.ShouldContain("64 x");
    }

    [Fact]
    public async Task A_column_without_keys_of_its_own_takes_what_holds_for_all()
    {
        string page = (await served.Get("/compare?columns=2&model=llama-3.1-8b&devices=64")).Text;
        page.ShouldContain("These scenarios ask for the same");
        var (_, json, _) = await served.Get("/api/v1/compare?columns=2&model=llama-3.1-8b&devices=64");
        JsonDocument.Parse(json).RootElement.GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task One_column_says_how_to_add_another()
    {
        string page = (await served.Get("/compare?a.model=llama-3.1-8b&a.devices=8")).Text;
        page.ShouldContain("add a second one");
        page.ShouldContain("b.model=llama-3.1-8b");
    }

    [Fact]
    public async Task Progress_goes_over_all_columns()
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            "/api/v1/compare?format=events&model=llama-3.1-8b&a.devices=24&b.devices=48"
        );
        using var response = await served.Client.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldContain("event: progress");
        text.ShouldContain("event: result");
    }

    [Fact]
    public async Task A_name_stays_text()
    {
        const string name = "<script>alert(1)</script>\" onx=\"'";
        string query = $"model=llama-3.1-8b&devices=8&a.name={Uri.EscapeDataString(name)}&b.name={Uri.EscapeDataString(name)}&b.devices=16";
        foreach (string path in new[] { "/compare?", "/download/compare.html?", "/download/compare.md?" })
        {
            var (status, text, _) = await served.Get(path + query);
            status.ShouldBe(200);
            // What was asked stands in Markdown as a listing, where nothing is but text.
            Listing().Replace(text, "").ShouldNotContain("<script>alert");
        }

        using var json = JsonDocument.Parse((await served.Get("/api/v1/compare?" + query)).Text);
        json.RootElement.EnumerateArray()
            .Select(one => one.GetProperty("comparison").GetProperty("name").GetString())
            .ShouldBe([name, name + " (2)"]);
        (await served.Get("/download/compare.csv?" + query)).Text.Split('\n')[0].ShouldEndWith("run.predictedLoss ratio");
    }

    [Fact]
    public async Task Nothing_feasible_in_one_column_is_told_beside_the_others()
    {
        var (status, text, response) = await served.Get(
            "/api/v1/compare?model=llama-3.1-8b&tokens=15T&a.devices=64&b.devices=64&b.deadline=1 d"
        );
        status.ShouldBe(200, text);
        response.Headers.GetValues("Petaday-Feasible").ShouldBe(["false"]);
        string page = (await served.Get("/compare?model=llama-3.1-8b&tokens=15T&a.devices=64&b.devices=64&b.deadline=1 d")).Text;
        page.ShouldContain("Not feasible");
        page.ShouldContain("goal.deadline");
    }

    [Fact]
    public async Task A_columns_scenario_is_taken_along_and_compares_alike()
    {
        const string query = "model=llama-3.1-8b&a.system=dgx-h100&a.devices=64&b.example=gpt3-175b-a100";
        string page = System.Net.WebUtility.HtmlDecode((await served.Get("/compare?" + query)).Text);
        string[] links = [.. YamlLink().Matches(page).Select(match => match.Groups[1].Value)];
        links.Length.ShouldBe(2);
        string directory = Directory.CreateTempSubdirectory("petaday").FullName;
        List<string> files = [];
        foreach (string link in links)
        {
            files.Add(Path.Combine(directory, $"{files.Count}.yaml"));
            await File.WriteAllTextAsync(files[^1], (await served.Get(link)).Text, TestContext.Current.CancellationToken);
        }

        string written = Timeless(Command(["compare", .. files]));
        Directory.Delete(directory, recursive: true);
        Timeless((await served.Get("/api/v1/compare?" + query)).Text).ShouldBe(written);
    }

    private static string Command(string[] words)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        App.Run([.. words, "--format", "json"], new Terminal(output, error), TimeProvider.System, TestContext.Current.CancellationToken)
            .ShouldBe(0, error.ToString());
        return output.ToString();
    }

    private static string Timeless(string json) => SearchSeconds().Replace(json, "$1 0");

    [GeneratedRegex("(\"feasible\": [0-9]+,\\s+\"seconds\":) [0-9.eE+-]+")]
    private static partial Regex SearchSeconds();

    [GeneratedRegex("```yaml.*?```", RegexOptions.Singleline)]
    private static partial Regex Listing();

    [GeneratedRegex("href=\"(/scenario\\.yaml[^\"]*)\"")]
    private static partial Regex YamlLink();
}
