using System.Collections.Immutable;
using Petaday.Explanations;
using Petaday.Scenarios;

namespace Petaday.Reports;

/// <summary>What makes a report of a page: what was asked, what the answer is, what it rests on.</summary>
/// <param name="Question">What was asked, a sentence or two.</param>
/// <param name="Answers">The answer, a sentence an item, with its intervals.</param>
public sealed record ReportFrame(string Question, ImmutableArray<string> Answers)
{
    /// <summary>The scenarios that were asked, with what was chosen where they are silent; empty where there is none to show.</summary>
    public ImmutableArray<(Scenario Scenario, ImmutableArray<ChosenDefault> Chosen)> Asked { get; init; } = [];

    /// <summary>The trees that the page's numbers stand in: their sources are listed.</summary>
    public ImmutableArray<Line> Explanations { get; init; } = [];

    /// <summary>Blocks to put into the page, each at the end of the part under a heading; under "" at the end of what stands before the first.</summary>
    public ImmutableArray<(string Heading, Block Block)> Additions { get; init; } = [];

    /// <summary>Headings of the page's parts that are assumptions: they are moved to the report's end.</summary>
    public ImmutableArray<string> Assumptions { get; init; } = [];

    /// <summary>Assumptions that the page does not say itself.</summary>
    public ImmutableArray<string> FurtherAssumptions { get; init; } = [];
}
