using Petaday.Quantities;

namespace Petaday.Scenarios.Sweeps;

/// <summary>A key of the JSON result and how it is read from an answer.</summary>
/// <param name="Path">As the JSON result has it: <c>step.seconds</c>.</param>
/// <param name="Unit">Unit of the JSON result's number; empty for a plain number and for words.</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="Scale">SI units of one <paramref name="Unit"/>.</param>
/// <param name="Read">The value in an answer.</param>
public sealed record ResultKey(string Path, string Unit, Dimension Dimension, double Scale, Func<Answer, ResultValue> Read)
{
    /// <summary>Whether it is a share of a whole, 0 to 1.</summary>
    public bool IsShare { get; init; }
}
