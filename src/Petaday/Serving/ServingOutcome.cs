namespace Petaday.Serving;

/// <summary>What a search for a replica found.</summary>
/// <param name="Best">The replica that serves with the fewest devices; null where none can.</param>
/// <param name="Nearest">The replica that misses its latency targets least; null where one meets them, or none fits.</param>
/// <param name="Fits">Whether the model fits into the memory of any replica.</param>
/// <param name="LeastDeviceBytes">Device memory that the most spread replica would need for weights and one sequence, bytes.</param>
public sealed record ServingOutcome(OperatingPoint? Best, OperatingPoint? Nearest, bool Fits, double LeastDeviceBytes);
