using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Petaday.Scenarios;

namespace Petaday.Web.Mcp;

/// <summary>The operations as tools of the Model Context Protocol, over standard input and output: for people who ask through an assistant.</summary>
public static class McpHost
{
    private const string Instructions =
        "Petaday works out what training a large model takes: memory, step time, days, device-hours, energy, carbon, water and money, each with a 90 % interval earned on published runs. "
        + "Quantities carry their units: '15T tokens', '20 MUSD', '90 d'. Call 'keys' for every key of a scenario, 'catalog' for ids of models, systems and sites, 'explain' for how a number was made.";

    /// <summary>Answers until the input ends.</summary>
    /// <param name="knowledge">The catalog.</param>
    /// <param name="clock">Tells the time of searches.</param>
    /// <param name="input">Where requests come from.</param>
    /// <param name="output">Where answers go; nothing else may be written there.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task Run(Knowledge knowledge, TimeProvider clock, Stream input, Stream output, CancellationToken cancellation)
    {
        var tools = new ToolBox(new Engine(knowledge, clock, new WebOptions()));
        var options = new McpServerOptions
        {
            ServerInfo = new Implementation
            {
                Name = "petaday",
                Title = "Petaday",
                Version = typeof(Knowledge).Assembly.GetName().Version!.ToString(3),
            },
            ServerInstructions = Instructions,
            Capabilities = new ServerCapabilities { Tools = new ToolsCapability() },
            Handlers = new McpServerHandlers
            {
                ListToolsHandler = (_, _) => ValueTask.FromResult(new ListToolsResult { Tools = [.. tools.All] }),
                CallToolHandler = (request, stop) => tools.Call(request.Params!, stop),
            },
        };
        await using var transport = new StreamServerTransport(input, output, "petaday");
        await using var server = McpServer.Create(transport, options);
        await server.RunAsync(cancellation);
    }
}
