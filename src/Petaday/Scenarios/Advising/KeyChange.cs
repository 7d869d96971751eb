namespace Petaday.Scenarios.Advising;

/// <summary>A key of the scenario that changes.</summary>
/// <param name="Key">The key, such as <c>strategy.tensor</c>.</param>
/// <param name="From">Its value now, as a scenario has it.</param>
/// <param name="To">Its value then.</param>
public sealed record KeyChange(string Key, string From, string To);
