using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Economics;

/// <summary>What owned hardware loses in worth: progress makes it replaceable at a lower price every year.</summary>
public static class Depreciation
{
    /// <summary>The share of its worth that hardware loses in a second: orders of magnitude a year × ln 10 / year (Cottier et al. 2024, appendix A).</summary>
    public static Line Rate(EconomicFactors factors) =>
        factors.Loss
        ?? Line.Computed(
            "replacementRate",
            "Share of its worth that hardware loses over time",
            Dimension.Frequency,
            "orders of magnitude a year × ln 10 / year",
            static parts => parts[0] * Math.Log(10) / parts[1],
            factors.HardwareProgress,
            factors.Year
        );
}
