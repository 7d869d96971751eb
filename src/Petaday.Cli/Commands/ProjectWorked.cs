using Petaday.Catalog;
using Petaday.Cli.Input;
using Petaday.Scenarios;
using Petaday.Scenarios.Projects;

namespace Petaday.Cli.Commands;

/// <summary>A scenario worked out to its project.</summary>
/// <param name="Project">The project; null where its run cannot be done.</param>
/// <param name="Infeasible">Why it cannot be done as asked.</param>
internal sealed record ProjectWorked(ProjectAnswer? Project, Infeasibility? Infeasible)
{
    /// <summary>Works out the scenario of a command line; null, with diagnostics added, where the input is wrong.</summary>
    public static ProjectWorked? Of(Session session, ScenarioOptions options, ICollection<Diagnostic> diagnostics)
    {
        ProjectAnswer? project = null;
        var outcome = ScenarioRun.Estimate(
            session,
            options,
            diagnostics,
            (resolved, answer, knowledge) => project = ProjectEstimator.Estimate(resolved, answer, knowledge, diagnostics)
        );
        return outcome is null || (outcome.Answer is not null && project is null) ? null : new ProjectWorked(project, outcome.Infeasible);
    }
}
