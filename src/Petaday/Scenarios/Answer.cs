using System.Collections.Immutable;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Scenarios.Advising;

namespace Petaday.Scenarios;

/// <summary>
/// What a scenario takes: the one result of <c>Estimator</c> and <c>Planner</c>, which the terminal, JSON, Markdown and the page show.
/// What is not known is null, never a guess.
/// </summary>
/// <param name="Model">The model.</param>
/// <param name="System">The machines.</param>
/// <param name="Strategy">How a step is spread over them.</param>
/// <param name="Step">One optimizer update.</param>
/// <param name="Memory">Memory of the fullest device.</param>
/// <param name="Run">All the steps.</param>
/// <param name="Energy">Energy.</param>
/// <param name="Carbon">Carbon.</param>
/// <param name="WaterCubicMetres">Water evaporated on site and by the grid, m3; null where not known.</param>
/// <param name="Cost">Money.</param>
/// <param name="Search">What the search looked at; null where nothing was searched.</param>
/// <param name="Intervals">90 % intervals by the result's key, such as <c>step.seconds</c>, in the units of the JSON result.</param>
/// <param name="Defaults">What was chosen for keys left out.</param>
/// <param name="Limits">Limits of the method that apply here.</param>
/// <param name="Explanation">The tree that every number above stands in, by the same keys.</param>
public sealed record Answer(
    ModelAnswer Model,
    SystemAnswer System,
    StrategyAnswer Strategy,
    StepAnswer Step,
    MemoryAnswer Memory,
    RunAnswer Run,
    EnergyAnswer Energy,
    CarbonAnswer Carbon,
    double? WaterCubicMetres,
    CostAnswer Cost,
    SearchAnswer? Search,
    ImmutableSortedDictionary<string, Interval> Intervals,
    ImmutableArray<ChosenDefault> Defaults,
    ImmutableArray<string> Limits,
    Line Explanation
)
{
    /// <summary>What holds the strategy back, and what would gain most; null where nobody asked.</summary>
    public Advice? Advice { get; init; }

    /// <summary>Defaults and limits as sentences.</summary>
    public IEnumerable<string> Notes => Defaults.Select(chosen => $"{chosen.Key}: {chosen.Value} ({chosen.Why})").Concat(Limits);
}
