using System.Collections.Immutable;

namespace Petaday.Adaptation;

/// <summary>What there is to choose from.</summary>
/// <param name="Bases">Open models.</param>
/// <param name="Hosted">Hosted models with their prices.</param>
/// <param name="Machines">Machines to train and serve on.</param>
/// <param name="Quotes">What they do.</param>
/// <param name="Factors">Effort and evidence.</param>
public sealed record AdaptationFacts(
    ImmutableArray<BaseModel> Bases,
    ImmutableArray<HostedModel> Hosted,
    ImmutableArray<MachineOffer> Machines,
    IMachineQuotes Quotes,
    AdaptationFactors Factors
)
{
    /// <summary>Open models that no other betters in score and size alike: those that can be the best choice of a path.</summary>
    public ImmutableArray<BaseModel> Worthy { get; } = [.. Bases.Where(model => !Bases.Any(model.IsBettered))];

    /// <summary>The same of those whose training can be repeated: their tokens are known.</summary>
    public ImmutableArray<BaseModel> Repeatable { get; } =
    [
        .. Bases.Where(model =>
            model.PretrainingTokens.Value is not null
            && !Bases.Any(other => other.PretrainingTokens.Value <= model.PretrainingTokens.Value && model.IsBettered(other))
        ),
    ];

    /// <summary>The hosted model of the best general score: what quality is measured against. Null where no score is known.</summary>
    public HostedModel? Best => Hosted.Where(static model => model.Score?.Value is not null).MaxBy(static model => model.Score!.Value);
}
