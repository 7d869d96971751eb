namespace Petaday.Planning.Neighbours;

/// <summary>A setting that differs from another in one choice, and in what has to follow from it.</summary>
/// <param name="Key">The scenario's key that is chosen anew, such as <c>strategy.tensor</c>.</param>
/// <param name="Setting">The setting.</param>
public sealed record Neighbour(string Key, Setting Setting);
