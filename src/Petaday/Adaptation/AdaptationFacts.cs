using System.Collections.Immutable;
using System.Linq;

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
    /// <summary>The hosted model of the best general score: what quality is measured against. Null where no score is known.</summary>
    public HostedModel? Best => Hosted.Where(static model => model.Score?.Value is not null).MaxBy(static model => model.Score!.Value);
}
