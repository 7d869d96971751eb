using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;

namespace Petaday.Serving;

/// <summary>What serving takes where nothing else is said, from catalog/factors/serving.yaml.</summary>
/// <param name="MemoryShare">Share of device memory that weights and cache may take.</param>
/// <param name="PageTokens">Tokens of a page of the cache.</param>
/// <param name="ChunkTokens">Tokens of prompts in one pass at most.</param>
/// <param name="PeakUse">Load of replicas at the peak.</param>
/// <param name="PeakFactor">Peak over mean demand.</param>
/// <param name="PromptTokens">Tokens of the mean prompt.</param>
/// <param name="OutputTokens">Tokens of the mean answer.</param>
/// <param name="RequestsPerUserPerDay">Requests that one user makes on a day.</param>
/// <param name="DenseShare">Share of the modelled speed that software reaches on dense models.</param>
/// <param name="MixtureShare">The same on mixtures of experts.</param>
/// <param name="Horizon">How long bought hardware serves, s.</param>
public sealed record ServingFactors(
    Line MemoryShare,
    Line PageTokens,
    Line ChunkTokens,
    Line PeakUse,
    Line PeakFactor,
    Line PromptTokens,
    Line OutputTokens,
    Line RequestsPerUserPerDay,
    Line DenseShare,
    Line MixtureShare,
    Line Horizon
)
{
    /// <summary>Reads the catalog's entry. Throws <see cref="InvalidDataException"/> when it or a figure is missing: a defect of the catalog.</summary>
    public static ServingFactors Read(Library library)
    {
        ArgumentNullException.ThrowIfNull(library);
        if (!library.TryFind(EntryKind.Factors, "serving", out Entry? serving, out Diagnostic? problem))
        {
            throw new InvalidDataException(problem.ToString());
        }

        return new ServingFactors(
            serving.Required("memoryShare", "Share of memory for weights and cache", Dimension.None),
            serving.Required("pageTokens", "Tokens of a page of the cache", Dimension.Tokens),
            serving.Required("chunkTokens", "Prompt tokens in one pass", Dimension.Tokens),
            serving.Required("peakUse", "Load of replicas at the peak", Dimension.None),
            serving.Required("peakFactor", "Peak over mean", Dimension.None),
            PerRequest(serving.Required("promptTokens", "Tokens of a prompt", Dimension.Tokens)),
            PerRequest(serving.Required("outputTokens", "Tokens of an answer", Dimension.Tokens)),
            serving.Required("requestsPerUserPerDay", "Requests of a user on a day", Dimension.Requests),
            Share(serving, "dense"),
            Share(serving, "mixture"),
            serving.Required("horizon", "Life of bought hardware", Dimension.Seconds)
        );
    }

    /// <summary>The limits that a search keeps to.</summary>
    public ServingLimits Limits =>
        new(
            MemoryShare.Value.GetValueOrDefault(),
            PageTokens.Value.GetValueOrDefault(),
            ChunkTokens.Value.GetValueOrDefault(),
            PeakUse.Value.GetValueOrDefault()
        );

    /// <summary>Share of the modelled speed that software reaches on a model.</summary>
    public Line SoftwareShare(ServedModel model) => model?.Architecture.IsMixtureOfExperts == true ? MixtureShare : DenseShare;

    private static Line Share(Entry serving, string kind) =>
        serving.Required("softwareShare." + kind, "Share of the modelled speed that software reaches", Dimension.None) with
        {
            Key = "softwareShare",
        };

    // The catalog has no unit of a count per request: a request is understood.
    private static Line PerRequest(Line tokens) => tokens with { Unit = Dimension.Tokens / Dimension.Requests };
}
