namespace Petaday.Serving;

/// <summary>What a user waits at most; null where nothing was asked.</summary>
/// <param name="FirstTokenSeconds">From a request to its first token, s, on average at the peak.</param>
/// <param name="TokensPerSecondPerUser">Tokens that one user gets a second once they flow, at least.</param>
public sealed record LatencyTargets(double? FirstTokenSeconds, double? TokensPerSecondPerUser)
{
    /// <summary>Nothing was asked: throughput alone counts.</summary>
    public static LatencyTargets None { get; } = new(null, null);
}
