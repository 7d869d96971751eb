using System.Text.Json;
using System.Text.RegularExpressions;
using Petaday.Cli;
using Petaday.Cli.Rendering;

namespace Petaday.Web.Tests;

/// <summary>The API answers as the command line does, and says what is wrong in one way.</summary>
public sealed partial class ApiTests(Served served) : IClassFixture<Served>
{
    /// <summary>Twenty scenarios of all kinds; time of search is the one figure that may differ.</summary>
    public static TheoryData<string> Scenarios =>
        [
            "model=llama-3.1-8b&devices=64",
            "model=llama-3.1-70b&system=dgx-h100&devices=1024",
            "model=gpt3-175b&system=dgx-a100-80gb&devices=1024&tokens=300B&sequence=2048",
            "model=deepseek-v3&system=dgx-h100&devices=2048",
            "model=mixtral-8x7b&devices=128",
            "model=llama-2-7b&system=dgx-a100-80gb&devices=8",
            "model=llama-2-7b&devices=8&task=lora&tokens=1B",
            "model=olmo-2-7b&devices=256&site=us-va",
            "model=gpt2-1.5b&devices=8&precision=bf16",
            "model=llama-3.1-8b&devices=64&money=own",
            "model=llama-3.1-8b&devices=64&terms=spot",
            "model=llama-3.1-8b&devices=64&tensor=2&pipeline=2",
            "model=llama-3.1-8b&devices=64&optimizer=muon",
            "model=gemma-2-9b&system=tpu-v5p&devices=256",
            "model=falcon-40b&devices=384",
            "model=llama-3.1-405b&devices=16384",
            "model=llama-3.1-8b&devices=64&recompute=full",
            "model=llama-3.1-8b&devices=64&price=2.5 USD/h",
            "model=llama-3.1-8b&devices=64&global-batch=1024 sequences",
            "model=qwen2.5-7b&devices=32",
        ];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task The_same_numbers_as_the_command_line_to_the_byte(string query)
    {
        string[] flags =
        [
            .. query.Split('&').SelectMany(pair => pair.Split('=') is [var name, var value] ? new[] { "--" + name, value } : []),
        ];
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        App.Run(
                ["estimate", .. flags, "--format", "json"],
                new Terminal(output, error),
                TimeProvider.System,
                TestContext.Current.CancellationToken
            )
            .ShouldBeLessThan(3, error.ToString());

        var (_, text, _) = await served.Get("/api/v1/estimate?" + query);
        if (output.ToString().Length == 0)
        {
            JsonDocument.Parse(text).RootElement.GetProperty("status").GetInt32().ShouldBe(422);
            return;
        }

        Timeless(text).ShouldBe(Timeless(output.ToString()));
        // A page, a download and a document in the body are the same answer.
        Timeless((await served.Get("/download/estimate.json?" + query)).Text).ShouldBe(Timeless(text));
        string yaml = (await served.Get("/scenario.yaml?" + query)).Text;
        Timeless((await served.Post("/api/v1/estimate", yaml)).Text).ShouldBe(Timeless(text));
    }

    [Theory]
    [InlineData("/api/v1/estimate", 422, "no model is given")]
    [InlineData("/api/v1/estimate?model=llama-3.1-9b", 422, "llama-3.1-8b")]
    [InlineData("/api/v1/estimate?modle=llama-3.1-8b", 422, "model")]
    [InlineData("/api/v1/estimate?model=llama-3.1-8b&devices=-1", 422, "system.devices")]
    [InlineData("/api/v1/estimate?model=llama-3.1-8b&devices=NaN", 422, "system.devices")]
    [InlineData("/api/v1/estimate?model=llama-3.1-8b&budget=5 kg", 422, "goal.budget")]
    [InlineData("/api/v1/estimate?model=../../etc/passwd", 422, "a file cannot be named here")]
    [InlineData("/api/v1/estimate?model=config.json", 422, "'config.json' is not attached")]
    [InlineData("/api/v1/estimate?model=llama-3.1-8b&format=pdf", 422, "json, markdown, html, csv")]
    [InlineData("/api/v1/explain?model=llama-3.1-8b&devices=8&key=cost.totl", 422, "cost.total")]
    [InlineData("/api/v1/catalog/models/nothing", 404, "no such entry")]
    [InlineData("/api/v1/nothing", 404, "no such operation")]
    public async Task What_is_wrong_is_said(string path, int status, string says)
    {
        var (code, text, response) = await served.Get(path);
        code.ShouldBe(status, text);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        text.ShouldContain(says);
        text.ShouldNotContain("   at ");
        text.ShouldNotContain("/src/");
    }

    [Fact]
    public async Task A_body_cannot_include_or_name_files()
    {
        (await served.Post("/api/v1/estimate", "include: /etc/passwd\nmodel: llama-3.1-8b")).Text.ShouldContain(
            "a file cannot be named here by '/etc/passwd'"
        );
        (await served.Post("/api/v1/estimate", "model: ./config.json")).Text.ShouldContain("a file cannot be named here");
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_413()
    {
        (await served.Post("/api/v1/estimate", new string('#', 2 << 20))).Status.ShouldBe(413);
        (await served.Post("/api/v1/estimate", new string('[', 100_000))).Status.ShouldBeOneOf(413, 422);
    }

    [Fact]
    public async Task Progress_is_streamed_and_ends_in_the_result()
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            "/api/v1/plan?model=llama-3.1-8b&system=dgx-h100,dgx-a100-80gb&devices=64,128"
        );
        request.Headers.Add("Accept", "text/event-stream");
        using var response = await served.Client.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldContain("event: progress");
        string data = string.Join('\n', text.Split("event: result\n")[1].Trim().Split('\n').Select(line => line["data: ".Length..]));
        JsonDocument.Parse(data).RootElement.GetProperty("model").GetProperty("id").GetString().ShouldBe("llama-3.1-8b");
    }

    [Fact]
    public async Task The_document_names_every_key_of_a_scenario()
    {
        var (_, text, _) = await served.Get("/api/v1/openapi.json");
        using var document = JsonDocument.Parse(text);
        var names = document
            .RootElement.GetProperty("paths")
            .GetProperty("/api/v1/estimate")
            .GetProperty("get")
            .GetProperty("parameters")
            .EnumerateArray()
            .Select(one => one.GetProperty("name").GetString())
            .ToHashSet();
        Petaday.Scenarios.ScenarioSchema.Flags.ShouldAllBe(key => names.Contains(key.Path));
    }

    private static string Timeless(string json) => SearchSeconds().Replace(json, "$1 0");

    [GeneratedRegex("(\"feasible\": [0-9]+,\\s+\"seconds\":) [0-9.eE+-]+")]
    private static partial Regex SearchSeconds();
}
