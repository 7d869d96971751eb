using System.Collections.Immutable;
using Petaday.Catalog;

namespace Petaday.Scenarios;

/// <summary>The best of what a scenario leaves open: systems, numbers of devices, sites and strategies, within its goal.</summary>
public static class Planner
{
    /// <summary>Plans a scenario that was resolved for a plan.</summary>
    /// <param name="resolved">The scenario.</param>
    /// <param name="knowledge">The catalog and its factors.</param>
    /// <param name="clock">Times the search.</param>
    /// <param name="diagnostics">Gets what is wrong with a strategy that is given.</param>
    /// <param name="progress">Gets the share of the search that is done.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>Null, with diagnostics added, where the strategy given is valid for none of the cases.</returns>
    public static Outcome? Plan(
        ResolvedScenario resolved,
        Knowledge knowledge,
        TimeProvider clock,
        ICollection<Diagnostic> diagnostics,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(resolved);
        List<Diagnostic> problems = [];
        List<Infeasibility> misfits = [];
        var answers = ImmutableArray.CreateBuilder<Answer>();
        // Sites differ in nothing that a step knows: one search serves them all.
        var steps = resolved.Cases.GroupBy(one => (one.System.Entry.Id, one.Devices)).ToList();
        for (int index = 0; index < steps.Count; index++)
        {
            if (cancellation.IsCancellationRequested && answers.Count > 0)
            {
                break; // The answer is among what was looked at, and says that the search was stopped.
            }

            var part = progress is null ? null : new PartOfProgress(progress, index, steps.Count);
            if (StrategyChooser.Choose(steps[index].First(), resolved.Source, clock, problems, part, cancellation) is not { } chosen)
            {
                continue;
            }

            if (chosen.Infeasible is not null)
            {
                misfits.Add(chosen.Infeasible);
            }

            answers.AddRange(
                chosen.Candidate is { } candidate
                    ? steps[index].Select(one => AnswerBuilder.Build(one, candidate, chosen.Search, knowledge))
                    : []
            );
        }

        if (answers.Count == 0 && misfits.Count == 0)
        {
            problems.ForEach(diagnostics.Add);
            return null;
        }

        return Choose(resolved.Goal, answers.ToImmutable(), misfits);
    }

    private static Outcome Choose(Goal goal, ImmutableArray<Answer> answers, List<Infeasibility> misfits)
    {
        var fitting = answers.Where(answer => answer.Memory.Fits).ToImmutableArray();
        var feasible = fitting.Where(answer => Constraints.Missed(goal, answer).Count == 0).ToList();
        if (feasible.Count > 0)
        {
            var best = feasible.MinBy(answer => Constraints.Measure(goal.Minimize, answer) ?? double.MaxValue)!;
            return new Outcome(Searched(best, answers), null, answers);
        }

        if (fitting.Length == 0)
        {
            var least = answers.MinBy(answer => answer.Memory.BytesPerDevice);
            return new Outcome(least is null ? null : Searched(least, answers), misfits[^1], answers);
        }

        var nearest = fitting.MinBy(answer => Constraints.Missed(goal, answer).Max(missed => missed.Ratio))!;
        return new Outcome(Searched(nearest, answers), Constraints.Binding(goal, nearest, fitting), answers);
    }

    private static Answer Searched(Answer best, ImmutableArray<Answer> all)
    {
        // Answers of one search at several sites share its record: each search counts once.
        var searches = all.Select(answer => answer.Search)
            .OfType<SearchAnswer>()
            .Distinct(ReferenceEqualityComparer.Instance)
            .Cast<SearchAnswer>()
            .ToList();
        return best with
        {
            Search = new SearchAnswer(
                searches.Sum(search => search.Candidates),
                searches.Sum(search => search.Evaluated),
                searches.Sum(search => search.Feasible),
                searches.Sum(search => search.Seconds),
                searches.Exists(search => search.Partial)
            ),
        };
    }

    private sealed class PartOfProgress(IProgress<double> whole, int index, int count) : IProgress<double>
    {
        public void Report(double value) => whole.Report((index + value) / count);
    }
}
