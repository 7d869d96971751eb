using System.Text.Json;
using Petaday.Adaptation;
using Petaday.Quantities;
using Petaday.Scenarios.Decisions;

namespace Petaday.Reports;

/// <summary>A decision as the JSON that <c>docs/schemas/decision.schema.json</c> describes: USD, SI units, null where a thing is not known.</summary>
public static class DecisionJson
{
    /// <summary>Writes a decision as one object.</summary>
    public static void Write(Utf8JsonWriter writer, DecisionOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(outcome);
        writer.WriteStartObject();
        writer.WriteString("name", outcome.Name);
        writer.WriteString("currency", "USD");
        writer.WriteString("recommended", outcome.Decision.Recommended is { } path ? PathNames.Key(path.Path) : null);
        writer.WriteBoolean("sure", outcome.Decision.IsSure);
        writer.WriteBoolean("valueGiven", outcome.Decision.HasValue);
        writer.WriteString("infeasible", outcome.Infeasible?.Constraint);
        writer.Texts("reasons", outcome.Decision.Reasons);
        writer.WriteStartArray("paths");
        foreach (var option in outcome.Decision.Options)
        {
            Path(writer, option, outcome.Draws.FirstOrDefault(draws => ReferenceEquals(draws.Path, option)));
        }

        writer.WriteEndArray();
        Flips(writer, outcome);
        BreakEven(writer, outcome);
        writer.Texts(
            "notes",
            [.. outcome.Defaults.Select(static chosen => $"{chosen.Key}: {chosen.Value} ({chosen.Why})"), .. outcome.Limits]
        );
        writer.WriteEndObject();
    }

    private static void Path(Utf8JsonWriter writer, PathOption option, PathDraws? draws)
    {
        writer.WriteStartObject();
        writer.WriteString("path", PathNames.Key(option.Path));
        writer.WriteString("title", option.Title);
        writer.WriteString("model", option.ModelId);
        writer.WriteString("place", PathNames.Of(option.Place));
        writer.WriteString("system", option.SystemId);
        writer.WriteBoolean("allowed", option.IsAllowed);
        writer.WriteString("constraint", option.Refusal?.Constraint);
        writer.WriteString("reason", option.Refusal?.Message);
        writer.Number("upFront", option.Money?.UpFront.Value);
        writer.Number("monthly", option.Money?.Monthly.Value);
        writer.Number("firstUseSeconds", option.Money?.FirstUse.Value);
        writer.Number("personMonths", option.Money?.PersonMonths.Value);
        writer.Number("devices", option.Money?.Devices?.Value);
        writer.Number("trainingDevices", option.TrainingDevices);
        writer.Number("trainingBytesPerDevice", option.TrainingBytes);
        writer.Number("expectedQuality", option.Money?.Quality.Value);
        writer.Number("chance", option.Money?.Chance.Value);
        writer.Number("presentCost", option.Money?.PresentCost.Value);
        writer.Number("netIfReached", option.Money?.NetIfReached.Value);
        writer.Number("netIfMissed", option.Money?.NetIfMissed.Value);
        writer.Number("netExpected", option.Money?.Expected.Value);
        writer.Number("paybackSeconds", option.Money?.Payback.Value);
        writer.Number("return", option.Money?.Return.Value);
        writer.WriteString("dependency", option.Dependency);
        Draws(writer, draws);
        writer.WriteEndObject();
    }

    private static void Draws(Utf8JsonWriter writer, PathDraws? draws)
    {
        if (draws is null)
        {
            writer.WriteNull("draws");
            return;
        }

        writer.WriteStartObject("draws");
        writer.Number("p5", draws.Low);
        writer.Number("p50", draws.Middle);
        writer.Number("p95", draws.High);
        writer.Number("mean", draws.Mean);
        writer.Number("chanceOfGain", draws.ChanceOfGain);
        writer.Number("chanceOfBest", draws.ChanceOfBest);
        writer.WriteEndObject();
    }

    private static void Flips(Utf8JsonWriter writer, DecisionOutcome outcome)
    {
        writer.WriteStartArray("flips");
        foreach (var flip in outcome.Flips)
        {
            writer.WriteStartObject();
            writer.WriteString("key", flip.Key);
            writer.WriteString("now", flip.Now);
            writer.WriteBoolean("above", flip.Above);
            writer.WriteString("at", flip.At);
            writer.Number("value", flip.Value);
            writer.WriteString("to", flip.To is { } path ? PathNames.Key(path.Path) : null);
            writer.WriteString("title", flip.To?.Title);
            writer.WriteBoolean("pays", flip.Pays);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void BreakEven(Utf8JsonWriter writer, DecisionOutcome outcome)
    {
        writer.WriteStartArray("breakEven");
        foreach (var even in outcome.BreakEvens)
        {
            writer.WriteStartObject();
            writer.WriteString("path", PathNames.Key(even.Path.Path));
            writer.WriteString("other", PathNames.Key(even.Other.Path));
            writer.Number("monthlyTokens", even.MonthlyTokens);
            writer.WriteBoolean("betterAbove", even.BetterAbove);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
