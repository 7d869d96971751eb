using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Economics.Project;

/// <summary>Evaluation: suites by kind, priced from requests, prompts, shots, what is generated, and how often a checkpoint is scored.</summary>
internal static class EvaluationCost
{
    private static readonly (string Key, string Name)[] Kinds =
    [
        ("logLikelihood", "Suites by log-likelihood"),
        ("classification", "Suites of classification (accuracy, precision, recall, F1)"),
        ("generation", "Suites of generation (BLEU, ROUGE)"),
        ("agent", "Suites of agents"),
    ];

    /// <summary>The cause.</summary>
    public static CostCause Cause { get; } = new("evaluation", "Evaluation", Lines);

    private static IEnumerable<Line> Lines(ProjectWork work) =>
        Kinds.Select(kind => Suite(work, kind.Key, kind.Name, Rounds(work, kind.Key)));

    /// <summary>All suites once, USD: what an update pays again.</summary>
    public static Line Once(ProjectWork work) =>
        Line.Sum("suites", "Every suite once", Dimension.Money, Kinds.Select(kind => Suite(work, kind.Key, kind.Name, null)));

    private static Line Suite(ProjectWork work, string kind, string name, Line? rounds)
    {
        string at = "evaluation." + kind;
        if (work.Figures.Find(at + ".requests") is not { } requests)
        {
            return NotCounted.Line(kind, name, at + ".requests");
        }

        Line prompt = Prompt(work, at);
        Line generated = work.Figures.Find(at + ".generatedTokens") ?? new Line("generatedTokens", "Tokens generated", 0, Dimension.Tokens);
        Line one =
            work.Figures.Word("evaluation.by") == "api"
                ? Api(work, prompt, generated)
                : work.Devices("request", "One request on the run's devices", DeviceTime(work, prompt, generated));
        return Line.Product(kind, name, rounds is null ? [requests, one] : [rounds, requests, one]);
    }

    /// <summary>The question, and the examples shown before it.</summary>
    private static Line Prompt(ProjectWork work, string at) =>
        Line.Computed(
            "prompt",
            "Tokens of a prompt with its shots",
            Dimension.Tokens,
            "tokens of a prompt + shots × tokens of a shot",
            static parts => parts[0] + (parts[1] * parts[2]),
            work.Figures.Of(at + ".promptTokens", Dimension.Tokens),
            work.Figures.Find(at + ".shots") ?? new Line("shots", "Shots", 0, Dimension.None),
            work.Figures.Find(at + ".shotTokens") ?? new Line("shotTokens", "Tokens of a shot", 0, Dimension.Tokens)
        );

    private static Line Api(ProjectWork work, Line prompt, Line generated) =>
        Line.Computed(
            "request",
            "One request through the API",
            Dimension.Money,
            "prompt × price of input + generated × price of output",
            static parts => (parts[0] * parts[1]) + (parts[2] * parts[3]),
            prompt,
            work.Figures.Of("evaluation.inputPrice", Dimension.MoneyPerToken),
            generated,
            work.Figures.Of("evaluation.outputPrice", Dimension.MoneyPerToken)
        );

    /// <summary>A forward pass is a third of the training FLOPs (Kaplan et al. 2020, section 2.1); prompts run at the training's rate, generation at a share of peak of its own.</summary>
    private static Line DeviceTime(ProjectWork work, Line prompt, Line generated) =>
        Line.Computed(
            "deviceSeconds",
            "Device time of a request",
            Dimension.Seconds,
            "FLOPs of a token / 3 × (prompt / training rate + generated / (peak × share of it when generating))",
            static parts => parts[0] / 3 * ((parts[1] / parts[2]) + (parts[3] / (parts[4] * parts[5]))),
            work.Inputs.FlopsPerToken,
            prompt,
            work.Inputs.DeviceRate,
            generated,
            work.Inputs.DevicePeak,
            work.Figures.Of("evaluation.decodeUtilisation", Dimension.None)
        );

    private static Line Rounds(ProjectWork work, string kind)
    {
        string at = $"evaluation.{kind}.checkpoints";
        if (work.Figures.Find(at) is { } given)
        {
            return given;
        }

        return kind == "logLikelihood" && work.Figures.Find("evaluation.every") is { } every
            ? Line.Computed(
                "checkpoints",
                "Checkpoints scored in the course of training",
                Dimension.None,
                "tokens / tokens between two scorings, at least one",
                static parts => Math.Max(1, Math.Floor(parts[0] / parts[1])),
                work.Inputs.Tokens,
                every
            )
            : new Line("checkpoints", "Checkpoints scored: the last", 1, Dimension.None);
    }
}
