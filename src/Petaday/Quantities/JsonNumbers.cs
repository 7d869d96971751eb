using System.Text.Json;

namespace Petaday.Quantities;

/// <summary>Numbers and intervals as JSON knows them.</summary>
public static class JsonNumbers
{
    /// <summary>Writes a number; null where it is not known. JSON has no infinity: a number that is not finite is not known either.</summary>
    public static void Number(this Utf8JsonWriter writer, string name, double? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } known && double.IsFinite(known))
        {
            writer.WriteNumber(name, known);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes an interval as its two ends; null where it, or one of its ends, is not known.</summary>
    public static void Range(this Utf8JsonWriter writer, string name, Interval? interval)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (interval is not { } known || !double.IsFinite(known.Low) || !double.IsFinite(known.High))
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartArray(name);
        writer.WriteNumberValue(known.Low);
        writer.WriteNumberValue(known.High);
        writer.WriteEndArray();
    }
}
