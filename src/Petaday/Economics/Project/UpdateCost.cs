using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Economics.Project;

/// <summary>Keeping a model current: continued pre-training, alignment anew, evaluation anew, as often as asked.</summary>
internal static class UpdateCost
{
    /// <summary>The cause.</summary>
    public static CostCause Cause { get; } = new("updates", "Updates", Lines);

    private static IEnumerable<Line> Lines(ProjectWork work)
    {
        if (!work.Figures.Has("updates.perYear", "updates.years"))
        {
            return [NotCounted.Line("updates", "Updates", "updates.perYear", "updates.years")];
        }

        Line times = Line.Product(
            "times",
            "Updates",
            work.Figures.Of("updates.perYear", Dimension.Frequency),
            work.Figures.Of("updates.years", Dimension.Seconds)
        );
        return
        [
            work.Figures.Find("updates.tokens") is { } tokens
                ? Times(
                    times,
                    work.Devices("one", "One continued pre-training", work.Training("deviceSeconds", "Device time", tokens)),
                    "pretraining",
                    "Continued pre-training"
                )
                : NotCounted.Line("pretraining", "Continued pre-training", "updates.tokens"),
            work.Figures.Find("updates.alignment") is { } alignment
                ? Times(times, alignment, "alignment", "Alignment anew")
                : NotCounted.Line("alignment", "Alignment anew", "updates.alignment"),
            Times(times, EvaluationCost.Once(work), "evaluation", "Evaluation anew"),
        ];
    }

    private static Line Times(Line times, Line one, string key, string name) => Line.Product(key, name, times, one);
}
