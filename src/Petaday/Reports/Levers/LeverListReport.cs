using System.Text.Json;
using Petaday.Outlook;

namespace Petaday.Reports.Levers;

/// <summary>The levers of a catalog for programs and spreadsheets.</summary>
public static class LeverListReport
{
    /// <summary>For a program.</summary>
    public static void Json(Utf8JsonWriter writer, LeverBook book)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(book);
        writer.WriteStartObject();
        writer.WriteStartArray("levers");
        foreach (var lever in book.All)
        {
            writer.WriteStartObject();
            writer.WriteString("lever", lever.Id);
            writer.WriteString("name", lever.Name);
            writer.WriteString("stage", lever.Stage.Name);
            writer.WriteString("grade", lever.Spread.Grade);
            writer.WriteNumber("effort", lever.Effort);
            writer.WriteString("group", lever.Group);
            writer.WriteString("scope", lever.Scope);
            writer.WriteString("none", lever.WhyNone);
            writer.WriteString("evidence", lever.Evidence?.Lever);
            writer.WriteString("effect", lever.Evidence?.Effect);
            writer.WriteString("effectUnit", lever.Evidence?.Unit);
            writer.WriteString("source", lever.Evidence?.Source);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>For a spreadsheet.</summary>
    public static string Csv(LeverBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return CsvReport.Of(
            ["lever", "name", "stage", "grade", "effort", "group", "effect", "unit", "source", "scope", "none"],
            book.All.Select(lever =>
                (IEnumerable<string>)
                    [
                        lever.Id,
                        lever.Name,
                        lever.Stage.Name,
                        lever.Spread.Grade,
                        CsvReport.Number(lever.Effort),
                        lever.Group ?? "",
                        lever.Evidence?.Effect ?? "",
                        lever.Evidence?.Unit ?? "",
                        lever.Evidence?.Source ?? "",
                        lever.Scope ?? "",
                        lever.WhyNone ?? "",
                    ]
            )
        );
    }
}
