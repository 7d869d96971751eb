using Petaday.Explanations;

namespace Petaday.Adaptation;

/// <summary>What training a token takes on some machines.</summary>
/// <param name="Devices">Devices in the job.</param>
/// <param name="SecondsPerToken">Time of the whole job for a token, failures included, s/token.</param>
/// <param name="BytesPerDevice">Memory of the fullest device, B.</param>
/// <param name="CapacityBytes">Memory that a device has, B.</param>
/// <param name="Refusal">Why it cannot be done there; null where it can.</param>
public sealed record TrainingQuote(Line Devices, Line SecondsPerToken, double BytesPerDevice, double CapacityBytes, string? Refusal);
