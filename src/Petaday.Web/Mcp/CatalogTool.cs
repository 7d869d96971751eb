using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using Petaday.Catalog;
using Petaday.Reports;

namespace Petaday.Web.Mcp;

/// <summary>The catalog as a tool.</summary>
internal static class CatalogTool
{
    /// <summary>Its name.</summary>
    public const string Name = "catalog";

    private const int MostFound = 50;

    /// <summary>What it takes.</summary>
    public static JsonElement Schema { get; } =
        JsonSerializer.SerializeToElement(
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject
                {
                    ["kind"] = new JsonObject
                    {
                        ["type"] = "string",
                        ["description"] = string.Join(", ", EntryKind.All.Select(kind => kind.Folder)),
                    },
                    ["id"] = new JsonObject
                    {
                        ["type"] = "string",
                        ["description"] = "an entry's id: all that it says, each figure with its source",
                    },
                    ["search"] = new JsonObject { ["type"] = "string", ["description"] = "part of an id or a name" },
                },
                ["additionalProperties"] = false,
            }
        );

    /// <summary>Looks something up.</summary>
    public static CallToolResult Call(Library library, IDictionary<string, JsonElement> arguments)
    {
        string? text(string name) =>
            arguments.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        var kind = text("kind") is { } named ? EntryKind.Named(named) : null;
        if (text("kind") is { } unknown && kind is null)
        {
            return ToolBox.Wrong(
                $"there is no kind '{unknown}'; expected one of {string.Join(", ", EntryKind.All.Select(one => one.Folder))}"
            );
        }

        if (text("id") is { } id)
        {
            var kinds = kind is null ? EntryKind.All : [kind];
            var entry = kinds.Select(one => library.Find(one, id, [])).OfType<Entry>().FirstOrDefault();
            return entry is not null
                ? ToolBox.Said(MarkdownPage.Text(EntryReport.Page(entry)))
                : ToolBox.Wrong($"the catalog has no '{id}'{Near(library, id)}");
        }

        if (text("search") is { } wanted)
        {
            var found = (kind is null ? EntryKind.All : [kind])
                .SelectMany(one => library.All(one))
                .Where(one =>
                    one.Id.Contains(wanted, StringComparison.OrdinalIgnoreCase)
                    || one.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase)
                )
                .Take(MostFound)
                .Select(one => $"{one.Kind.Folder}/{one.Id}: {one.Name}");
            return ToolBox.Said(string.Join('\n', found));
        }

        return ToolBox.Said(
            kind is null
                ? string.Join('\n', EntryKind.All.Select(one => $"{one.Folder}: {one.Description}"))
                : string.Join('\n', library.Ids(kind))
        );
    }

    private static string Near(Library library, string id) =>
        NearNames.Suggest(id, EntryKind.All.SelectMany(library.Ids)) is { } near ? $"; did you mean {near}?" : "";
}
