using Petaday.Explanations;

namespace Petaday.Scenarios.Siting;

/// <summary>What the hours that were chosen save beside running straight through from the first hour.</summary>
/// <param name="Electricity">USD.</param>
/// <param name="Carbon">Of the electricity, kgCO2e.</param>
/// <param name="Money">USD in all, with machines that are held while they wait; below zero where pausing costs more than it saves.</param>
public sealed record PauseSaving(Line Electricity, Line Carbon, Line Money);
