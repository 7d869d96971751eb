namespace Petaday.Adaptation;

/// <summary>Where two paths are worth the same.</summary>
/// <param name="Path">The recommended path.</param>
/// <param name="Other">Another.</param>
/// <param name="MonthlyTokens">Tokens a month at which they are worth the same; null where they are not, up to ten trillion.</param>
/// <param name="BetterAbove">Whether <paramref name="Path"/> is worth more above it.</param>
public sealed record BreakEven(PathOption Path, PathOption Other, double? MonthlyTokens, bool BetterAbove);
