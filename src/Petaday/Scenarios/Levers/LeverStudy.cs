using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Outlook;
using Petaday.Quantities;

namespace Petaday.Scenarios.Levers;

/// <summary>What levers do to a scenario.</summary>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Metric">What is made small.</param>
/// <param name="Start">What the engine says of the scenario as it stands.</param>
/// <param name="Singles">Every lever alone.</param>
/// <param name="Steps">The waterfall, in the order of the roadmap.</param>
/// <param name="End">What the engine says of the scenario with all levers of the waterfall.</param>
/// <param name="Pairs">Pairs of the waterfall's levers, the strongest interaction first.</param>
/// <param name="Best">The best set within the budget of effort; null where none was asked for.</param>
public sealed record LeverStudy(
    string Scenario,
    LeverMetric Metric,
    LeverPoint Start,
    ImmutableArray<LeverRow> Singles,
    ImmutableArray<LeverStep> Steps,
    LeverPoint End,
    ImmutableArray<LeverPair> Pairs,
    EffortChoice? Best
)
{
    /// <summary>The metric of the scenario as it stands.</summary>
    public double StartValue => Start.Figures!.Of(Metric)!.Value;

    /// <summary>The metric with all levers of the waterfall.</summary>
    public double EndValue => End.Figures!.Of(Metric)!.Value;

    /// <summary>
    /// The product of the waterfall's single ratios: what they would do if they multiplied freely. A lever that cannot be pulled alone counts as on top of the others.
    /// </summary>
    public double Product =>
        Steps.Where(step => step.Figures is not null).Aggregate(1.0, (product, step) => product * (step.Alone ?? step.Ratio));

    /// <summary>The ratio of all together.</summary>
    public double Joint => EndValue / StartValue;

    /// <summary>Whether the end rests on anything that nobody has shown on a training run.</summary>
    public bool IsUnproven => End.Levers.Any(lever => lever.IsUnproven);

    /// <summary>The waterfall as lines: the start, each step's change, and their sum.</summary>
    public Line Explanation()
    {
        var unit = LeverFigures.DimensionOf(Metric);
        double scale = LeverFigures.Scale(Metric);
        var start = new Line("start", $"{Scenario} as it stands", StartValue * scale, unit) { Note = "the engine's estimate" };
        return Line.Sum(
            "end",
            "With all levers",
            unit,
            [start, .. Steps.Where(step => step.Figures is not null).Select(step => Change(step, unit, scale))]
        );
    }

    private static Line Change(LeverStep step, Dimension unit, double scale) =>
        new(step.Lever.Id, step.Lever.Name, (step.After - step.Before) * scale, unit)
        {
            Note = step.Lever.Scope,
            Sources = step.Lever.Evidence is { Source: { } source } evidence
                ? [new SourceReference(source, evidence.Lever, Address(source), null, Graded(evidence.Grade))]
                : [],
        };

    private static string? Address(string source) => Uri.IsWellFormedUriString(source, UriKind.Absolute) ? source : null;

    private static Grade Graded(string? grade) =>
        grade switch
        {
            "market" or "vendor spec" => Grade.Vendor,
            not null when grade.StartsWith("measured", StringComparison.Ordinal) => Grade.Measured,
            "theoretical" => Grade.Estimated,
            _ => Grade.Unverified,
        };

    /// <summary>The scenario with all levers of the waterfall as a JSON document, which <c>petaday estimate</c> reads.</summary>
    public string EndScenario() =>
        (Json(End.Root)?.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true }) ?? "{}") + "\n";

    private static JsonNode? Json(Node node)
    {
        switch (node.Kind)
        {
            case NodeKind.Map:
                var map = new JsonObject();
                foreach (var (key, value) in node.Entries)
                {
                    map[key] = Json(value);
                }

                return map;
            case NodeKind.List:
                return new JsonArray([.. node.Items.Select(Json)]);
            case NodeKind.Null:
                return null;
            default:
                return node.TryNumber(out double number) ? JsonValue.Create(number)
                    : node.TryFlag(out bool flag) ? JsonValue.Create(flag)
                    : JsonValue.Create(node.Text);
        }
    }
}
