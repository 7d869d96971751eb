using System.Text.Json;
using Petaday.Quantities;
using Petaday.Scenarios.Comparisons;

namespace Petaday.Reports;

/// <summary>A comparison as JSON: a list of results, each with what sets it off from the first under <c>comparison</c>.</summary>
public static class ComparisonJson
{
    /// <summary>Writes a comparison.</summary>
    public static void Write(Utf8JsonWriter writer, Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(comparison);
        writer.WriteStartArray();
        for (int index = 0; index < comparison.Cases.Length; index++)
        {
            writer.WriteStartObject();
            AnswerJson.Fields(writer, comparison.Cases[index].Answer);
            Column(writer, comparison, index);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Column(Utf8JsonWriter writer, Comparison comparison, int index)
    {
        writer.WriteStartObject("comparison");
        writer.WriteString("name", comparison.Cases[index].Name);
        writer.WriteStartObject("asked");
        foreach (var row in comparison.Differing)
        {
            writer.WriteString(row.Key, row.Values[index].Text);
        }

        writer.WriteEndObject();
        writer.WriteStartObject("figures");
        foreach (var row in comparison.Figures)
        {
            var cell = row.Cells[index];
            writer.WriteStartObject(row.Figure.Key.Path);
            writer.Number("ratio", cell.Ratio);
            writer.Number("difference", cell.Difference);
            writer.WriteString("intervals", ComparisonWords.Key(cell.Standing));
            writer.WriteBoolean("best", cell.IsBest);
            writer.WriteBoolean("clear", cell.IsClear);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
