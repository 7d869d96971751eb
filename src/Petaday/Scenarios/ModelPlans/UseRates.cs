namespace Petaday.Scenarios.ModelPlans;

/// <summary>What a device uses up in a second of a run; a thing that is not known is null.</summary>
/// <param name="Cost">USD.</param>
/// <param name="Carbon">kg CO2e, operational and embodied.</param>
/// <param name="Energy">J on the meter.</param>
/// <param name="Operational">kg CO2e of electricity alone.</param>
internal readonly record struct UseRates(double? Cost, double? Carbon, double? Energy, double? Operational);
