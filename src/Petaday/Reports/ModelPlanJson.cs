using System.Text.Json;
using Petaday.Quantities;
using Petaday.Scenarios;

namespace Petaday.Reports;

/// <summary>A plan that chose the model as the JSON that <c>docs/schemas/result.schema.json</c> describes: the answer, and <c>modelPlan</c> beside it.</summary>
public static class ModelPlanJson
{
    /// <summary>Writes an outcome that chose a model as one object.</summary>
    public static void Write(Utf8JsonWriter writer, Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(outcome);
        var answer = outcome.Answer ?? throw new ArgumentException("The outcome has no answer to write.", nameof(outcome));
        var plan = outcome.Model ?? throw new ArgumentException("The outcome chose no model.", nameof(outcome));
        writer.WriteStartObject();
        AnswerJson.Fields(writer, answer);
        writer.WriteStartObject("modelPlan");
        writer.WriteString("law", plan.Law);
        writer.WriteString("binding", plan.Binding);
        writer.WriteNumber("systems", plan.Systems);
        writer.WriteNumber("architectures", plan.Shapes);
        writer.WriteNumber("sites", plan.Sites);
        writer.WriteNumber("options", plan.Options);
        writer.WriteNumber("searched", plan.Searched);
        writer.WriteNumber("strategies", plan.Strategies);
        writer.WriteStartArray("runnersUp");
        foreach (var other in outcome.Considered.Skip(1))
        {
            RunnerUp(writer, other);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("curve");
        foreach (var point in plan.Curve)
        {
            Point(writer, point);
        }

        writer.WriteEndArray();
        writer.WriteString("scenario", plan.Scenario);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void RunnerUp(Utf8JsonWriter writer, Answer other)
    {
        writer.WriteStartObject();
        writer.WriteString("model", other.Model.Id);
        writer.Number("parameters", other.Model.Parameters);
        writer.Number("predictedLoss", other.Run.PredictedLoss);
        writer.Number("tokens", other.Run.Tokens);
        writer.WriteString("system", other.System.Id);
        writer.WriteNumber("devices", other.System.Devices);
        writer.Number("days", other.Run.Seconds / 86_400);
        writer.Number("cost", other.Cost.Total);
        writer.WriteEndObject();
    }

    private static void Point(Utf8JsonWriter writer, ModelPlanPoint point)
    {
        writer.WriteStartObject();
        writer.WriteString("family", point.Family);
        writer.WriteString("model", point.Model);
        writer.Number("parameters", point.Parameters);
        writer.Number("activeParameters", point.ActiveParameters);
        writer.Number("tokens", point.Tokens);
        writer.Number("predictedLoss", point.Loss);
        writer.WriteString("system", point.System);
        writer.WriteNumber("devices", point.Devices);
        writer.WriteBoolean("searched", point.Evaluated);
        writer.WriteEndObject();
    }
}
