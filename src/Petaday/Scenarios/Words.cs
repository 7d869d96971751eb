using System.Collections.Immutable;
using Petaday.Economics;
using Petaday.Explanations;
using Petaday.Hardware;
using Petaday.Training;

namespace Petaday.Scenarios;

/// <summary>The words by which scenarios and results name what the code has as enumerations. One table a kind: what is read is what is written.</summary>
public static class Words
{
    private static readonly ImmutableArray<(string Word, Precision Value)> Precisions =
    [
        ("fp32", Precision.Fp32),
        ("tf32", Precision.Tf32),
        ("fp16", Precision.Fp16),
        ("bf16", Precision.Bf16),
        ("fp8", Precision.Fp8),
        ("fp8-block", Precision.Fp8Block),
        ("mxfp8", Precision.Mxfp8),
        ("fp4", Precision.Fp4),
    ];

    private static readonly ImmutableArray<(string Word, Optimizer Value)> Optimizers =
    [
        ("adam", Optimizer.Adam),
        ("adamw", Optimizer.AdamW),
        ("adam-8bit", Optimizer.Adam8Bit),
        ("rmsprop", Optimizer.RmsProp),
        ("sgd", Optimizer.Sgd),
        ("adafactor", Optimizer.Adafactor),
        ("muon", Optimizer.Muon),
    ];

    private static readonly ImmutableArray<(string Word, RecomputeMode Value)> RecomputeModes =
    [
        ("none", RecomputeMode.None),
        ("selective", RecomputeMode.Selective),
        ("full", RecomputeMode.Full),
        ("block", RecomputeMode.Block),
    ];

    private static readonly ImmutableArray<(string Word, PipelineSchedule Value)> Schedules =
    [
        ("gpipe", PipelineSchedule.GPipe),
        ("1f1b", PipelineSchedule.OneForwardOneBackward),
        ("interleaved", PipelineSchedule.Interleaved),
        ("zero-bubble", PipelineSchedule.ZeroBubble),
        ("dualpipe", PipelineSchedule.DualPipe),
    ];

    private static readonly ImmutableArray<(string Word, TrainingTask Value)> Tasks =
    [
        ("pretrain", TrainingTask.Pretrain),
        ("finetune", TrainingTask.FineTune),
        ("lora", TrainingTask.Lora),
        ("qlora", TrainingTask.Qlora),
    ];

    private static readonly ImmutableArray<(string Word, Grade Value)> Grades =
    [
        ("measured", Grade.Measured),
        ("vendor", Grade.Vendor),
        ("estimated", Grade.Estimated),
        ("unverified", Grade.Unverified),
    ];

    private static readonly ImmutableArray<(string Word, Combination Value)> Combinations =
    [
        ("leaf", Combination.Leaf),
        ("sum", Combination.Sum),
        ("product", Combination.Product),
        ("computed", Combination.Computed),
        ("other", Combination.Other),
    ];

    private static readonly ImmutableArray<(string Word, MoneyBasis Value)> Bases =
    [
        ("on-demand", MoneyBasis.OnDemand),
        ("one-year", MoneyBasis.CommittedOneYear),
        ("three-years", MoneyBasis.CommittedThreeYears),
        ("spot", MoneyBasis.Spot),
        ("own", MoneyBasis.Own),
    ];

    /// <summary>The word of a price basis: the terms of a rent, or <c>own</c>.</summary>
    public static string Of(MoneyBasis value) => Word(Bases, value);

    /// <summary>The word of a number format.</summary>
    public static string Of(Precision value) => Word(Precisions, value);

    /// <summary>The word of an update rule.</summary>
    public static string Of(Optimizer value) => Word(Optimizers, value);

    /// <summary>The word of a recompute mode.</summary>
    public static string Of(RecomputeMode value) => Word(RecomputeModes, value);

    /// <summary>The word of a schedule.</summary>
    public static string Of(PipelineSchedule value) => Word(Schedules, value);

    /// <summary>The word of a task.</summary>
    public static string Of(TrainingTask value) => Word(Tasks, value);

    /// <summary>The word of a grade.</summary>
    public static string Of(Grade value) => Word(Grades, value);

    /// <summary>The word of how parts make a line.</summary>
    public static string Of(Combination value) => Word(Combinations, value);

    /// <summary>The number format of a word that the schema allows.</summary>
    public static Precision AsPrecision(string word) => Value(Precisions, word);

    /// <summary>The update rule of a word that the schema allows.</summary>
    public static Optimizer AsOptimizer(string word) => Value(Optimizers, word);

    /// <summary>The recompute mode of a word that the schema allows.</summary>
    public static RecomputeMode AsRecompute(string word) => Value(RecomputeModes, word);

    /// <summary>The schedule of a word that the schema allows.</summary>
    public static PipelineSchedule AsSchedule(string word) => Value(Schedules, word);

    /// <summary>The task of a word that the schema allows.</summary>
    public static TrainingTask AsTask(string word) => Value(Tasks, word);

    private static string Word<T>(ImmutableArray<(string Word, T Value)> table, T value) =>
        table.First(pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Word;

    private static T Value<T>(ImmutableArray<(string Word, T Value)> table, string word) =>
        table.First(pair => string.Equals(pair.Word, word, StringComparison.Ordinal)).Value;
}
