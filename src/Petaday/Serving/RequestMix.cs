namespace Petaday.Serving;

/// <summary>The mean request.</summary>
/// <param name="PromptTokens">Tokens of a prompt, above 0.</param>
/// <param name="OutputTokens">Tokens generated in answer, above 0.</param>
/// <param name="CachedShare">Share of a prompt whose keys and values are still cached from earlier requests, 0 to below 1.</param>
public readonly record struct RequestMix(double PromptTokens, double OutputTokens, double CachedShare = 0)
{
    /// <summary>Tokens of a prompt that must be computed.</summary>
    public double NewTokens => PromptTokens * (1 - CachedShare);

    /// <summary>Tokens in the cache of a sequence halfway through its answer: the mean over its stay.</summary>
    public double MeanContext => PromptTokens + (OutputTokens / 2);
}
