using System.Collections.Immutable;
using Petaday.Explanations;

namespace Petaday.Scenarios.Risk;

/// <summary>Which tree of an answer is drawn, and what of it matters.</summary>
/// <param name="Tree">The tree of a scenario of one case and its answer; null where there is none.</param>
/// <param name="Targets">Paths of the lines whose spread is traced to its causes.</param>
/// <param name="Cost">Path of what a budget limits.</param>
/// <param name="Elapsed">Path of what a deadline limits.</param>
/// <param name="Carbon">Paths of what a carbon cap limits, together.</param>
public sealed record RiskSubject(
    Func<ResolvedScenario, Answer, Line?> Tree,
    ImmutableArray<string> Targets,
    string Cost,
    string Elapsed,
    ImmutableArray<string> Carbon
)
{
    private const string Operational = "carbon.operationalTonnes";

    /// <summary>What an estimate answers: the run's own money, days and carbon.</summary>
    public static RiskSubject Estimate { get; } =
        new(
            static (_, answer) => answer.Explanation,
            ["cost.total", "run.days", Operational],
            "cost.total",
            "run.days",
            [Operational, "carbon.embodiedTonnes"]
        );
}
