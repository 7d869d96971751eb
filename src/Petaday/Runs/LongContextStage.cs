using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Runs;

/// <summary>A part of the tokens on which sequences are longer.</summary>
/// <param name="Tokens">Tokens of that part; above zero, at most all.</param>
/// <param name="TimeRatio">Time of a token there over that of a token elsewhere; above zero.</param>
/// <param name="FlopsRatio">FLOPs of a token there over those of a token elsewhere; above zero.</param>
public sealed record LongContextStage(Line Tokens, Line TimeRatio, Line FlopsRatio)
{
    /// <summary>What the longer sequences add to the training time, s.</summary>
    internal Line Longer(double tokensPerStep, Line stepSeconds) =>
        Line.Computed(
            "longContext",
            "Longer sequences",
            Dimension.Seconds,
            "tokens of that stage / tokens of a global batch x time of a step x (time of a token there / elsewhere - 1)",
            static v => v[0] / v[1] * v[2] * (v[3] - 1),
            Tokens,
            new Line("tokensPerStep", "Tokens of a global batch", tokensPerStep, Dimension.Tokens),
            stepSeconds,
            TimeRatio
        );

    /// <summary>What they add to the FLOPs of the run.</summary>
    internal Line MoreFlops(Line flopsPerToken) =>
        Line.Computed(
            "longContext",
            "FLOPs that longer sequences add",
            Dimension.Flop,
            "tokens of that stage x FLOPs a token x (ratio - 1)",
            static v => v[0] * v[1] * (v[2] - 1),
            Tokens,
            flopsPerToken,
            FlopsRatio
        );

    /// <summary>Throws <see cref="ArgumentOutOfRangeException"/> for a stage that cannot be.</summary>
    internal void Check(double tokens)
    {
        Bounds.Positive(Tokens);
        Bounds.Positive(TimeRatio);
        Bounds.Positive(FlopsRatio);
        if (Tokens.Value > tokens)
        {
            throw new ArgumentOutOfRangeException(nameof(tokens), tokens, "A stage is not longer than the run.");
        }
    }
}
