using System.Collections.Immutable;
using System.Text.Json;
using Petaday.Quantities;

namespace Petaday.Scenarios;

/// <summary>The keys of a scenario, read from <c>docs/schemas/scenario.schema.json</c>, which travels inside the library.</summary>
public static class ScenarioSchema
{
    private const string Resource = "schemas/scenario.schema.json";
    private static readonly Lazy<ScenarioKey> Loaded = new(Load);

    /// <summary>The scenario itself, with every key below it.</summary>
    public static ScenarioKey Root => Loaded.Value;

    /// <summary>The key at a path, or null.</summary>
    public static ScenarioKey? Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Split('.').Aggregate((ScenarioKey?)Root, (key, name) => key?.Child(name));
    }

    /// <summary>Keys that can be given as flags: every leaf, and what has a short flag of its own.</summary>
    public static IEnumerable<ScenarioKey> Flags =>
        Root.Everything().Where(key => key.Path.Length > 0 && (key.Children.Length == 0 || key.Flag is not null) && key.Path != "include");

    /// <summary>Keys that may name a file, without <c>include</c>, which is read before all others.</summary>
    public static IEnumerable<ScenarioKey> FileKeys => Root.Everything().Where(key => key.File is not null && key.Path != "include");

    /// <summary>The JSON Schema itself.</summary>
    public static string Text()
    {
        using var stream =
            typeof(ScenarioSchema).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The library was built without {Resource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static ScenarioKey Load()
    {
        using var document = JsonDocument.Parse(Text());
        return Key("", document.RootElement);
    }

    private static ScenarioKey Key(string path, JsonElement schema) =>
        new(
            path,
            Text(schema, "description") ?? "",
            // Where an editor is to take a distribution's text beside a number, the reader keeps to the number: distributions have a reader of their own.
            schema.TryGetProperty("x-type", out _)
                ? Texts(schema, "x-type")
                : Texts(schema, "type"),
            [.. (Text(schema, "x-quantity")?.Split('|') ?? []).Select(unit => Quantity.Parse("1 " + unit).Dimension)],
            Texts(schema, "enum"),
            Texts(schema, "x-keywords"),
            Text(schema, "x-reference"),
            Text(schema, "x-flag"),
            Text(schema, "x-default") ?? Text(schema, "default"),
            Number(schema, "minimum") is { } least ? (least, false)
                : Number(schema, "exclusiveMinimum") is { } above ? (above, true)
                : null,
            Number(schema, "maximum"),
            schema.TryGetProperty("properties", out var properties)
                ?
                [
                    .. properties
                        .EnumerateObject()
                        .Select(property => Key(path.Length == 0 ? property.Name : $"{path}.{property.Name}", property.Value)),
                ]
                : []
        )
        {
            File = Text(schema, "x-file"),
        };

    private static string? Text(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var value)
            ? value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : value.GetRawText()
            : null;

    private static double? Number(JsonElement schema, string name) => schema.TryGetProperty(name, out var value) ? value.GetDouble() : null;

    private static ImmutableArray<string> Texts(JsonElement schema, string name) =>
        !schema.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
        : [value.GetString()!];
}
