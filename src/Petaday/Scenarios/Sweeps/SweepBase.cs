namespace Petaday.Scenarios.Sweeps;

/// <summary>A scenario that a sweep starts from.</summary>
/// <param name="Path">YAML or JSON file; null where only flags are given.</param>
/// <param name="Flags">Keys over the file's.</param>
public sealed record SweepBase(string? Path, IReadOnlyList<ScenarioFlag> Flags);
