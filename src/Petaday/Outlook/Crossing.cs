namespace Petaday.Outlook;

/// <summary>When a trend passes a value, decimal years; null where it does not within a century.</summary>
/// <param name="Value">The value.</param>
/// <param name="Year">Its middle.</param>
/// <param name="Earliest">The early end of the 90 % interval.</param>
/// <param name="Latest">The late end.</param>
public sealed record Crossing(double Value, double? Year, double? Earliest, double? Latest);
