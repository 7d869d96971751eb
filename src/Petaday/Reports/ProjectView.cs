using Petaday.Explanations.Risk;
using Petaday.Reports.Risk;
using Petaday.Scenarios;
using Petaday.Scenarios.Projects;

namespace Petaday.Reports;

/// <summary>A whole project in every format: what <c>petaday cost</c> and the page show.</summary>
public static class ProjectView
{
    /// <summary>The view of a project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="ledger">Its amounts in the currency that was asked for.</param>
    /// <param name="risk">What draws gave; null where nobody drew.</param>
    /// <param name="asked">What was asked, flags included.</param>
    public static View Of(ProjectAnswer project, Ledger ledger, RiskResult? risk, Scenario? asked) =>
        new(
            () => ProjectPage.Of(project, ledger, risk),
            writer => ProjectJson.Write(writer, project, ledger, risk),
            () => risk is null ? ProjectFocus.Of(project, ledger, asked) : RiskCsv.Of(risk)
        )
        {
            Report = () => ProjectReport.Of(project, ledger, risk, asked),
        };
}
