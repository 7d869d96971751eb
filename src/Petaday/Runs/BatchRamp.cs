using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Runs;

/// <summary>
/// A batch that grows from a small one to the full one, evenly with the tokens seen (as GPT-3's and BLOOM's did): what of a step does not shrink with its batch is paid
/// more often.
/// </summary>
/// <param name="FromTokensPerStep">Tokens of the first batch; above zero, at most the full batch.</param>
/// <param name="Tokens">Tokens over which the batch grows; above zero, at most all.</param>
/// <param name="FixedShare">Share of a full step that a smaller batch does not shorten (the pipeline's bubble, gradients, the update), 0 to 1.</param>
public sealed record BatchRamp(Line FromTokensPerStep, Line Tokens, Line FixedShare)
{
    /// <summary>Updates that the ramp adds, each at the fixed part of a step, s.</summary>
    internal Line Longer(double tokensPerStep, Line all, Line stepSeconds)
    {
        Line full = new("tokensPerStep", "Tokens of a global batch", tokensPerStep, Dimension.Tokens);
        Line more = Line.Computed(
            "rampSteps",
            "Updates that the ramp adds",
            Dimension.None,
            "lesser of ramp and all tokens / full batch x (full / (full - first) x ln(full / first) - 1)",
            static v => Math.Min(v[0], v[3]) / v[1] * (Mean(v[2] / v[1]) - 1),
            Tokens,
            full,
            FromTokensPerStep,
            all
        );
        return Line.Product("batchRamp", "Batch ramp", more, FixedShare, stepSeconds);
    }

    /// <summary>Throws <see cref="ArgumentOutOfRangeException"/> for a ramp that cannot be.</summary>
    internal void Check(double tokensPerStep, double tokens)
    {
        Bounds.Positive(FromTokensPerStep);
        Bounds.Positive(Tokens);
        Bounds.NotNegative(FixedShare);
        if (FromTokensPerStep.Value > tokensPerStep || Tokens.Value > tokens || FixedShare.Value > 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(tokensPerStep),
                tokensPerStep,
                "A ramp begins at a batch not above the full one, is not longer than the run, and at most all of a step is fixed."
            );
        }
    }

    // The mean of full / batch while the batch grows from a share of the full one: the integral of 1 / (s + (1 - s) u).
    private static double Mean(double share) => share >= 1 - 1e-9 ? 1 : Math.Log(1 / share) / (1 - share);
}
