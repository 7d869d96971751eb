using System.Text.Json;

namespace Petaday.Reports;

/// <summary>Texts as JSON has them.</summary>
internal static class JsonTexts
{
    /// <summary>Writes an array of texts.</summary>
    public static void Texts(this Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
