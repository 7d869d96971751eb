using System.Collections.Immutable;

namespace Petaday.Explanations.Risk;

/// <summary>One line of a tree as a step of a program: values of slots make the value of another.</summary>
/// <param name="Target">The slot that gets the value.</param>
/// <param name="Kind">Sum, product or computed.</param>
/// <param name="Parts">The slots of the parts, in their order.</param>
/// <param name="Compute">The formula of a computed line.</param>
internal sealed record Operation(int Target, Combination Kind, ImmutableArray<int> Parts, LineFormula? Compute)
{
    /// <summary>The same operation on other slots.</summary>
    public Operation On(Func<int, int> slot) => this with { Target = slot(Target), Parts = [.. Parts.Select(slot)] };
}
