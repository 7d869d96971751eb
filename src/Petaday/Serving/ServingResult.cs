namespace Petaday.Serving;

/// <summary>What a question of serving comes to.</summary>
/// <param name="Estimate">The answer; null where no replica serves.</param>
/// <param name="Search">What the search for a replica found; null where the device time of a token is stated.</param>
public sealed record ServingResult(ServingEstimate? Estimate, ServingOutcome? Search);
