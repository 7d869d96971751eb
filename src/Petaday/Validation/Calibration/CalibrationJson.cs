using System.Text.Json;
using Petaday.Hardware;

namespace Petaday.Validation.Calibration;

/// <summary>A fit as JSON: SI units, camelCase, keys in a fixed order.</summary>
public static class CalibrationJson
{
    /// <summary>Writes the report as one object.</summary>
    public static void Write(Utf8JsonWriter writer, CalibrationReport report)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(report);
        writer.WriteStartObject();
        writer.WriteNumber("rows", report.Rows);
        writer.WriteNumber("runs", report.Runs);
        WriteErrors(writer, "before", report.Before);
        WriteErrors(writer, "after", report.After);
        WriteErrors(writer, "leaveOneSourceOut", report.LeftOut);
        WriteErrors(writer, "bySource", report.BySource);
        WriteErrors(writer, "bySourceLeftOut", report.LeftOutBySource);
        writer.WriteStartObject("memory");
        writer.WriteNumber("runs", report.Memory.Runs);
        WriteErrors(writer, "before", report.Memory.Before);
        WriteErrors(writer, "after", report.Memory.After);
        WriteErrors(writer, "bySource", report.Memory.BySource);
        writer.WriteEndObject();
        writer.WriteStartArray("parameters");
        foreach (ParameterRow row in report.Parameters)
        {
            Write(writer, row);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("skipped");
        foreach ((string reason, int rows) in report.Skipped)
        {
            writer.WriteStartObject();
            writer.WriteString("reason", reason);
            writer.WriteNumber("rows", rows);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ParameterRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("scope", row.Scope);
        writer.WriteString("id", row.Id);
        writer.WriteString("name", row.Name);
        writer.WriteNumber("value", row.Value);
        writer.WriteNumber("prior", row.Prior);
        writer.WriteNumber("spread", row.Spread);
        writer.WriteStartArray("interval");
        if (row is { Low: { } low, High: { } high })
        {
            writer.WriteNumberValue(low);
            writer.WriteNumberValue(high);
        }

        writer.WriteEndArray();
        writer.WriteNumber("runs", row.Runs);
        writer.WriteNumber("sources", row.Sources);
        writer.WriteEndObject();
    }

    private static void WriteErrors(Utf8JsonWriter writer, string name, IEnumerable<SourceErrors> all)
    {
        writer.WriteStartArray(name);
        foreach (SourceErrors errors in all)
        {
            WriteErrors(writer, errors);
        }

        writer.WriteEndArray();
    }

    private static void WriteErrors(Utf8JsonWriter writer, string name, SourceErrors? errors)
    {
        writer.WritePropertyName(name);
        if (errors is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            WriteErrors(writer, errors);
        }
    }

    private static void WriteErrors(Utf8JsonWriter writer, SourceErrors errors)
    {
        writer.WriteStartObject();
        writer.WriteString("source", errors.Source);
        writer.WriteNumber("rows", errors.Rows);
        writer.WriteNumber("medianAbsError", errors.Median);
        writer.WriteNumber("meanAbsError", errors.Mean);
        writer.WriteNumber("p90AbsError", errors.NineInTen);
        writer.WriteNumber("medianError", errors.Bias);
        writer.WriteEndObject();
    }
}
