using System.Collections.Immutable;

namespace Petaday.Scenarios.Sweeps;

/// <summary>A key of a scenario and the values that it takes in turn.</summary>
/// <param name="Key">The key.</param>
/// <param name="Unit">Unit of the values' numbers, such as <c>MUSD</c>; empty for a plain number or words.</param>
/// <param name="Values">The values, in the order in which they were asked for.</param>
public sealed record VariedKey(ScenarioKey Key, string Unit, ImmutableArray<VariedValue> Values)
{
    /// <summary>The key's path, such as <c>goal.budget</c>.</summary>
    public string Path => Key.Path;

    /// <summary>Whether every value is a number: a line can be drawn over them.</summary>
    public bool IsNumeric => Values.All(value => value.Number is not null);
}
