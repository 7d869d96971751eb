using Petaday.Quantities;

namespace Petaday.Scenarios;

/// <summary>One line of a run's calendar.</summary>
/// <param name="Key">The name by which programs find it, such as <c>lostWork</c>.</param>
/// <param name="Name">What a person reads.</param>
/// <param name="Seconds">s; null where not known.</param>
/// <param name="Interval">Where it lies with 90 % probability, s; null where not worked out.</param>
public sealed record RunLine(string Key, string Name, double? Seconds, Interval? Interval);
