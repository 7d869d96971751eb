using System.Text.Json;
using Petaday.Quantities;
using Petaday.Validation.Evidence;

namespace Petaday.Validation;

/// <summary>The report as JSON: SI units, camelCase, null where a thing is not known, keys in a fixed order.</summary>
public static class ValidationJson
{
    /// <summary>Writes the report as one object.</summary>
    public static void Write(Utf8JsonWriter writer, ValidationReport report)
    {
        writer.WriteStartObject();
        WriteArray(writer, "rows", report.Rows, WriteRow);
        writer.WriteStartObject("summary");
        WriteSummary(writer, report.Summary);
        writer.WriteStartObject("plain");
        WriteSummary(writer, report.Plain);
        writer.WriteEndObject();
        writer.WriteStartObject("naive");
        WriteSummary(writer, report.Naive);
        writer.WriteStartObject("plain");
        WriteSummary(writer, report.NaivePlain);
        writer.WriteEndObject();
        writer.WriteEndObject();
        WriteGroups(writer, report);
        EvidenceJson.Write(writer, report);
        writer.Range("stepRatio", report.StepRatio);
        writer.Range("memoryRatio", report.MemoryRatio);
        writer.WriteEndObject();
        writer.WriteStartObject("memory");
        WriteArray(writer, "rows", report.MemoryRows, WriteMemoryRow);
        writer.WriteStartObject("summary");
        WriteSummary(writer, report.Memory);
        writer.WriteStartObject("plain");
        WriteSummary(writer, report.MemoryPlain);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter writer, StepResult row)
    {
        writer.WriteString("id", row.Id);
        writer.WriteString("metric", row.Metric);
        writer.Number("measured", row.Measured);
        writer.Number("predicted", row.Predicted);
        writer.Number("error", row.Error);
        writer.Range("interval", row.Interval);
        writer.WriteString("skipped", row.Skipped);
        writer.WriteString("sourceGroup", row.SourceGroup);
        writer.WriteBoolean("scored", row.Scored);
        writer.Number("naive", row.Naive);
        WriteAssumptions(writer, row.Assumptions);
    }

    private static void WriteMemoryRow(Utf8JsonWriter writer, MemoryResult row)
    {
        writer.WriteString("id", row.Id);
        writer.Number("measuredBytes", row.MeasuredBytes);
        writer.Number("predictedBytes", row.PredictedBytes);
        writer.Number("capacityBytes", row.CapacityBytes);
        writer.WriteString("outcome", row.Outcome);
        writer.Number("error", row.Error);
        writer.Range("interval", row.Interval);
        writer.WriteString("skipped", row.Skipped);
        WriteFlag(writer, "predictedToFit", row.PredictedToFit);
        writer.WriteString("sourceGroup", row.SourceGroup);
        writer.WriteBoolean("scored", row.Scored);
        WriteAssumptions(writer, row.Assumptions);
    }

    private static void WriteFlag(Utf8JsonWriter writer, string name, bool? value)
    {
        if (value is { } known)
        {
            writer.WriteBoolean(name, known);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void WriteSummary(Utf8JsonWriter writer, StepSummary summary)
    {
        writer.WriteNumber("rows", summary.Rows);
        writer.WriteNumber("skipped", summary.Skipped);
        writer.Number("meanAbsError", summary.MeanAbsError);
        writer.Number("medianAbsError", summary.MedianAbsError);
        writer.Number("p90AbsError", summary.P90AbsError);
        writer.Number("maxAbsError", summary.MaxAbsError);
        writer.Number("meanError", summary.MeanError);
        writer.Number("coverage90", summary.Coverage90);
    }

    private static void WriteSummary(Utf8JsonWriter writer, MemorySummary summary)
    {
        writer.WriteNumber("rows", summary.Rows);
        writer.WriteNumber("skipped", summary.Skipped);
        writer.Number("meanAbsError", summary.MeanAbsError);
        writer.Number("medianAbsError", summary.MedianAbsError);
        writer.Number("p90AbsError", summary.P90AbsError);
        writer.Number("maxAbsError", summary.MaxAbsError);
        writer.Number("meanError", summary.MeanError);
        writer.Number("coverage90", summary.Coverage90);
        writer.WriteNumber("outcomes", summary.Outcomes);
        writer.Number("fitAccuracy", summary.FitAccuracy);
        writer.WriteNumber("fitCalledOutOfMemory", summary.FitCalledOutOfMemory);
        writer.WriteNumber("outOfMemoryCalledFit", summary.OutOfMemoryCalledFit);
    }

    private static void WriteGroups(Utf8JsonWriter writer, ValidationReport report)
    {
        WriteArray(writer, "bySource", report.BySource, WriteGroup);
        WriteArray(writer, "byAccelerator", report.ByAccelerator, WriteGroup);
        WriteArray(writer, "byStack", report.ByStack, WriteGroup);
        WriteArray(writer, "byScale", report.ByScale, WriteGroup);
        WriteArray(
            writer,
            "skipReasons",
            report.SkipReasons,
            static (writer, reason) =>
            {
                writer.WriteString("reason", reason.Key);
                writer.WriteNumber("rows", reason.Value);
            }
        );
    }

    private static void WriteGroup(Utf8JsonWriter writer, GroupSummary group)
    {
        writer.WriteString("key", group.Key);
        writer.WriteNumber("rows", group.Rows);
        writer.WriteNumber("skipped", group.Skipped);
        writer.Number("medianAbsError", group.MedianAbsError);
        writer.Number("meanError", group.MeanError);
        writer.Number("meanAbsError", group.MeanAbsError);
        writer.Number("p90AbsError", group.P90AbsError);
        writer.Number("coverage90", group.Coverage90);
        writer.Number("naiveMedianAbsError", group.NaiveMedianAbsError);
    }

    internal static void WriteArray<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (T item in items)
        {
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteAssumptions(Utf8JsonWriter writer, IEnumerable<string> assumptions)
    {
        writer.WriteStartArray("assumptions");
        foreach (string assumption in assumptions)
        {
            writer.WriteStringValue(assumption);
        }

        writer.WriteEndArray();
    }
}
