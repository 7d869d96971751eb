using System.Collections.Immutable;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using Petaday.Catalog;
using Petaday.Reports;
using Petaday.Web.Operations;

namespace Petaday.Web.Mcp;

/// <summary>What an assistant may call, and what it gets: the page in words, and the command line's JSON beside it.</summary>
internal sealed class ToolBox(Engine engine)
{
    /// <summary>Every tool.</summary>
    public ImmutableArray<Tool> All { get; } =
    [
        .. AllOperations.OfScenarios.Select(Of),
        new Tool
        {
            Name = CatalogTool.Name,
            Description =
                "what the catalog knows: the kinds of entries, the ids of a kind, one entry with its sources, or what a word finds",
            InputSchema = CatalogTool.Schema,
            Annotations = new ToolAnnotations { ReadOnlyHint = true },
        },
        new Tool
        {
            Name = "keys",
            Description = "every key of a scenario: what it means, what may be written, what holds when it is left out",
            InputSchema = ToolSchema.None,
            Annotations = new ToolAnnotations { ReadOnlyHint = true },
        },
    ];

    /// <summary>Calls a tool. What is wrong with the arguments is a result that says so, for the assistant to mend.</summary>
    public async ValueTask<CallToolResult> Call(CallToolRequestParams call, CancellationToken cancellation)
    {
        var arguments = call.Arguments ?? ImmutableDictionary<string, JsonElement>.Empty;
        if (call.Name == "keys")
        {
            return Said(ToolSchema.Keys());
        }

        if (call.Name == CatalogTool.Name)
        {
            return CatalogTool.Call(engine.Library, arguments);
        }

        return AllOperations.OfScenarios.FirstOrDefault(one => one.Name == call.Name) is { } operation
            ? await Task.Run(() => Do(operation, arguments, cancellation), cancellation)
            : Wrong($"there is no tool '{call.Name}'");
    }

    /// <summary>A result that says what is wrong.</summary>
    public static CallToolResult Wrong(string text) => new() { IsError = true, Content = [new TextContentBlock { Text = text }] };

    private static CallToolResult Wrong(IEnumerable<Diagnostic> problems) =>
        Wrong(string.Join('\n', problems.Select(problem => (problem with { File = null }).ToString()).Distinct()));

    /// <summary>A result in words.</summary>
    public static CallToolResult Said(string text) => new() { Content = [new TextContentBlock { Text = text }] };

    private CallToolResult Do(Operation operation, IDictionary<string, JsonElement> arguments, CancellationToken cancellation)
    {
        List<Diagnostic> slips = [];
        var work = new Work(engine, ToolSchema.Question(operation, arguments, slips), null, cancellation);
        if (slips.Count > 0)
        {
            return Wrong(slips);
        }

        var result = operation.Do(work);
        if (result.Problems.Length > 0)
        {
            return Wrong(result.Problems);
        }

        if (result.Shown is not { } shown)
        {
            return Wrong($"not feasible: {result.Infeasible?.Constraint}: {result.Infeasible?.Message}");
        }

        string note = result.Infeasible is { } missed ? $"Not feasible: {missed.Message}; the nearest:\n\n" : "";
        return new CallToolResult
        {
            Content = [new TextContentBlock { Text = note + MarkdownPage.Text(shown.Page()) }],
            StructuredContent = Structured(AnswerJson.Text(shown.Json)),
        };
    }

    // The protocol asks for an object: a list of answers stands in one.
    private static JsonElement Structured(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.Clone()
            : JsonSerializer.SerializeToElement(new Dictionary<string, JsonElement> { ["results"] = document.RootElement.Clone() });
    }

    private static Tool Of(Operation operation) =>
        new()
        {
            Name = operation.Name,
            Description = operation.Summary,
            InputSchema = ToolSchema.Of(operation),
            Annotations = new ToolAnnotations
            {
                ReadOnlyHint = true,
                IdempotentHint = true,
                OpenWorldHint = false,
            },
        };
}
