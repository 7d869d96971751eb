using System.Collections.Immutable;

namespace Petaday.Web.Operations;

/// <summary>Every operation, in the order of the API's document.</summary>
internal static class AllOperations
{
    /// <summary>The operations that take a scenario.</summary>
    public static ImmutableArray<Operation> OfScenarios { get; } =
    [
        new("estimate", "what a scenario takes: memory, step time, days, energy, carbon, money", IsSearch: false, ScenarioWork.Estimate),
        new("plan", "the best strategy, number of devices, system, site and price basis for a goal", IsSearch: true, ScenarioWork.Plan),
        new("compare", "every choice that a scenario with lists leaves open, side by side", IsSearch: true, ScenarioWork.Compare),
        new("explain", "a number down to its formula, its inputs and their sources", IsSearch: false, Explaining.Explain)
        {
            Parameters = new Dictionary<string, string> { [Explaining.Key] = "a key of the result, such as step.seconds or cost.total" },
        },
    ];
}
