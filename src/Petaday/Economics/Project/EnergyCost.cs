using Petaday.Explanations;

namespace Petaday.Economics.Project;

/// <summary>Electricity of the final run.</summary>
internal static class EnergyCost
{
    /// <summary>The cause.</summary>
    public static CostCause Cause { get; } = new("energy", "Energy of the final run", Lines);

    private static IEnumerable<Line> Lines(ProjectWork work) =>
        work.Basis == PriceBasis.Rental
            ? [NotCounted.Zero("electricity", "Electricity", "in the rent")]
            : [Electricity.Cost(work.Inputs.Compute)];
}
