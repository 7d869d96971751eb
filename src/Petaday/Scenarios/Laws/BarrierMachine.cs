namespace Petaday.Scenarios.Laws;

/// <summary>How many machines a row has, and how many it may have.</summary>
/// <param name="Devices">Devices of the job.</param>
/// <param name="Most">The most that a job may have.</param>
internal readonly record struct BarrierMachine(int Devices, int Most);
