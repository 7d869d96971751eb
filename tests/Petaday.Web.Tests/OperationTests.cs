using Petaday.Cli;
using Petaday.Cli.Rendering;

namespace Petaday.Web.Tests;

/// <summary>Each operation that is a command gives the command's JSON, to the byte.</summary>
public sealed class OperationTests(Served served) : IClassFixture<Served>
{
    /// <summary>A command, the example that it is asked of, and flags over it.</summary>
    public static TheoryData<string, string, string> Asked =>
        new()
        {
            { "cost", "projects/opt-175b", "" },
            { "cost", "what-could-go-wrong", "draws=200&seed=7&currency=EUR" },
            { "cost", "", "model=llama-3.1-8b&system=dgx-h100&devices=64&money=own" },
            { "serve-cost", "serving/start-up-8b", "" },
            { "serve-cost", "serving/llama-70b-assistant", "users=50000" },
            { "decide", "decisions/student", "" },
            { "site", "sites/h100-100-days", "" },
            { "site", "sites/train-here-serve-there", "siting.minimize=cost" },
            {
                "levers",
                "",
                "model=llama-2-7b&system=dgx-a100-80gb&devices=8&tokens=10B&tensor=1&data=8&levers=sequence-packing,one-year&effort=3"
            },
            { "forecast", "", "" },
            { "forecast", "", "basis=rental&from=2025&to=2030&budgets=1 kUSD,5 MUSD&robust=true" },
        };

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task The_same_bytes_as_the_command_line(string command, string example, string query)
    {
        string[] file = example.Length == 0 ? [] : [Path.Combine(Examples, example + ".yaml")];
        string[] pairs = query.Split('&', StringSplitOptions.RemoveEmptyEntries);
        string[] flags =
        [
            .. pairs.SelectMany(pair =>
                pair.EndsWith("=true", StringComparison.Ordinal)
                    ? ["--" + pair[..^5]]
                    : new[] { "--" + pair.Split('=')[0], pair.Split('=')[1] }
            ),
        ];
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        App.Run(
                [command, .. file, .. flags, "--format", "json"],
                new Terminal(output, error),
                TimeProvider.System,
                TestContext.Current.CancellationToken
            )
            .ShouldBe(0, error.ToString());

        var (status, text) =
            example.Length == 0
                ? await Get($"/api/v1/{command}?{query}")
                : await served.Post(
                    $"/api/v1/{command}?{query}",
                    await File.ReadAllTextAsync(file[0], TestContext.Current.CancellationToken)
                );
        status.ShouldBe(200, text);
        text.ShouldBe(output.ToString());
        string download = example.Length == 0 ? query : $"example={example}&{query}";
        (await Get($"/download/{command}.json?{download}")).Text.ShouldBe(text);
    }

    [Theory]
    [InlineData("cost?model=llama-3.1-8b&draws=1", "draws")]
    [InlineData("cost?model=llama-3.1-8b&draws=100000", "at most 20000")]
    [InlineData("cost?model=llama-3.1-8b&currency=XYZ", "XYZ")]
    [InlineData("site?system=dgx-h100&devices=8&siting.runTime=1 d&siting.prices=/etc/passwd", "a file cannot be named here")]
    [InlineData("site?system=dgx-h100&devices=8&siting.runTime=1 d&siting.offers=/etc/passwd", "a file cannot be named here")]
    [InlineData("site?system=dgx-h100&devices=8&siting.runTime=1 d&best=0", "best")]
    [InlineData("levers?model=llama-3.1-8b&metric=costs", "'cost'")]
    [InlineData("levers?model=llama-3.1-8b&levers=fp9", "fp9")]
    [InlineData("forecast?model=llama-3.1-8b", "a forecast is of no scenario")]
    [InlineData("forecast?from=2030&to=2020", "the last year is before the first")]
    [InlineData("forecast?law=true&siting.carbon=/etc/passwd", "a file cannot be named here")]
    [InlineData("decide?model=llama-3.1-8b", "task")]
    [InlineData("serve-cost?model=llama-3.1-9b&users=10", "llama-3.1-8b")]
    public async Task What_is_wrong_is_said(string query, string says)
    {
        var (status, text) = await Get("/api/v1/" + query);
        status.ShouldBe(422, text);
        text.ShouldContain(says);
        text.ShouldNotContain("   at ");
    }

    private static string Examples => Path.Combine(Root(AppContext.BaseDirectory), "examples");

    private async Task<(int Status, string Text)> Get(string path)
    {
        var (status, text, _) = await served.Get(path);
        return (status, text);
    }

    private static string Root(string directory) =>
        File.Exists(Path.Combine(directory, "Petaday.slnx")) ? directory : Root(Path.GetDirectoryName(directory)!);
}
