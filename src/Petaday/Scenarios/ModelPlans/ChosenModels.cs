using System.Collections.Immutable;

namespace Petaday.Scenarios.ModelPlans;

/// <summary>What a plan chose.</summary>
/// <param name="Best">The best option; where none keeps to the limits, the one that comes nearest; null where nothing comes near.</param>
/// <param name="IsFeasible">Whether it keeps to the limits.</param>
/// <param name="Others">The best of other families, on another accelerator, and of another size; the best first.</param>
/// <param name="Curve">The loss against the model's size.</param>
internal sealed record ChosenModels(
    EvaluatedOption? Best,
    bool IsFeasible,
    ImmutableArray<EvaluatedOption> Others,
    ImmutableArray<ModelPlanPoint> Curve
);
