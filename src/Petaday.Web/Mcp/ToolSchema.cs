using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Petaday.Catalog;
using Petaday.Scenarios;
using Petaday.Web.Operations;
using Petaday.Web.Requests;

namespace Petaday.Web.Mcp;

/// <summary>What a tool takes: the keys that most questions need by name, and a whole scenario for the rest.</summary>
internal static class ToolSchema
{
    private const string Whole = "scenario";

    private static readonly string[] Common =
    [
        "model",
        "recipe.tokens",
        "recipe.sequence",
        "recipe.globalBatch",
        "recipe.precision",
        "recipe.task",
        "system.id",
        "system.devices",
        "stack",
        "site",
        "goal.budget",
        "goal.deadline",
        "goal.minimize",
        "money.devices",
    ];

    /// <summary>A tool that takes nothing.</summary>
    public static JsonElement None { get; } =
        JsonSerializer.SerializeToElement(new JsonObject { ["type"] = "object", ["properties"] = new JsonObject() });

    /// <summary>The schema of an operation's arguments.</summary>
    public static JsonElement Of(Operation operation)
    {
        var properties = new JsonObject();
        foreach (var key in Common.Select(ScenarioSchema.Find).OfType<ScenarioKey>())
        {
            properties[key.Flag ?? key.Path] = new JsonObject
            {
                ["type"] = new JsonArray("string", "number"),
                ["description"] = $"{key.Description} Expected: {key.Expected()}.",
            };
        }

        foreach (var (name, means) in operation.Parameters)
        {
            properties[name] = new JsonObject { ["type"] = "string", ["description"] = means };
        }

        if (operation.HasColumns)
        {
            properties[ColumnList.Key] = Columns();
            properties.Remove(ColumnSet.Count);
        }

        properties[Whole] = new JsonObject
        {
            ["type"] = new JsonArray("object", "string"),
            ["description"] = "a whole scenario, as an object or as YAML: every key that 'keys' lists; the arguments above go over it",
        };
        return JsonSerializer.SerializeToElement(
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = properties,
                ["additionalProperties"] = false,
            }
        );
    }

    private static JsonObject Columns() =>
        new()
        {
            ["type"] = "array",
            ["maxItems"] = Petaday.Scenarios.Comparisons.Comparison.MostColumns,
            ["description"] = "scenarios side by side, the first as the reference; the arguments above go over each of them",
            ["items"] = new JsonObject
            {
                ["type"] = "object",
                ["required"] = new JsonArray("scenario"),
                ["additionalProperties"] = false,
                ["properties"] = new JsonObject
                {
                    ["name"] = new JsonObject { ["type"] = "string", ["description"] = "what the column is called" },
                    ["scenario"] = new JsonObject
                    {
                        ["type"] = new JsonArray("object", "string"),
                        ["description"] = "a whole scenario, as an object or as YAML",
                    },
                },
            },
        };

    /// <summary>The question that arguments ask; a diagnostic is added for each that there is not.</summary>
    public static Question Question(Operation operation, IDictionary<string, JsonElement> arguments, ICollection<Diagnostic> diagnostics)
    {
        List<ScenarioFlag> flags = [];
        var rest = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        string text = "";
        foreach (var (name, value) in arguments)
        {
            string written = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
            if (name == Whole)
            {
                text = written;
            }
            else if (operation.Parameters.ContainsKey(name))
            {
                rest[name] = written;
            }
            else if (
                (ScenarioSchema.Flags.FirstOrDefault(key => key.Flag == name) ?? ScenarioSchema.Find(name)) is { Path.Length: > 0 } key
            )
            {
                flags.Add(new ScenarioFlag(key.Path, written, name));
            }
            else
            {
                diagnostics.Add(Unknown(operation, name));
            }
        }

        return new Question(text, [.. flags], rest.ToImmutable());
    }

    private static Diagnostic Unknown(Operation operation, string name) =>
        new(
            DiagnosticCodes.UnknownKey,
            null,
            0,
            0,
            name,
            "there is no such argument",
            "a key that 'keys' lists",
            NearNames.Suggest(
                name,
                ScenarioSchema.Flags.Select(key => key.Flag ?? key.Path).Concat(operation.Parameters.Keys).Append(Whole)
            )
        );

    /// <summary>Every key in a line.</summary>
    public static string Keys()
    {
        var text = new StringBuilder();
        foreach (var key in ScenarioSchema.Flags)
        {
            text.Append(key.Path).Append(": ").Append(key.Description).Append(" Expected: ").Append(key.Expected()).Append('.');
            text.Append(key.Default is { } usual ? $" Left out: {usual}.\n" : "\n");
        }

        return text.ToString();
    }
}
