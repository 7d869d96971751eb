namespace Petaday.Validation.Evidence;

/// <summary>What parameters fitted without a row's source predict of it.</summary>
/// <param name="Step">Its step, in the row's metric's unit; null where the row has no time.</param>
/// <param name="Bytes">Memory of the fullest device, of what the measurement counts, bytes; null where the row has no memory.</param>
/// <param name="Fits">Whether all of the memory fits; null where the row has no memory.</param>
public readonly record struct LeftOutPrediction(double? Step, double? Bytes, bool? Fits);
