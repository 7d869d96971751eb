using System.Globalization;
using Petaday.Hardware;
using Petaday.Quantities;
using Petaday.Training;

namespace Petaday.Scenarios;

/// <summary>Fills in what is trained: sequence, batch, tokens, number format.</summary>
internal static class RecipeResolver
{
    private const int UsualSequence = 8192;
    private const double UsualBatchTokens = 4e6;
    private const int FineTuningBatch = 128;
    private const double FineTuningSequences = 3 * 52_002;
    private const double TokensPerParameter = 20;

    /// <summary>The recipe with a batch that a number of devices divides, where the scenario leaves the batch open.</summary>
    public static Recipe For(int devices, Scenario scenario, Recipe recipe, DefaultsLog log)
    {
        int odd = devices >> int.TrailingZeroCount(Math.Max(1, devices));
        if (scenario.At("recipe.globalBatch") is not null || odd == 1 || odd > recipe.GlobalBatchSequences)
        {
            return recipe;
        }

        int batch = odd * Round((double)recipe.GlobalBatchSequences / odd);
        return recipe with
        {
            GlobalBatchSequences = log.Take(
                "recipe.globalBatch",
                batch,
                $"{Number(batch)} sequences",
                $"about {Number(recipe.GlobalBatchSequences)}, in a number that {Number(devices)} devices divide"
            ),
        };
    }

    /// <summary>The recipe on one system.</summary>
    /// <param name="scenario">What was asked, with one batch and one format or none.</param>
    /// <param name="model">The model.</param>
    /// <param name="accelerator">The device.</param>
    /// <param name="log">Gets what is chosen.</param>
    /// <param name="batchTokens">Tokens of a batch where the scenario leaves it open; null for the usual.</param>
    public static Recipe Resolve(Scenario scenario, ModelChoice model, Accelerator accelerator, DefaultsLog log, double? batchTokens = null)
    {
        var task = scenario.Text("recipe.task") is { } word ? Words.AsTask(word) : TrainingTask.Pretrain;
        int sequence = scenario.Integer("recipe.sequence") ?? Sequence(model, log);
        if (model.Context is { } context && sequence > context)
        {
            log.Limit($"a sequence of {sequence} is longer than the {context} tokens that {model.Id} takes");
        }

        return new Recipe(
            sequence,
            Batch(scenario, task, sequence, batchTokens, log),
            scenario.Amount("recipe.tokens", Dimension.Tokens) ?? Tokens(model, task, sequence, log),
            scenario.Text("recipe.precision") is { } precision ? Words.AsPrecision(precision) : Format(accelerator, log),
            scenario.Text("recipe.optimizer") is { } optimizer
                ? Words.AsOptimizer(optimizer)
                : log.Take("recipe.optimizer", Optimizer.AdamW, "adamw", "what nearly all published runs use"),
            task,
            scenario.Integer("recipe.loraRank") ?? 16,
            scenario.Flag("recipe.dropout") ?? false
        );
    }

    internal static int Sequence(ModelChoice model, DefaultsLog log) =>
        model.Context is { } context
            ? log.Take(
                "recipe.sequence",
                Math.Min(context, UsualSequence),
                Number(Math.Min(context, UsualSequence)),
                "the model's context, at most 8192: longer ones are trained in a short last stage"
            )
            : log.Take("recipe.sequence", 4096, "4096", "the model states no context");

    private static int Batch(Scenario scenario, TrainingTask task, int sequence, double? batchTokens, DefaultsLog log)
    {
        if (scenario.Amount("recipe.globalBatch", Dimension.Sequences) is { } given)
        {
            return (int)Math.Clamp(Math.Round(given), 1, int.MaxValue);
        }

        if (scenario.Amount("recipe.globalBatch", Dimension.Tokens) is { } tokens)
        {
            double exact = Math.Min(tokens / sequence, 1e6);
            int round = Round(exact);
            return Math.Abs(round - exact) < 1e-9
                ? round
                : log.Take(
                    "recipe.globalBatch",
                    round,
                    $"{Number(round)} sequences",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{scenario.Text("recipe.globalBatch")} are {exact:0.#} sequences of {sequence}: rounded so that data-parallel ranks divide it"
                    )
                );
        }

        if (batchTokens is { } chosen)
        {
            int sequences = Round(chosen / sequence);
            return log.Take(
                "recipe.globalBatch",
                sequences,
                $"{Number(sequences)} sequences",
                $"about {Amount(chosen)}, one of those that 'auto' looks at"
            );
        }

        if (task != TrainingTask.Pretrain)
        {
            return log.Take(
                "recipe.globalBatch",
                FineTuningBatch,
                $"{FineTuningBatch} sequences",
                "as Stanford Alpaca (Taori et al. 2023)"
            );
        }

        int usual = Round(UsualBatchTokens / sequence);
        return log.Take(
            "recipe.globalBatch",
            usual,
            $"{Number(usual)} sequences",
            "about 4M tokens, as Llama and Llama 2 (Touvron et al. 2023)"
        );
    }

    /// <summary>People say tokens of a batch in round numbers: the multiple of the highest power of two within 5 %, so that ranks divide it.</summary>
    internal static int Round(double sequences)
    {
        if (sequences <= 1)
        {
            return 1;
        }

        for (double power = Math.Pow(2, Math.Ceiling(Math.Log2(sequences))); power > 1; power /= 2)
        {
            double near = Math.Round(sequences / power) * power;
            if (near > 0 && Math.Abs(near - sequences) <= 0.05 * sequences)
            {
                return (int)near;
            }
        }

        return (int)Math.Round(sequences);
    }

    internal static double Tokens(ModelChoice model, TrainingTask task, int sequence, DefaultsLog log)
    {
        if (task != TrainingTask.Pretrain)
        {
            double examples = FineTuningSequences * sequence;
            return log.Take(
                "recipe.tokens",
                examples,
                Amount(examples),
                "three epochs of 52,002 examples as Stanford Alpaca (Taori et al. 2023), each as long as a sequence: an upper bound"
            );
        }

        if (model.Entry?.Number("published.tokens") is { } published)
        {
            return log.Take("recipe.tokens", published, Amount(published), $"what {model.Name} was trained on");
        }

        double optimal = TokensPerParameter * model.Parameters.Active;
        return log.Take("recipe.tokens", optimal, Amount(optimal), "20 a parameter that a token passes through (Hoffmann et al. 2022)");
    }

    /// <summary>The number format of a device where the scenario is silent.</summary>
    internal static Precision Format(Accelerator accelerator, DefaultsLog log) =>
        accelerator.PeakFlopPerSecond.ContainsKey(Precision.Bf16)
            ? log.Take("recipe.precision", Precision.Bf16, "bf16", "what most published runs use")
        : accelerator.PeakFlopPerSecond.ContainsKey(Precision.Fp16)
            ? log.Take("recipe.precision", Precision.Fp16, "fp16", $"{accelerator.Id} has no bf16")
        : log.Take("recipe.precision", Precision.Fp32, "fp32", $"{accelerator.Id} has no 16-bit format in the catalog");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Amount(double tokens) => new Quantity(tokens, Dimension.Tokens).Format();
}
