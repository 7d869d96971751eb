using Petaday.Catalog;
using Petaday.Cli.Input;
using Petaday.Reports;
using Petaday.Scenarios;
using Petaday.Scenarios.Siting;
using Petaday.Sites.Placement;

namespace Petaday.Cli.Commands;

/// <summary><c>petaday site --projects</c>: many projects on sites that they share.</summary>
internal static class PlacementRun
{
    /// <summary>Places the projects of a file.</summary>
    public static int Of(Session session, ScenarioOptions options, SiteOptions site, string file)
    {
        List<Diagnostic> problems = [];
        string word = session.Parse.GetValue(site.Solver)!;
        if (Solver(word) is not { } solver)
        {
            return session.Refuse(NoSolver(word));
        }

        if (
            Around(session, options, problems) is not { } around
            || Knowledge.Open(session.Library, problems) is not { } knowledge
            || Planned(session, file, around, solver, knowledge, problems) is not { } study
        )
        {
            return session.Refuse(problems);
        }

        session.Show(
            new View(() => PlacementReport.Page(study), writer => PlacementReport.Json(writer, study), () => PlacementReport.Csv(study))
        );
        return ScenarioRun.Verdict(session, study.Infeasible);
    }

    private static IPlacementSolver? Solver(string word) => PlacementSolvers.Words.Contains(word) ? PlacementSolvers.Named(word) : null;

    private static Diagnostic NoSolver(string word) =>
        PlacementSolvers.Words.Contains(word)
            ? new Diagnostic(
                DiagnosticCodes.Unreadable,
                "--solver",
                0,
                0,
                "",
                "CBC's library is not installed here",
                "--solver exact, or Debian's package coinor-libcbc3"
            )
            : new Diagnostic(
                DiagnosticCodes.NotAllowed,
                "--solver",
                0,
                0,
                "",
                $"'{word}' is not known",
                "one of " + string.Join(", ", PlacementSolvers.Words),
                NearNames.Suggest(word, PlacementSolvers.Words)
            );

    // What holds for all projects needs no model and no run of its own.
    private static Scenario? Around(Session session, ScenarioOptions options, List<Diagnostic> problems) =>
        ScenarioReader.Around(session.Parse.GetValue(options.File), options.Given(session.Parse), problems);

    private static PlacementStudy? Planned(
        Session session,
        string file,
        Scenario around,
        IPlacementSolver solver,
        Knowledge knowledge,
        List<Diagnostic> problems
    )
    {
        using var progress = session.Progress("working out projects");
        return PlacementPlanner.Plan(file, around, solver, knowledge, session.Clock, problems, progress, session.Cancellation);
    }
}
