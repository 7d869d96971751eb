using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Runs;

/// <summary>What stands beside the scaling laws in catalog/factors/loss.yaml: repeated data, mixtures of experts, batches, the stock of text.</summary>
/// <param name="Repetition">R*_D: repetitions after which a repeated token has lost 1 − 1/e of its worth (Muennighoff et al. 2023).</param>
/// <param name="ExpertShare">w of <see cref="EffectiveParameters"/>; its interval is what sources bear out.</param>
/// <param name="BatchCoefficient">Tokens of a batch of a run of one FLOP (DeepSeek-AI 2024, section 3.1).</param>
/// <param name="BatchExponent">Power of the FLOPs with which the batch grows.</param>
/// <param name="PublicText">Tokens of public text there are.</param>
public sealed record LossFactors(Line Repetition, Line ExpertShare, Line BatchCoefficient, Line BatchExponent, Line PublicText)
{
    /// <summary>Reads catalog/factors/loss.yaml. Throws <see cref="InvalidDataException"/> when a figure is missing.</summary>
    public static LossFactors Read(Entry loss) =>
        new(
            loss.Required("repetition", "Repetitions that a token bears", Dimension.None),
            loss.Required("experts", "Weight of all parameters of a mixture of experts", Dimension.None),
            loss.Required("batch.coefficient", "Batch at one FLOP", Dimension.None),
            loss.Required("batch.exponent", "Growth of the batch with compute", Dimension.None),
            loss.Required("publicText", "Public text", Dimension.Tokens)
        );

    /// <summary>Tokens of a batch that wastes little of a run of <paramref name="flops"/>: coefficient × FLOPs^exponent (DeepSeek-AI 2024, section 3.1).</summary>
    public double BatchTokens(double flops) =>
        BatchCoefficient.Value.GetValueOrDefault() * Math.Pow(Bounds.Positive(flops), BatchExponent.Value.GetValueOrDefault());
}
