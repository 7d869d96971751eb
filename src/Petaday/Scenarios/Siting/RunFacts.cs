using Petaday.Explanations;
using Petaday.Sites;

namespace Petaday.Scenarios.Siting;

/// <summary>A project's run as a choice of sites takes it.</summary>
/// <param name="Use">What it takes anywhere.</param>
/// <param name="SystemId">Its machines; null where only the energy is known.</param>
/// <param name="StepSeconds">Time of a step, s; null where no model is given.</param>
/// <param name="Weights">Weights, B; null where neither a model nor they are given.</param>
internal sealed record RunFacts(ProjectUse Use, string? SystemId, Line? StepSeconds, Line? Weights);
