using System.Collections.Immutable;
using Petaday.Explanations;
using Petaday.Explanations.Risk;
using Petaday.Quantities;
using Petaday.Quantities.Distributions;

namespace Petaday.Scenarios.Risk;

/// <summary>What is not known for certain in the tree of an answer: keys of the scenario, figures with a cited range, and the step model itself.</summary>
internal sealed class AnswerVariables
{
    /// <summary>The step model's own error, by which the time of a step is multiplied.</summary>
    public const string StepModel = "step model";

    private readonly ImmutableDictionary<string, LineVariable> keys;
    private readonly ImmutableArray<Line> step;
    private readonly LineVariable? model;

    public AnswerVariables(Scenario scenario, Answer answer)
    {
        keys = scenario.Uncertain.ToImmutableDictionary(static key => key.Path, Variable, StringComparer.Ordinal);
        var seconds = answer.Explanation.Find("step.seconds");
        step = seconds?.Parts ?? [];
        model = seconds is { Value: > 0 and { } value, Interval: { } range }
            ? new LineVariable(
                StepModel,
                "Step time: measured over predicted",
                Distribution.Around(Dimension.None, 1, new Interval(range.Low / value, range.High / value)),
                IsFactor: true
            )
            : null;
    }

    /// <summary>What is drawn of a line; null for one that is worked out or stands still.</summary>
    public LineVariable? Of(Line line) =>
        line.Input is { } key && keys.TryGetValue(key, out var variable) ? variable
        // Lines of the step's time go by several keys; all are made of the same parts.
        : line.Combination == Combination.Sum && line.Parts == step ? model
        : LineVariables.OfInterval(line);

    /// <summary>The variable of a key.</summary>
    public static LineVariable Variable(UncertainKey key) =>
        new(key.Path, ScenarioSchema.Find(key.Path)?.Description.TrimEnd('.') ?? key.Path, key.Distribution) { IsWhole = key.IsWhole };
}
