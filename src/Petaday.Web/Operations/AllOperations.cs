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
        new(
            "compare",
            "two to five scenarios side by side: keys after a. to e. are of one column, the others of all; or every choice that one scenario with lists leaves open",
            IsSearch: true,
            ComparisonWork.Compare
        )
        {
            HasColumns = true,
            Parameters = ComparisonWork.Parameters,
            Sample = [("model", "llama-3.1-8b"), ("devices", "64"), ("a.system", "dgx-a100-80gb"), ("b.system", "dgx-h100")],
        },
        new("explain", "a number down to its formula, its inputs and their sources", IsSearch: false, Explaining.Explain)
        {
            Parameters = new Dictionary<string, string> { [Explaining.Key] = "a key of the result, such as step.seconds or cost.total" },
        },
        new("cost", "the whole project around a run: every cause of cost on three bases, and its risk", IsSearch: true, ProjectWork.Cost)
        {
            Parameters = ProjectWork.Parameters,
        },
        new("serve-cost", "machines, money and carbon of serving a model to so many users", IsSearch: true, ServingWork.Serve)
        {
            Sample = [("model", "llama-3.1-8b"), ("system", "dgx-h100"), ("users", "100000"), ("prompt-tokens", "1000")],
        },
        new(
            "decide",
            "train, tune, prompt or call an API: money, time, risk and return of each path for a task",
            IsSearch: true,
            DecisionWork.Decide
        )
        {
            Sample = [("task.kind", "narrow"), ("monthly-tokens", "5M"), ("examples", "1000"), ("quality", "fair")],
        },
        new("site", "where: sites ranked by cost, carbon, water or time", IsSearch: true, SiteWork.Sites)
        {
            Parameters = SiteWork.Parameters,
            Sample = [("system", "dgx-h100"), ("devices", "2048"), ("siting.runTime", "100 d")],
        },
        new("levers", "what would lower a run's cost: each lever alone and all together", IsSearch: true, LeverStudyWork.Levers)
        {
            Parameters = LeverStudyWork.Parameters,
        },
        new("forecast", "cost, compute and power year by year, who can afford what; the barrier law", IsSearch: true, ForecastWork.Forecast)
        {
            Parameters = ForecastWork.Parameters,
            Sample = [],
        },
    ];

    /// <summary>The operation of a name.</summary>
    public static Operation Named(string name) => OfScenarios.Single(one => one.Name == name);
}
