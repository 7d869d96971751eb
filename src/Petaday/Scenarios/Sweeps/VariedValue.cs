namespace Petaday.Scenarios.Sweeps;

/// <summary>One value of a key that is varied.</summary>
/// <param name="Text">As a scenario has it: <c>5 MUSD</c>.</param>
/// <param name="Number">The number in the unit of its <see cref="VariedKey"/>; null for a word.</param>
public sealed record VariedValue(string Text, double? Number);
