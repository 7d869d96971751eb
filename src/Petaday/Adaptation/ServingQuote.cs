using Petaday.Explanations;

namespace Petaday.Adaptation;

/// <summary>What one replica of a model takes and gives on some machines.</summary>
/// <param name="Devices">Devices of a replica.</param>
/// <param name="InputRate">Tokens that it reads in a second when it does nothing else, token/s.</param>
/// <param name="OutputRate">Tokens that it writes in a second when it does nothing else, token/s.</param>
/// <param name="PeakFactor">Load at the peak over the mean.</param>
/// <param name="PeakUse">Share of its capacity that a replica is loaded to at the peak.</param>
/// <param name="Refusal">Why it cannot be done there; null where it can.</param>
public sealed record ServingQuote(Line Devices, Line InputRate, Line OutputRate, Line PeakFactor, Line PeakUse, string? Refusal);
