using System.Collections.Immutable;
using Petaday.Serving;

namespace Petaday.Scenarios.ServingCases;

/// <summary>One question of serving, with every default filled in.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Model">The model.</param>
/// <param name="System">The machines.</param>
/// <param name="Question">What is asked of the room.</param>
/// <param name="Defaults">What was chosen for keys left out.</param>
/// <param name="Limits">Limits of the method that apply here.</param>
public sealed record ServingCase(
    string Name,
    ModelChoice Model,
    SystemChoice System,
    ServingQuestion Question,
    ImmutableArray<ChosenDefault> Defaults,
    ImmutableArray<string> Limits
);
