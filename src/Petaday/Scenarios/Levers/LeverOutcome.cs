namespace Petaday.Scenarios.Levers;

/// <summary>What a study of levers comes to.</summary>
/// <param name="Study">The study; null where the scenario itself cannot be done.</param>
/// <param name="Infeasible">Why it cannot; null where it can.</param>
public sealed record LeverOutcome(LeverStudy? Study, Infeasibility? Infeasible);
