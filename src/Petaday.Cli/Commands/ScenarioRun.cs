using Petaday.Catalog;
using Petaday.Cli.Input;
using Petaday.Scenarios;

namespace Petaday.Cli.Commands;

/// <summary>From a command line to an outcome, the same way for every command that takes a scenario.</summary>
internal static class ScenarioRun
{
    /// <summary>Reads, resolves and works out a scenario; null, with diagnostics added, where the input is wrong.</summary>
    public static Outcome? Of(
        Session session,
        string? file,
        IReadOnlyList<ScenarioFlag> flags,
        ScenarioWish wish,
        ICollection<Diagnostic> diagnostics
    )
    {
        if (
            ScenarioReader.Read(file, flags, diagnostics) is not { } scenario
            || Knowledge.Open(session.Library, diagnostics) is not { } knowledge
            || ScenarioResolver.Resolve(scenario, knowledge, wish, diagnostics) is not { } resolved
        )
        {
            return null;
        }

        using var progress = session.Progress("searching strategies");
        return wish == ScenarioWish.Plan
            ? Planner.Plan(resolved, knowledge, session.Clock, diagnostics, progress, session.Cancellation)
            : Estimator.Estimate(resolved, knowledge, session.Clock, diagnostics, progress, session.Cancellation);
    }

    /// <summary>Works out the scenario of a command line.</summary>
    public static Outcome? Of(Session session, ScenarioOptions options, ScenarioWish wish, ICollection<Diagnostic> diagnostics) =>
        Of(session, session.Parse.GetValue(options.File), options.Given(session.Parse), wish, diagnostics);

    /// <summary>Says on standard error why nothing is feasible, and gives the exit code for it.</summary>
    public static int Verdict(Session session, Infeasibility? infeasible)
    {
        if (infeasible is null)
        {
            return ExitCodes.Done;
        }

        session.Terminal.Error.WriteLine($"not feasible: {infeasible.Constraint} binds: {infeasible.Message}");
        if (infeasible.Nearest is not null)
        {
            session.Terminal.Error.WriteLine($"nearest: {infeasible.Nearest}");
        }

        return ExitCodes.Infeasible;
    }
}
