using System.IO.Pipelines;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Petaday.Catalog;
using Petaday.Scenarios;
using Petaday.Web.Mcp;

namespace Petaday.Web.Tests;

/// <summary>An assistant's side of <c>petaday mcp</c>: a client of the protocol's own SDK over a pair of pipes.</summary>
public sealed class McpTests : IAsyncLifetime
{
    private static readonly Lazy<Knowledge> Shipped = new(() => Knowledge.Open(Library.OpenShipped(), [])!);
    private readonly Pipe asked = new();
    private readonly Pipe answered = new();
    private readonly CancellationTokenSource stop = new();
    private Task host = Task.CompletedTask;
    private McpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        host = McpHost.Run(Shipped.Value, TimeProvider.System, asked.Reader.AsStream(), answered.Writer.AsStream(), stop.Token);
        client = await McpClient.CreateAsync(
            new StreamClientTransport(asked.Writer.AsStream(), answered.Reader.AsStream()),
            cancellationToken: TestContext.Current.CancellationToken
        );
    }

    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        await stop.CancelAsync();
        await host.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    [Fact]
    public async Task It_says_who_it_is_and_what_it_can_do()
    {
        client.ServerInfo!.Name.ShouldBe("petaday");
        client.ServerInstructions.ShouldNotBeNullOrWhiteSpace();
        var tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        string[] names = [.. tools.Select(tool => tool.Name)];
        names.ShouldBeUnique();
        foreach (string expected in new[] { "estimate", "plan", "compare", "explain", "catalog", "keys" })
        {
            names.ShouldContain(expected);
        }

        foreach (var tool in tools)
        {
            tool.Description.ShouldNotBeNullOrWhiteSpace();
            tool.JsonSchema.GetProperty("type").GetString().ShouldBe("object");
        }
    }

    [Theory]
    [InlineData("estimate")]
    [InlineData("plan")]
    public async Task A_scenario_is_answered_in_words_and_in_the_command_lines_JSON(string tool)
    {
        var result = await Call(tool, ("model", "llama-3.1-8b"), ("system", "dgx-h100"), ("devices", 64));
        result.IsError.ShouldNotBe(true, Text(result));
        Text(result).ShouldContain("# ");
        var json = result.StructuredContent!.Value;
        json.GetProperty("system").GetProperty("devices").GetInt32().ShouldBe(64);
        json.GetProperty("step").GetProperty("seconds").GetDouble().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_whole_scenario_may_be_an_object_or_YAML()
    {
        var written = await Call("estimate", ("scenario", "model: llama-3.1-8b\nsystem: { id: dgx-h100, devices: 64 }\n"));
        var built = await Call(
            "estimate",
            (
                "scenario",
                new Dictionary<string, object?>
                {
                    ["model"] = "llama-3.1-8b",
                    ["system"] = new Dictionary<string, object?> { ["id"] = "dgx-h100", ["devices"] = 64 },
                }
            )
        );
        Text(built).ShouldBe(Text(written));
    }

    [Fact]
    public async Task Scenarios_are_set_side_by_side()
    {
        var tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        tools
            .Single(tool => tool.Name == "compare")
            .JsonSchema.GetProperty("properties")
            .GetProperty("scenarios")
            .GetProperty("type")
            .GetString()
            .ShouldBe("array");
        var result = await Call(
            "compare",
            ("model", "llama-3.1-8b"),
            (
                "scenarios",
                new object[]
                {
                    new { name = "ours", scenario = new { system = new { id = "dgx-h100", devices = 64 } } },
                    new { scenario = "system: { id: dgx-a100-80gb, devices: 64 }\n" },
                }
            )
        );
        result.IsError.ShouldNotBe(true, Text(result));
        Text(result).ShouldContain("What comes out");
        var columns = result.StructuredContent!.Value.GetProperty("results");
        columns.GetArrayLength().ShouldBe(2);
        columns[0].GetProperty("comparison").GetProperty("name").GetString().ShouldBe("ours");
        columns[1].GetProperty("comparison").GetProperty("asked").GetProperty("system.id").GetString().ShouldBe("dgx-a100-80gb");

        var wrong = await Call("compare", ("scenarios", new object[] { new { scenario = new { model = "llama-3.1-8c" } } }));
        wrong.IsError.ShouldBe(true);
        Text(wrong).ShouldContain("scenarios[0].model");
    }

    [Fact]
    public async Task A_number_is_explained()
    {
        var result = await Call("explain", ("model", "llama-3.1-8b"), ("devices", 64), ("key", "cost.total"));
        result.IsError.ShouldNotBe(true, Text(result));
        Text(result).ShouldContain("cost.total");
    }

    [Fact]
    public async Task The_catalog_is_searched_and_shown()
    {
        Text(await Call("catalog")).ShouldContain("accelerators:");
        Text(await Call("catalog", ("search", "h100"))).ShouldContain("accelerators/h100-sxm-80gb");
        Text(await Call("catalog", ("kind", "accelerators"), ("id", "h100-sxm-80gb"))).ShouldContain("http");
        Text(await Call("keys")).ShouldContain("recipe.tokens:");
    }

    [Theory]
    [InlineData("estimate", "model", "llama-3.1-8c", "llama-3.1-8b")]
    [InlineData("estimate", "devises", "64", "devices")]
    [InlineData("estimate", "scenario", "model: [", "line")]
    [InlineData("explain", "key", "step.secs", "step.seconds")]
    [InlineData("catalog", "kind", "acelerators", "accelerators")]
    [InlineData("catalog", "id", "h100-sxm-80g", "h100-sxm-80gb")]
    public async Task What_is_wrong_is_said_in_the_result(string tool, string argument, string value, string said)
    {
        var result =
            tool == "explain"
                ? await Call(tool, ("model", "llama-3.1-8b"), ("devices", 64), (argument, value))
                : await Call(tool, (argument, value));
        result.IsError.ShouldBe(true, Text(result));
        Text(result).ShouldContain(said);
        Text(result).ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_tool_that_there_is_not_is_an_error_too() => (await Call("destroy")).IsError.ShouldBe(true);

    private async Task<CallToolResult> Call(string tool, params (string Name, object? Value)[] arguments) =>
        await client.CallToolAsync(
            tool,
            arguments.ToDictionary(pair => pair.Name, pair => pair.Value),
            cancellationToken: TestContext.Current.CancellationToken
        );

    private static string Text(CallToolResult result) =>
        string.Join('\n', result.Content.OfType<TextContentBlock>().Select(block => block.Text));
}
