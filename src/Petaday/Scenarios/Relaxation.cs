namespace Petaday.Scenarios;

/// <summary>By how much a limit would have to give for a plan to keep to all the others.</summary>
/// <param name="Key">The scenario's key: <c>goal.budget</c>.</param>
/// <param name="Limit">What was asked, in SI units, USD or kg.</param>
/// <param name="Needed">The least that a plan needs which keeps to every other limit, in the same unit.</param>
/// <param name="Text">Both for a person, with the plan that needs it.</param>
public sealed record Relaxation(string Key, double Limit, double Needed, string Text);
