using Petaday.Runs;

namespace Petaday.Scenarios.ModelPlans;

/// <summary>An architecture that may be trained, with what does not depend on the machines.</summary>
/// <param name="Family">Id of its family.</param>
/// <param name="Model">The architecture and its parameters.</param>
/// <param name="Sequence">Tokens of a sequence.</param>
/// <param name="Batch">Sequences of an optimizer update.</param>
/// <param name="Question">What the law is asked of it.</param>
/// <param name="FlopsPerToken">Training FLOPs of a token.</param>
/// <param name="ProductFlopsPerToken">Of these, those outside attention's scores: none of them can be left out.</param>
internal sealed record ShapeOffer(
    string Family,
    ModelChoice Model,
    int Sequence,
    int Batch,
    LossQuestion Question,
    double FlopsPerToken,
    double ProductFlopsPerToken
)
{
    /// <summary>Tokens of an optimizer update.</summary>
    public double TokensPerStep => (double)Sequence * Batch;

    /// <summary>FLOPs of a served token over those of a trained one: 2 of a parameter that it passes through (Sardana et al. 2023).</summary>
    public double ServingShare => 2.0 * Model.Parameters.Active / FlopsPerToken;
}
