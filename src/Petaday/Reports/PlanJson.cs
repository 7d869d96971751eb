using System.Text.Json;
using Petaday.Quantities;
using Petaday.Scenarios;

namespace Petaday.Reports;

/// <summary>A plan as the JSON that <c>docs/schemas/result.schema.json</c> describes: the answer, and what stands beside it.</summary>
public static class PlanJson
{
    /// <summary>Writes an outcome that has an answer as one object.</summary>
    public static void Write(Utf8JsonWriter writer, Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(outcome);
        var answer = outcome.Answer ?? throw new ArgumentException("The outcome has no answer to write.", nameof(outcome));
        writer.WriteStartObject();
        AnswerJson.Fields(writer, answer);
        if (outcome.Plan is { } plan)
        {
            Plan(writer, plan);
        }

        if (outcome.Infeasible is { } infeasible)
        {
            Infeasible(writer, infeasible);
        }

        writer.WriteEndObject();
    }

    private static void Plan(Utf8JsonWriter writer, PlanDetails plan)
    {
        writer.WriteBoolean("partial", plan.Partial);
        writer.WriteStartObject("considered");
        writer.WriteNumber("steps", plan.Steps);
        writer.WriteNumber("searched", plan.Searched);
        writer.WriteNumber("plans", plan.Points.Length);
        writer.WriteEndObject();
        writer.WriteStartObject("choice");
        Point(writer, plan, plan.Winner);
        writer.WriteEndObject();
        writer.WriteStartArray("alternatives");
        foreach (var other in plan.RunnersUp)
        {
            writer.WriteStartObject();
            Point(writer, plan, other.Point);
            writer.Number("timeRatio", other.Time);
            writer.Number("costRatio", other.Cost);
            writer.Number("carbonRatio", other.Carbon);
            writer.WriteString("largestPart", other.Largest?.Part);
            writer.Number("largestPartChange", other.Largest?.Change);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("pareto");
        foreach (var point in plan.Front)
        {
            writer.WriteStartObject();
            Point(writer, plan, point);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        Sensitivity(writer, plan);
    }

    private static void Point(Utf8JsonWriter writer, PlanDetails plan, PlanPoint point)
    {
        var (one, figures) = (point.Case, point.Figures);
        writer.WriteString("model", one.Model.Id);
        writer.WriteString("system", one.System.Entry.Id);
        writer.WriteString("accelerator", one.System.Spec.Accelerator.Id);
        writer.WriteNumber("devices", one.Devices);
        writer.WriteString("precision", Words.Of(one.Recipe.Precision));
        writer.WriteString("site", one.Site.Id);
        writer.WriteString("money", Words.Of(one.Payment.Basis));
        AnswerJson.Strategy(
            writer,
            new StrategyAnswer(
                point.Strategy,
                one.Recipe.GlobalBatchSequences,
                point.Strategy.MicroBatches(one.Recipe.GlobalBatchSequences)
            )
        );
        writer.Number("stepSeconds", point.StepSeconds);
        writer.Number("mfu", point.Mfu);
        writer.Number("days", figures.Seconds / Units.SecondsPerDay);
        writer.Number("cost", figures.Cost);
        writer.Number("megawattHours", figures.Joules / 3.6e9);
        writer.Number("operationalTonnes", figures.OperationalKilograms / 1_000);
        writer.Number("embodiedTonnes", figures.EmbodiedKilograms / 1_000);
        writer.WriteBoolean("keepsToGoal", plan.Keeps(point));
    }

    private static void Sensitivity(Utf8JsonWriter writer, PlanDetails plan)
    {
        writer.WriteStartArray("sensitivity");
        foreach (var row in plan.Sensitivity)
        {
            writer.WriteStartObject();
            writer.WriteString("key", row.Key);
            writer.WriteNumber("factor", row.Factor);
            writer.WriteString("basis", row.Basis);
            writer.WriteString("objective", PlanWords.Name(plan.Goal.Minimize));
            writer.Number("change", row.Change);
            writer.WriteBoolean("keepsToGoal", row.KeepsToGoal);
            writer.WriteBoolean("winnerChanges", row.Winner is not null);
            if (row.Winner is { } other)
            {
                writer.WriteStartObject("winner");
                Point(writer, plan, other);
                writer.WriteEndObject();
            }
            else
            {
                writer.WriteNull("winner");
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Infeasible(Utf8JsonWriter writer, Infeasibility infeasible)
    {
        writer.WriteStartObject("infeasible");
        writer.WriteString("constraint", infeasible.Constraint);
        writer.WriteString("message", infeasible.Message);
        writer.WriteString("nearest", infeasible.Nearest);
        writer.WriteStartArray("relaxations");
        foreach (var relaxed in infeasible.Relaxations)
        {
            writer.WriteStartObject();
            writer.WriteString("key", relaxed.Key);
            writer.Number("limit", relaxed.Limit);
            writer.Number("needed", relaxed.Needed);
            writer.WriteString("text", relaxed.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
