using System.Text.Json;
using Petaday.Explanations.Risk;
using Petaday.Quantities;

namespace Petaday.Reports.Risk;

/// <summary>A study of risk as JSON: values in SI units.</summary>
public static class RiskJson
{
    /// <summary>Writes it as one object.</summary>
    public static void Write(Utf8JsonWriter writer, RiskResult risk)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(risk);
        writer.WriteStartObject();
        writer.WriteNumber("draws", risk.Draws);
        writer.WriteNumber("seed", risk.Seed);
        Misses(writer, risk);
        Lines(writer, risk);
        Targets(writer, risk);
        writer.Texts("notStudied", risk.Still);
        writer.Texts("notes", risk.Notes);
        writer.WriteEndObject();
    }

    private static void Misses(Utf8JsonWriter writer, RiskResult risk)
    {
        writer.WriteStartArray("chances");
        foreach (var miss in risk.Misses)
        {
            writer.WriteStartObject();
            writer.WriteString("key", miss.Limit.Key);
            writer.Number("limit", miss.Limit.Limit.Central);
            writer.WriteString("unit", miss.Limit.Limit.Unit.ToString());
            writer.WriteNumber("chanceOfMissing", miss.Chance);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Lines(Utf8JsonWriter writer, RiskResult risk)
    {
        writer.WriteStartArray("lines");
        foreach (var line in risk.Lines.Where(static line => line.Spread is not null))
        {
            var spread = line.Spread!;
            writer.WriteStartObject();
            writer.WriteString("path", line.Path);
            writer.WriteString("name", line.Line.Name);
            writer.WriteString("unit", line.Line.Unit.ToString());
            writer.Number("estimate", line.Line.Value);
            writer.Number("mean", spread.Mean);
            writer.Number("p5", spread.P5);
            writer.Number("p10", spread.P10);
            writer.Number("p25", spread.P25);
            writer.Number("p50", spread.P50);
            writer.Number("p75", spread.P75);
            writer.Number("p90", spread.P90);
            writer.Number("p95", spread.P95);
            writer.Number("lost", spread.Lost);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Targets(Utf8JsonWriter writer, RiskResult risk)
    {
        writer.WriteStartArray("drivers");
        foreach (var target in risk.Targets)
        {
            foreach (var driver in target.Drivers)
            {
                writer.WriteStartObject();
                writer.WriteString("of", target.Of.Path);
                writer.WriteString("id", driver.Variable.Id);
                writer.WriteString("name", driver.Variable.Name);
                writer.Number("low", driver.Low);
                writer.Number("high", driver.High);
                writer.Number("firstOrder", driver.FirstOrder);
                writer.Number("total", driver.Total);
                writer.WriteEndObject();
            }
        }

        writer.WriteEndArray();
    }
}
