using Petaday.Training;

namespace Petaday.Planning;

/// <summary>A strategy that fits, as a search keeps it: enough to make the strategy of it again.</summary>
/// <param name="Seconds">Its step time, or no more than that, s.</param>
/// <param name="Exact">Whether <paramref name="Seconds"/> is its step time.</param>
/// <param name="MemoryBytes">Bytes on the fullest device.</param>
/// <param name="Profile">Which of the space's profiles it has.</param>
/// <param name="Ordinal">Its place among the strategies with that profile.</param>
/// <param name="Sharded">All of it but recomputation and overlap.</param>
/// <param name="Recomputation">What is recomputed.</param>
/// <param name="OverlapGradients">Whether gradients are reduced under backward passes.</param>
/// <param name="OverlapWeights">Whether weights are gathered under forward passes.</param>
internal readonly record struct SearchEntry(
    double Seconds,
    bool Exact,
    double MemoryBytes,
    int Profile,
    long Ordinal,
    Strategy Sharded,
    Recomputation Recomputation,
    bool OverlapGradients,
    bool OverlapWeights
) : IComparable<SearchEntry>
{
    /// <summary>The whole strategy.</summary>
    public Strategy Strategy =>
        Sharded with
        {
            Recompute = Recomputation.Mode,
            RecomputeLayers = Recomputation.Layers,
            OverlapGradients = OverlapGradients,
            OverlapWeights = OverlapWeights,
        };

    /// <summary>The faster first; of two as fast, the one that comes first in the space.</summary>
    public int CompareTo(SearchEntry other) =>
        Seconds != other.Seconds ? Seconds.CompareTo(other.Seconds)
        : Profile != other.Profile ? Profile.CompareTo(other.Profile)
        : Ordinal.CompareTo(other.Ordinal);

    /// <summary>Plans that differ in small things alone are one plan to a person who chooses.</summary>
    public PlanKind Kind =>
        new(
            Sharded.Tensor,
            Sharded.Context,
            Sharded.Pipeline,
            Sharded.Expert,
            Sharded.MicroBatch,
            Sharded.VirtualPipeline > 1,
            Sharded.ZeroStage == 3
        );
}
