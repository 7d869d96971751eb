using System.Collections.Immutable;
using Petaday.Explanations;
using Petaday.Serving;

namespace Petaday.Scenarios.ServingCases;

/// <summary>What serving one case takes.</summary>
/// <param name="Case">The case.</param>
/// <param name="Estimate">The answer; null where no replica serves.</param>
/// <param name="Infeasible">Why not; null where one does.</param>
public sealed record ServingAnswer(ServingCase Case, ServingEstimate? Estimate, Infeasibility? Infeasible)
{
    /// <summary>The answer as one tree, under the keys of the JSON result; null where there is none.</summary>
    public Line? Explanation => Estimate is null ? null : ServingTree.Of(this);

    /// <summary>Defaults, limits and what is missing, in sentences.</summary>
    public ImmutableArray<string> Notes =>
        [.. Case.Defaults.Select(chosen => $"{chosen.Key}: {chosen.Value}, {chosen.Why}"), .. Case.Limits, .. Estimate?.Notes ?? []];
}
