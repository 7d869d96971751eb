using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Petaday.Catalog;
using Petaday.Quantities;
using Petaday.Reports;

namespace Petaday.Cli.Commands;

/// <summary><c>petaday catalog fields</c>: what an entry of a kind may say, from its schema, for who writes one.</summary>
internal static class CatalogFieldsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make(CommandHost host)
    {
        var kind = new Argument<string>("kind") { Description = string.Join(", ", EntryKind.All.Select(known => known.Folder)) };
        var command = new Command("fields", "what an entry of a kind may say: its keys, their units and what they mean") { kind };
        return host.With(command, session => Listed(session, session.Parse.GetValue(kind)!));
    }

    private static int Listed(Session session, string name)
    {
        if (EntryKind.Named(name) is not { } kind)
        {
            return session.Refuse(CatalogCommand.UnknownKind(name));
        }

        SchemaField[] fields = [.. Schema.Of(kind).Fields()];
        return session.Show(
            new View(
                () =>
                    new Page([
                        new Heading($"What {kind.Folder} may say", 1),
                        new Grid(
                            ["key", "holds", "needed", "meaning"],
                            [false, false, false, false],
                            [.. fields.Select(field => Row(field))]
                        ),
                    ]),
                writer => Json(writer, fields),
                () => CsvReport.Of(["key", "type", "unit", "required", "description"], fields.Select(Cells))
            )
        );
    }

    private static ImmutableArray<string> Row(SchemaField field) =>
        [field.Path, field.Unit is { } unit ? Holds(unit) : field.Type, field.IsRequired ? "yes" : "", field.Description];

    private static string Holds(string unit) =>
        unit switch
        {
            "any" => "a figure in any unit",
            "number" => "a number",
            _ => string.Join(" or ", unit.Split('|').Select(one => QuantityExamples.Describe(Quantity.Parse("1 " + one).Dimension))),
        };

    private static string[] Cells(SchemaField field) =>
        [field.Path, field.Type, field.Unit ?? "", field.IsRequired ? "true" : "false", field.Description];

    private static void Json(Utf8JsonWriter writer, SchemaField[] fields)
    {
        writer.WriteStartArray();
        foreach (var field in fields)
        {
            writer.WriteStartObject();
            writer.WriteString("key", field.Path);
            writer.WriteString("type", field.Type);
            writer.WriteString("unit", field.Unit);
            writer.WriteBoolean("required", field.IsRequired);
            writer.WriteString("description", field.Description);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
