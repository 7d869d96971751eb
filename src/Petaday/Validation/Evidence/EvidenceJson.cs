using System.Text.Json;
using Petaday.Quantities;

namespace Petaday.Validation.Evidence;

/// <summary>What predictions are held against beside the measured times, as JSON.</summary>
internal static class EvidenceJson
{
    /// <summary>Writes <c>picking</c> and <c>challenges</c> into an open object.</summary>
    public static void Write(Utf8JsonWriter writer, ValidationReport report)
    {
        ValidationJson.WriteArray(writer, "picking", report.Picking, WritePicking);
        ValidationJson.WriteArray(writer, "challenges", report.Challenges, WriteChallenge);
        ValidationJson.WriteArray(writer, "activations", report.Activations, WriteActivations);
    }

    private static void WritePicking(Utf8JsonWriter writer, LayoutPicking picking)
    {
        writer.WriteString("sourceGroup", picking.SourceGroup);
        writer.WriteNumber("groups", picking.Groups);
        writer.WriteNumber("layouts", picking.Layouts);
        writer.WriteNumber("share", picking.Share);
        writer.WriteNumber("worstShare", picking.WorstShare);
        writer.WriteNumber("blindShare", picking.BlindShare);
    }

    private static void WriteChallenge(Utf8JsonWriter writer, Challenge challenge)
    {
        writer.WriteString("subset", challenge.Subset);
        writer.WriteString("measure", challenge.Measure);
        writer.WriteNumber("rows", challenge.Rows);
        writer.WriteNumber("ours", challenge.Ours);
        writer.Number("naive", challenge.Naive);
    }

    private static void WriteActivations(Utf8JsonWriter writer, ActivationResult result)
    {
        writer.WriteString("id", result.Id);
        writer.WriteNumber("statedBytes", result.StatedBytes);
        writer.Number("predictedBytes", result.PredictedBytes);
        writer.Number("error", result.Error);
        writer.WriteString("skipped", result.Skipped);
    }
}
