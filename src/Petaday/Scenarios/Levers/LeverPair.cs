using Petaday.Outlook;

namespace Petaday.Scenarios.Levers;

/// <summary>Two levers together against each alone.</summary>
/// <param name="One">The first in the roadmap's order.</param>
/// <param name="Other">The second.</param>
/// <param name="Product">The product of both ratios alone.</param>
/// <param name="Joint">The ratio of both together; null where they are not feasible together.</param>
public sealed record LeverPair(Lever One, Lever Other, double Product, double? Joint)
{
    /// <summary>Joint over product: 1 where they multiply freely, more where one takes what the other would have saved.</summary>
    public double? Interaction => Joint / Product;
}
