namespace Petaday.Scenarios.Comparisons;

/// <summary>A key of one column.</summary>
/// <param name="Text">As it was written, or as it was chosen; null where the scenario is silent and nothing was chosen.</param>
/// <param name="IsChosen">Whether the scenario is silent and it was chosen for it.</param>
public readonly record struct AskedValue(string? Text, bool IsChosen);
