using Petaday.Catalog;
using Petaday.Cli.Input;
using Petaday.Explanations.Risk;
using Petaday.Scenarios;
using Petaday.Scenarios.Projects;
using Petaday.Scenarios.Risk;

namespace Petaday.Cli.Commands;

/// <summary>A scenario worked out to its project.</summary>
/// <param name="Project">The project; null where its run cannot be done.</param>
/// <param name="Infeasible">Why it cannot be done as asked.</param>
/// <param name="Risk">Its risk; null where nothing was to be drawn.</param>
internal sealed record ProjectWorked(ProjectAnswer? Project, Infeasibility? Infeasible, RiskResult? Risk)
{
    /// <summary>The scenario, flags included.</summary>
    public Scenario? Asked { get; init; }

    /// <summary>Works out the scenario of a command line; null, with diagnostics added, where the input is wrong.</summary>
    public static ProjectWorked? Of(Session session, ScenarioOptions options, ICollection<Diagnostic> diagnostics, RiskOptions? draw = null)
    {
        ProjectAnswer? project = null;
        RiskResult? risk = null;
        var outcome = ScenarioRun.Estimate(
            session,
            options,
            diagnostics,
            (resolved, answer, knowledge) =>
            {
                project = ProjectEstimator.Estimate(resolved, answer, knowledge, diagnostics);
                risk =
                    project is not null && draw is not null
                        ? ScenarioRisk.Of(
                            resolved,
                            answer,
                            ProjectRisk.Subject(knowledge),
                            knowledge,
                            session.Clock,
                            draw,
                            cancellation: session.Cancellation
                        )
                        : null;
            }
        );
        return outcome is null || (outcome.Answer is not null && project is null)
            ? null
            : new ProjectWorked(project, outcome.Infeasible, risk) { Asked = outcome.Asked };
    }
}
