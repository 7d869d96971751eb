using MathNet.Numerics.Distributions;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Adaptation;

/// <summary>
/// The quality that a path can be expected to reach, as a share of the best hosted model's, and the chance that it reaches what is wanted: a normal distribution
/// about the expected quality, whose spread is that of the evidence. See docs/method/adaptation.md.
/// </summary>
internal static class QualityModel
{
    /// <summary>The expected quality.</summary>
    public static Line Expected(Candidate candidate, TaskLines task, HostedModel? best)
    {
        Line prompted = Prompted(candidate, task, best);
        if (candidate.Hosted is not null && candidate.ModelId == best?.Id)
        {
            return prompted;
        }

        return Line.Computed(
            "expectedQuality",
            "Quality expected",
            Dimension.None,
            "as it is + share of the gap closed × share of the effect reached × max(0, reachable − as it is)",
            static parts => parts[0] + (parts[1] * parts[2] * Math.Max(0, parts[3] - parts[0])),
            prompted,
            task.Factors.Closes(candidate.Path, task.Task.Kind),
            Learned(candidate, task),
            Reachable(candidate, task, best)
        );
    }

    /// <summary>What training can reach; a student does not pass its teacher.</summary>
    private static Line Reachable(Candidate candidate, TaskLines task, HostedModel? best) =>
        candidate.Teacher is { } teacher
            ? Line.Computed(
                "reachable",
                "Quality that training can reach",
                Dimension.None,
                "the lesser of what training and what the teacher reach",
                static parts => Math.Min(parts[0], parts[1]),
                task.Factors.Reachable(task.Task.Kind),
                Prompted(teacher, task, best)
            )
            : task.Factors.Reachable(task.Task.Kind);

    /// <summary>The chance that the quality wanted is reached.</summary>
    public static Line Chance(Candidate candidate, TaskLines task, HostedModel? best, Line expected)
    {
        bool isMeasure = candidate.Hosted is not null && candidate.ModelId == best?.Id;
        Line spread = isMeasure
            ? new Line("spread", "Spread", 0, Dimension.None) { Note = "the best hosted model is itself the measure" }
            : Spread(candidate, task);
        Line reached = Line.Computed(
            "chance",
            "Chance that the quality is reached",
            Dimension.None,
            "normal distribution function of (expected − wanted) / spread",
            static parts => parts[2] > 0 ? Normal.CDF(0, 1, (parts[0] - parts[1]) / parts[2]) : (parts[0] >= parts[1] ? 1 : 0),
            expected,
            task.Quality,
            spread
        );
        return candidate.Path == PathKind.PreTrain
            ? Line.Product(
                "chance",
                "Chance that the quality is reached",
                reached,
                task.Factors.Plain("preTrainSuccess", "Chance that the pre-training comes out as well as its model")
            )
            : reached;
    }

    /// <summary>Quality without training: measured, or the ratio of general scores.</summary>
    private static Line Prompted(Candidate candidate, TaskLines task, HostedModel? best)
    {
        if (candidate.Base is not null && task.Task.BaseQuality is { } measured)
        {
            return TaskLines.Given("baseQuality", "Quality of the model as it is", measured);
        }

        Line? score = candidate.Base is null ? candidate.Hosted!.Score : candidate.Base.Score;
        if (score is null || best?.Score is null)
        {
            return Line.Unknown(
                "asItIs",
                "Quality of the model as it is",
                Dimension.None,
                $"no general score of {candidate.ModelId} is at hand"
            );
        }

        bool foreign = task.Task.Kind == TaskKind.Language && candidate.Hosted is not { IsOpen: false };
        Line[] parts = foreign
            ? [score, best.Score, task.Factors.Plain("languageShare", "What is left in a language of few resources")]
            : [score, best.Score];
        return Line.Computed(
            "asItIs",
            "Quality of the model as it is",
            Dimension.None,
            foreign ? "score / best hosted score × what is left in the language" : "score / best hosted score",
            static parts => parts[0] / parts[1] * (parts.Length > 2 ? parts[2] : 1),
            parts
        );
    }

    /// <summary>Share of the full effect that the examples or the text at hand give: n / (n + half).</summary>
    private static Line Learned(Candidate candidate, TaskLines task)
    {
        if (!candidate.Trains)
        {
            return new Line("learned", "Share of the effect reached", task.HasSomethingToShow ? 1 : 0, Dimension.None)
            {
                Note = task.HasSomethingToShow ? "nothing is trained" : "there are no examples and no text to show",
            };
        }

        bool fromText = task.Task.Kind == TaskKind.Language && candidate.Path is PathKind.ContinuePreTraining or PathKind.PreTrain;
        (Line at, Line half) =
            fromText ? (task.DomainTokens, task.Factors.HalfTokens)
            : candidate.Path == PathKind.Distil
                ? (task.Factors.Plain("distilExamples", "Examples that the teacher writes"), task.Factors.HalfExamples)
            : (task.Examples, task.Factors.HalfExamples);
        return Line.Computed(
            "learned",
            "Share of the effect reached",
            Dimension.None,
            fromText ? "tokens / (tokens + tokens for half of the effect)" : "examples / (examples + examples for half of the effect)",
            static parts => parts[0] / (parts[0] + parts[1]),
            at,
            half
        );
    }

    private static Line Spread(Candidate candidate, TaskLines task)
    {
        if (!candidate.Trains)
        {
            return task.Factors.PromptedSpread;
        }

        // With all of the gap closed the spread is the tuned models'; with none of it, the prompted models'.
        return Line.Computed(
            "spread",
            "Spread",
            Dimension.None,
            "√(prompted² + (closed × reached)² × (tuned² − prompted²))",
            static parts =>
                Math.Sqrt(
                    (parts[0] * parts[0]) + (Math.Pow(parts[2] * parts[3], 2) * Math.Max(0, (parts[1] * parts[1]) - (parts[0] * parts[0])))
                ),
            task.Factors.PromptedSpread,
            task.Factors.TunedSpread,
            task.Factors.Closes(candidate.Path, task.Task.Kind),
            Learned(candidate, task)
        );
    }
}
