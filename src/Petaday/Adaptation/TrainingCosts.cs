using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Adaptation;

/// <summary>What training of a path takes: tokens, time, money.</summary>
internal static class TrainingCosts
{
    /// <summary>Tokens that one training run goes through.</summary>
    public static Line Tokens(Candidate candidate, TaskLines task)
    {
        Line tuned = Tuned(candidate, task);
        return candidate.Path switch
        {
            PathKind.ContinuePreTraining => Line.Sum(
                "trainingTokens",
                "Tokens of a training run",
                Dimension.Tokens,
                Replayed(task, task.DomainTokens),
                tuned
            ),
            PathKind.PreTrain => Line.Sum(
                "trainingTokens",
                "Tokens of a training run",
                Dimension.Tokens,
                candidate.Base!.PretrainingTokens,
                task.DomainTokens,
                tuned
            ),
            _ => tuned with { Key = "trainingTokens", Name = "Tokens of a training run" },
        };
    }

    /// <summary>Time of all runs, one after the other, s.</summary>
    public static Line Seconds(Candidate candidate, TaskLines task, Line tokens, TrainingQuote quote) =>
        Line.Product("trainingTime", "Time of training", task.Factors.Runs(candidate.Path), tokens, quote.SecondsPerToken);

    /// <summary>Money for the devices of all runs, USD.</summary>
    public static Line Compute(Line seconds, TrainingQuote quote, MachineOffer machines) =>
        Line.Product("trainingCompute", "Devices for training", seconds, quote.Devices, machines.Price);

    /// <summary>Tokens that a refresh trains on.</summary>
    public static Line RefreshTokens(Candidate candidate, TaskLines task, Line tokens) =>
        candidate.Path == PathKind.ContinuePreTraining && task.Task.RefreshTokens is { } fresh
            ? Line.Sum(
                "refreshTokens",
                "Tokens of a refresh",
                Dimension.Tokens,
                Replayed(task, TaskLines.Given("refreshTokens", "New tokens of the domain", fresh, Dimension.Tokens)),
                Tuned(candidate, task)
            )
            : tokens;

    /// <summary>What the teacher of a distillation is paid for its examples, USD.</summary>
    public static Line Teaching(Candidate teacher, TaskLines task, IMachineQuotes quotes)
    {
        Line examples = task.Factors.Plain("distilExamples", "Examples that the teacher writes");
        if (teacher.Hosted is { } hosted)
        {
            return Line.Computed(
                "teacher",
                $"Examples written by {hosted.Name}",
                Dimension.Money,
                "examples × tokens × (tokens read for one written × price + price written) × factor on hosted prices",
                static parts => parts[0] * parts[1] * ((parts[2] * parts[3]) + parts[4]) * parts[5],
                examples,
                task.ExampleTokens,
                task.Factors.Plain("distilPromptTokens", "Tokens read for one written"),
                hosted.Input,
                hosted.Output,
                task.PriceFactor
            );
        }

        var quote = quotes.Serving(teacher.Base!, teacher.Machines!);
        return Line.Computed(
            "teacher",
            $"Examples written by {teacher.Base!.Name}",
            Dimension.Money,
            "examples × tokens / tokens written a second × devices × price",
            static parts => parts[0] * parts[1] / parts[2] * parts[3] * parts[4],
            examples,
            task.ExampleTokens,
            quote.OutputRate,
            quote.Devices,
            teacher.Machines!.Price
        );
    }

    private static Line Replayed(TaskLines task, Line domain) =>
        Line.Product(
            "continuedTokens",
            "Domain tokens with general ones among them",
            task.Factors.Plain("replay", "Tokens seen for one of the domain"),
            domain
        );

    private static Line Tuned(Candidate candidate, TaskLines task) =>
        Line.Product(
            "tunedTokens",
            "Tokens of the examples, as often as they are seen",
            task.Factors.Plain("epochs", "Passes over the examples"),
            candidate.Path == PathKind.Distil ? task.Factors.Plain("distilExamples", "Examples that the teacher writes") : task.Examples,
            task.ExampleTokens
        );
}
