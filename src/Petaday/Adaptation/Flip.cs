namespace Petaday.Adaptation;

/// <summary>A figure at which the recommendation changes, all else as it is.</summary>
/// <param name="Key">The scenario's key.</param>
/// <param name="Now">Its value now, as a person reads it.</param>
/// <param name="Above">Whether the change is above the figure (of words: whether it is another word).</param>
/// <param name="At">The figure, as a person reads it.</param>
/// <param name="Value">The figure as a number; null for a word.</param>
/// <param name="To">What is recommended beyond it; null where no path is allowed there.</param>
/// <param name="Pays">Whether that is worth doing at all.</param>
/// <param name="IsCount">Whether the figure is a whole number, which itself is beyond.</param>
public sealed record Flip(string Key, string Now, bool Above, string At, double? Value, PathOption? To, bool Pays, bool IsCount);
