using Petaday.Catalog;
using Petaday.Scenarios.Advising;

namespace Petaday.Scenarios;

/// <summary>What a scenario takes, as it stands.</summary>
public static class Estimator
{
    /// <summary>Estimates the one case of a scenario that was resolved for an estimate, with advice on its strategy.</summary>
    /// <param name="resolved">The scenario.</param>
    /// <param name="knowledge">The catalog and its factors.</param>
    /// <param name="clock">Times the search.</param>
    /// <param name="diagnostics">Gets what is wrong with a strategy that is given.</param>
    /// <param name="progress">Gets the share of the search that is done.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>Null, with diagnostics added, where the strategy given is not valid.</returns>
    public static Outcome? Estimate(
        ResolvedScenario resolved,
        Knowledge knowledge,
        TimeProvider clock,
        ICollection<Diagnostic> diagnostics,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    ) => Estimate(resolved, knowledge, null, clock, diagnostics, progress, cancellation);

    /// <summary>The same, with what searches found for other questions of the same catalog.</summary>
    /// <param name="resolved">The scenario.</param>
    /// <param name="knowledge">The catalog and its factors.</param>
    /// <param name="searches">Searches that were made; null where none is remembered.</param>
    /// <param name="clock">Times the search.</param>
    /// <param name="diagnostics">Gets what is wrong with a strategy that is given.</param>
    /// <param name="progress">Gets the share of the search that is done.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>Null, with diagnostics added, where the strategy given is not valid.</returns>
    public static Outcome? Estimate(
        ResolvedScenario resolved,
        Knowledge knowledge,
        SearchMemory? searches,
        TimeProvider clock,
        ICollection<Diagnostic> diagnostics,
        IProgress<double>? progress,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(resolved);
        var one = resolved.Cases[0];
        var outcome = Estimate(one, resolved.Source, knowledge, searches, clock, diagnostics, progress, cancellation);
        return outcome?.Answer is { } answer
            ? outcome with
            {
                Answer = answer with { Advice = Advisor.Advise(one, answer, knowledge) },
            }
            : outcome;
    }

    /// <summary>Estimates one of the cases of a scenario, without advice.</summary>
    internal static Outcome? Estimate(
        Case one,
        Scenario source,
        Knowledge knowledge,
        TimeProvider clock,
        ICollection<Diagnostic> diagnostics,
        IProgress<double>? progress,
        CancellationToken cancellation
    ) => Estimate(one, source, knowledge, null, clock, diagnostics, progress, cancellation);

    private static Outcome? Estimate(
        Case one,
        Scenario source,
        Knowledge knowledge,
        SearchMemory? searches,
        TimeProvider clock,
        ICollection<Diagnostic> diagnostics,
        IProgress<double>? progress,
        CancellationToken cancellation
    )
    {
        var found = searches is null ? Choose() : searches.Of(one, Choose);
        if (found is not { } chosen)
        {
            return null;
        }

        var answer = chosen.Candidate is { } candidate ? AnswerBuilder.Build(one, candidate, chosen.Search, knowledge) : null;
        return new Outcome(answer, chosen.Infeasible, answer is null ? [] : [answer]);

        ChosenStrategy? Choose() => StrategyChooser.Choose(one, source, clock, diagnostics, progress, cancellation);
    }
}
