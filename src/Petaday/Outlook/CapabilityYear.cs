using Petaday.Explanations;

namespace Petaday.Outlook;

/// <summary>What a fixed capability costs in a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="HardwareOnly">USD with the algorithms of its own year.</param>
/// <param name="Cost">USD with that year's hardware and algorithms, as lines.</param>
public sealed record CapabilityYear(int Year, double HardwareOnly, Line Cost);
