using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Scenarios.Projects;

namespace Petaday.Scenarios.Risk;

/// <summary>The whole project as what a study of risk draws: its money, beside the days and the carbon of its run.</summary>
public static class ProjectRisk
{
    /// <summary>The subject: a budget limits the project on the basis asked for, a deadline and a carbon cap its run.</summary>
    public static RiskSubject Subject(Knowledge knowledge) =>
        RiskSubject.Estimate with
        {
            Tree = (resolved, answer) => ProjectEstimator.Estimate(resolved, answer, knowledge, []) is { } project ? Tree(project) : null,
            Targets = ["project", .. RiskSubject.Estimate.Targets.Where(static path => path != "cost.total")],
            Cost = "project",
        };

    private static Line Tree(ProjectAnswer project) =>
        new("answer", "Project", null, Dimension.None)
        {
            Combination = Combination.Other,
            Parts = [.. project.Explanation.Parts, .. project.Run.Explanation.Parts],
        };
}
