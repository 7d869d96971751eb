using Petaday.Runs;

namespace Petaday.Scenarios.ModelPlans;

/// <summary>What a plan that chooses a model is after.</summary>
/// <param name="Limits">Budget, deadline, carbon cap, and what to make small where a loss or a compute is asked for.</param>
/// <param name="Loss">The loss to reach, nats a token; null for the lowest that the limits allow.</param>
/// <param name="Compute">FLOPs to spend; null for as many as the limits allow.</param>
/// <param name="ComputeOf">The model that they are of; null where no compute is asked for.</param>
/// <param name="Tokens">Tokens to train on; null for as many as the limits or the goal say.</param>
/// <param name="UniqueTokens">Tokens there are; null where none has to be seen twice.</param>
/// <param name="ServedTokens">Tokens that the model will serve, whose compute is paid for too; 0 for none.</param>
/// <param name="Law">The law that predicts the loss.</param>
/// <param name="Factors">What stands beside the laws.</param>
internal sealed record ModelGoal(
    Goal Limits,
    double? Loss,
    double? Compute,
    string? ComputeOf,
    double? Tokens,
    double? UniqueTokens,
    double ServedTokens,
    ScalingLaw Law,
    LossFactors Factors
)
{
    /// <summary>Fewer optimizer updates are no training: a law of the loss says nothing of them.</summary>
    public const int FewestSteps = 100;

    /// <summary>The most tokens that a scenario can name.</summary>
    public const double MostTokens = 1e18;

    /// <summary>Whether the lowest loss is asked for, rather than the cheapest way to something.</summary>
    public bool IsLowestLoss => Loss is null && Compute is null;
}
