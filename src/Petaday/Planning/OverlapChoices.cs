using System.Collections.Immutable;

namespace Petaday.Planning;

/// <summary>Choices of overlap of data-parallel traffic, made once: a search asks for them for every sharding.</summary>
internal static class OverlapChoices
{
    private static readonly ImmutableArray<(bool Gradients, bool Weights)> Both =
    [
        (true, true),
        (true, false),
        (false, true),
        (false, false),
    ];
    private static readonly ImmutableArray<(bool Gradients, bool Weights)> OfGradients = [(true, true), (false, true)];
    private static readonly ImmutableArray<(bool Gradients, bool Weights)> OfWeights = [(true, true), (true, false)];
    private static readonly ImmutableArray<(bool Gradients, bool Weights)> None = [(true, true)];

    /// <summary>The choices.</summary>
    /// <param name="gradients">Whether that of gradients makes a difference.</param>
    /// <param name="weights">Whether that of weights does.</param>
    public static ImmutableArray<(bool Gradients, bool Weights)> Of(bool gradients, bool weights) =>
        (gradients, weights) switch
        {
            (true, true) => Both,
            (true, false) => OfGradients,
            (false, true) => OfWeights,
            _ => None,
        };
}
