using Petaday.Catalog;
using Petaday.Scenarios.Advising;

namespace Petaday.Scenarios;

/// <summary>What a scenario takes, as it stands.</summary>
public static class Estimator
{
    // About what a search takes of its time; the rest is advice.
    private const double SearchShare = 0.8;

    /// <summary>Estimates the one case of a scenario that was resolved for an estimate, with advice on its strategy.</summary>
    /// <param name="resolved">The scenario.</param>
    /// <param name="knowledge">The catalog and its factors.</param>
    /// <param name="clock">Times the search.</param>
    /// <param name="diagnostics">Gets what is wrong with a strategy that is given.</param>
    /// <param name="progress">Gets the share that is done.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>Null, with diagnostics added, where the strategy given is not valid.</returns>
    public static Outcome? Estimate(
        ResolvedScenario resolved,
        Knowledge knowledge,
        TimeProvider clock,
        ICollection<Diagnostic> diagnostics,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(resolved);
        var one = resolved.Cases[0];
        var span = new ProgressSpan(progress);
        var outcome = Estimate(one, resolved.Source, knowledge, clock, diagnostics, span.Part(0, SearchShare), cancellation);
        if (outcome?.Answer is { } answer)
        {
            outcome = outcome with { Answer = answer with { Advice = Advisor.Advise(one, answer, knowledge) } };
        }

        span.Report(1);
        return outcome;
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
    )
    {
        if (StrategyChooser.Choose(one, source, knowledge, clock, diagnostics, progress, cancellation) is not { } chosen)
        {
            return null;
        }

        var answer = chosen.Candidate is { } candidate ? AnswerBuilder.Build(one, candidate, chosen.Search, knowledge) : null;
        return new Outcome(answer, chosen.Infeasible, answer is null ? [] : [answer]);
    }
}
