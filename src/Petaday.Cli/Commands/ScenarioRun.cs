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
    ) =>
        Work(
            session,
            file,
            flags,
            wish,
            diagnostics,
            (resolved, knowledge, progress) =>
                wish == ScenarioWish.Plan
                    ? Planner.Plan(resolved, knowledge, session.Clock, diagnostics, progress, cancellation: session.Cancellation)
                    : Estimator.Estimate(resolved, knowledge, session.Clock, diagnostics, progress, session.Cancellation)
        );

    /// <summary>The best plans of a scenario.</summary>
    public static Outcome? Plans(Session session, ScenarioOptions options, int best, ICollection<Diagnostic> diagnostics) =>
        Work(
            session,
            session.Parse.GetValue(options.File),
            options.Given(session.Parse),
            ScenarioWish.Plan,
            diagnostics,
            (resolved, knowledge, progress) =>
                Planner.Plan(
                    resolved,
                    knowledge,
                    session.Clock,
                    diagnostics,
                    progress,
                    new PlanOptions { Best = best },
                    session.Cancellation
                )
        );

    /// <summary>Every case of a scenario.</summary>
    public static Outcome? Each(Session session, string? file, IReadOnlyList<ScenarioFlag> flags, ICollection<Diagnostic> diagnostics) =>
        Work(
            session,
            file,
            flags,
            ScenarioWish.Plan,
            diagnostics,
            (resolved, knowledge, progress) =>
                CaseEstimates.Of(resolved, knowledge, session.Clock, diagnostics, progress, session.Cancellation)
        );

    /// <summary>Estimates a scenario, and hands the answer on together with what it was made from.</summary>
    public static Outcome? Estimate(
        Session session,
        ScenarioOptions options,
        ICollection<Diagnostic> diagnostics,
        Action<ResolvedScenario, Answer, Knowledge> further
    ) =>
        Work(
            session,
            session.Parse.GetValue(options.File),
            options.Given(session.Parse),
            ScenarioWish.Estimate,
            diagnostics,
            (resolved, knowledge, progress) =>
            {
                var outcome = Estimator.Estimate(resolved, knowledge, session.Clock, diagnostics, progress, session.Cancellation);
                if (outcome?.Answer is { } answer)
                {
                    further(resolved, answer, knowledge);
                }

                return outcome;
            }
        );

    private static Outcome? Work(
        Session session,
        string? file,
        IReadOnlyList<ScenarioFlag> flags,
        ScenarioWish wish,
        ICollection<Diagnostic> diagnostics,
        Func<ResolvedScenario, Knowledge, IProgress<double>, Outcome?> work
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
        return work(resolved, knowledge, progress) is { } outcome ? outcome with { Asked = scenario } : null;
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
        IEnumerable<string> near =
        [
            .. infeasible.Nearest is { } nearest ? [nearest] : Array.Empty<string>(),
            .. infeasible.Relaxations.Select(relaxed => $"enough alone: {relaxed.Key}: {relaxed.Text}"),
        ];
        if (near.Any())
        {
            session.Terminal.Error.WriteLine($"nearest: {string.Join("; ", near)}");
        }

        return ExitCodes.Infeasible;
    }
}
