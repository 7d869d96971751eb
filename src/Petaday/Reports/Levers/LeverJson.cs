using System.Text.Json;
using Petaday.Outlook;
using Petaday.Quantities;
using Petaday.Scenarios.Levers;

namespace Petaday.Reports.Levers;

/// <summary>A study of levers for a program, as docs/schemas/levers.schema.json says.</summary>
public static class LeverJson
{
    /// <summary>Writes a study as one object.</summary>
    public static void Write(Utf8JsonWriter writer, LeverStudy study)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(study);
        writer.WriteStartObject();
        writer.WriteString("scenario", study.Scenario);
        writer.WriteString("metric", LeverWords.Of(study.Metric));
        writer.WriteString("unit", LeverFigures.Unit(study.Metric));
        Figures(writer, "start", study.Start.Figures);
        Figures(writer, "end", study.End.Figures);
        writer.Number("joint", study.Joint);
        writer.Number("product", study.Product);
        writer.WriteBoolean("unproven", study.IsUnproven);
        Array(writer, "waterfall", study.Steps, step => Step(writer, study, step));
        Array(writer, "singles", study.Singles, row => Single(writer, row));
        Array(writer, "pairs", study.Pairs, pair => Pair(writer, pair));
        Best(writer, study);
        writer.WritePropertyName("explanation");
        ExplanationJson.Write(writer, study.Explanation());
        writer.WriteEndObject();
    }

    private static void Step(Utf8JsonWriter writer, LeverStudy study, LeverStep step)
    {
        Identity(writer, step.Lever);
        writer.Number("before", step.Before);
        writer.Number("after", step.After);
        writer.Number("ratio", step.Figures is null ? null : step.Ratio);
        writer.Number("alone", step.Alone);
        writer.Number("soFar", step.After / study.StartValue);
        writer.Range("interval", step.Interval);
        Figures(writer, "figures", step.Figures);
        writer.WriteString("why", step.Why);
    }

    private static void Single(Utf8JsonWriter writer, LeverRow row)
    {
        Identity(writer, row.Lever);
        writer.WriteNumber("effort", row.Lever.Effort);
        writer.WriteString("grade", row.Lever.Spread.Grade);
        writer.WriteString("scope", row.Lever.Scope);
        writer.WriteString("source", row.Lever.Evidence?.Source);
        writer.Number("ratio", row.Ratio);
        writer.Range("interval", row.Interval);
        Figures(writer, "figures", row.Figures);
        writer.WriteString("why", row.Why);
    }

    private static void Pair(Utf8JsonWriter writer, LeverPair pair)
    {
        writer.WriteString("lever", pair.One.Id);
        writer.WriteString("with", pair.Other.Id);
        writer.Number("product", pair.Product);
        writer.Number("joint", pair.Joint);
        writer.Number("interaction", pair.Interaction);
    }

    private static void Best(Utf8JsonWriter writer, LeverStudy study)
    {
        if (study.Best is not { } best)
        {
            writer.WriteNull("best");
            return;
        }

        writer.WriteStartObject("best");
        writer.WriteStartArray("levers");
        foreach (var lever in best.Levers)
        {
            writer.WriteStringValue(lever.Id);
        }

        writer.WriteEndArray();
        writer.Number("value", best.Value);
        writer.WriteNumber("effort", best.Effort);
        writer.WriteBoolean("proven", best.IsProven);
        writer.WriteNumber("evaluated", best.Evaluated);
        writer.WriteEndObject();
    }

    private static void Identity(Utf8JsonWriter writer, Lever lever)
    {
        writer.WriteString("lever", lever.Id);
        writer.WriteString("name", lever.Name);
        writer.WriteString("stage", lever.Stage.Name);
    }

    private static void Array<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Figures(Utf8JsonWriter writer, string name, LeverFigures? figures)
    {
        if (figures is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        foreach (var metric in Enum.GetValues<LeverMetric>())
        {
            writer.Number(LeverWords.Of(metric), figures.Of(metric));
        }

        writer.WriteEndObject();
    }
}
