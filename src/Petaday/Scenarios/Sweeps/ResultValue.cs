namespace Petaday.Scenarios.Sweeps;

/// <summary>One figure or word of an answer; both are null where it is not known.</summary>
/// <param name="Number">A number, in the unit of its <see cref="ResultKey"/>.</param>
/// <param name="Text">A word.</param>
public readonly record struct ResultValue(double? Number, string? Text);
