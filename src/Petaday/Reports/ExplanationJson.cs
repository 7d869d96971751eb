using System.Text.Json;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Scenarios;

namespace Petaday.Reports;

/// <summary>A line with all that it was made from, as nested JSON in SI units.</summary>
public static class ExplanationJson
{
    /// <summary>Writes a line as one object.</summary>
    public static void Write(Utf8JsonWriter writer, Line line)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(line);
        writer.WriteStartObject();
        writer.WriteString("key", line.Key);
        writer.WriteString("name", line.Name);
        writer.Number("value", line.Value);
        writer.WriteString("unit", line.Unit.ToString());
        if (line.Interval is { } interval)
        {
            writer.WriteStartArray("interval");
            writer.WriteNumberValue(interval.Low);
            writer.WriteNumberValue(interval.High);
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteNull("interval");
        }

        writer.WriteString("combination", Words.Of(line.Combination));
        writer.WriteString("formula", line.Formula);
        writer.WriteString("note", line.Note);
        AnswerJson.Sources(writer, line.Sources);
        writer.WriteStartArray("parts");
        foreach (var part in line.Parts)
        {
            Write(writer, part);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
