namespace Petaday.Validation.Evidence;

/// <summary>The least and the most that a number may be; null where it may be any.</summary>
/// <param name="Least">The least.</param>
/// <param name="Most">The most.</param>
public readonly record struct Bounds(double? Least, double? Most)
{
    /// <summary>Whether a number lies within; one that is not known lies only where anything does.</summary>
    public bool Hold(double? number) => (Least is null || number >= Least) && (Most is null || number <= Most);
}
