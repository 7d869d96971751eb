using Petaday.Training;

namespace Petaday.Planning.Neighbours;

/// <summary>What can be changed of a run without other machines: the software, the recipe, the strategy.</summary>
/// <param name="Stack">The training software.</param>
/// <param name="Recipe">What is trained.</param>
/// <param name="Strategy">How a step is spread over the devices.</param>
public sealed record Setting(Stack Stack, Recipe Recipe, Strategy Strategy);
