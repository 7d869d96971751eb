using System.Collections.Immutable;
using Petaday.Catalog;

namespace Petaday.Scenarios;

/// <summary>Every case of a scenario, each with its fastest strategy: what a comparison shows side by side.</summary>
public static class CaseEstimates
{
    /// <summary>Estimates every case of a scenario that was resolved for a plan; the cheapest that fits is the answer.</summary>
    /// <param name="resolved">The scenario.</param>
    /// <param name="knowledge">The catalog and its factors.</param>
    /// <param name="clock">Times the search.</param>
    /// <param name="diagnostics">Gets what is wrong with a strategy that is given.</param>
    /// <param name="progress">Gets the share that is done.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>Null, with diagnostics added, where the strategy given is valid for none of the cases.</returns>
    public static Outcome? Of(
        ResolvedScenario resolved,
        Knowledge knowledge,
        TimeProvider clock,
        ICollection<Diagnostic> diagnostics,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(resolved);
        ArgumentNullException.ThrowIfNull(diagnostics);
        List<Diagnostic> problems = [];
        List<Infeasibility> misfits = [];
        var answers = new Answer?[resolved.Cases.Length];
        // Sites differ in nothing that a step knows: one search serves them all.
        var steps = resolved
            .Cases.Select((one, index) => (Case: one, Index: index))
            .GroupBy(one => (one.Case.Model.Id, one.Case.System.Entry.Id, one.Case.Stack.Entry.Id, one.Case.Devices, one.Case.Recipe))
            .ToList();
        var span = new ProgressSpan(progress);
        for (int index = 0; index < steps.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            var part = span.Part(index, steps.Count);
            if (
                StrategyChooser.Choose(steps[index].First().Case, resolved.Source, knowledge, clock, problems, part, cancellation) is
                { } chosen
            )
            {
                misfits.AddRange(chosen.Infeasible is { } misfit ? [misfit] : []);
                foreach (var one in steps[index])
                {
                    answers[one.Index] = chosen.Candidate is { } candidate
                        ? AnswerBuilder.Build(one.Case, candidate, chosen.Search, knowledge)
                        : null;
                }
            }

            part.Report(1);
        }

        ImmutableArray<Answer> known = [.. answers.OfType<Answer>()];
        if (known.IsEmpty && misfits.Count == 0)
        {
            problems.ForEach(diagnostics.Add);
            return null;
        }

        var best = known.Where(answer => answer.Memory.Fits).MinBy(answer => answer.Cost.Total ?? double.MaxValue);
        return new Outcome(best ?? known.FirstOrDefault(), best is null && misfits.Count > 0 ? misfits[^1] : null, known)
        {
            Cases = [.. resolved.Cases.Where((_, index) => answers[index] is not null)],
        };
    }
}
