using System.Collections.Immutable;
using Petaday.Economics.Project;
using Petaday.Explanations;

namespace Petaday.Scenarios.Projects;

/// <summary>What a whole project costs: the one result that table, JSON, Markdown and CSV show.</summary>
/// <param name="Run">The final run.</param>
/// <param name="Cost">The project on its three bases, USD.</param>
/// <param name="Defaults">What was taken from the catalog for keys left out, where a line rests on it.</param>
/// <param name="Notes">What is not known, and limits that apply.</param>
/// <param name="Explanation">The tree: <c>project</c>, <c>bases</c> and <c>sizing</c>.</param>
public sealed record ProjectAnswer(
    Answer Run,
    ProjectCost Cost,
    ImmutableArray<ChosenDefault> Defaults,
    ImmutableArray<string> Notes,
    Line Explanation
);
