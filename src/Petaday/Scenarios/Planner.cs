using System.Collections.Immutable;
using Petaday.Catalog;

namespace Petaday.Scenarios;

/// <summary>The best of what a scenario leaves open: systems, numbers of devices, recipes, sites, price bases and strategies, within its goal.</summary>
public static class Planner
{
    // About what the search takes of the time; the rest is the answers and how sensitive the choice is.
    private const double SearchShare = 0.95;

    /// <summary>Plans a scenario that was resolved for a plan.</summary>
    /// <param name="resolved">The scenario.</param>
    /// <param name="knowledge">The catalog and its factors.</param>
    /// <param name="clock">Times the search.</param>
    /// <param name="diagnostics">Gets what is wrong with a strategy that is given.</param>
    /// <param name="progress">Gets the share of the search that is done.</param>
    /// <param name="options">How many plans, and how they are searched for.</param>
    /// <param name="cancellation">Stops the search, which then gives the best of what it has looked at and says so; nothing at all is a cancellation.</param>
    /// <returns>Null, with diagnostics added, where the strategy given is valid for none of the cases.</returns>
    public static Outcome? Plan(
        ResolvedScenario resolved,
        Knowledge knowledge,
        TimeProvider clock,
        ICollection<Diagnostic> diagnostics,
        IProgress<double>? progress = null,
        PlanOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(resolved);
        ArgumentNullException.ThrowIfNull(diagnostics);
        options ??= new PlanOptions();
        List<Diagnostic> problems = [];
        var span = new ProgressSpan(progress);
        var search = new PlanSearch(resolved, knowledge, clock, options, span.Part(0, SearchShare), cancellation);
        search.Run(problems);
        if (search.Points.Count > 0)
        {
            var chosen = Chosen(search, new PlanRanking(resolved.Goal), options, knowledge);
            span.Report(1);
            return chosen;
        }

        cancellation.ThrowIfCancellationRequested();
        if (search.Misfits.Count == 0)
        {
            problems.ForEach(diagnostics.Add);
            return null;
        }

        return new Outcome(null, search.Misfits[^1], []);
    }

    private static Outcome Chosen(PlanSearch search, PlanRanking ranking, PlanOptions options, Knowledge knowledge)
    {
        var plans = PlanRanking.Different(ranking.Best(search.Points), options.Best);
        return plans.IsEmpty ? Missed(search, ranking, knowledge) : Best(search, ranking, plans, knowledge);
    }

    private static Outcome Best(PlanSearch search, PlanRanking ranking, ImmutableArray<PlanPoint> plans, Knowledge knowledge)
    {
        var winner = plans[0];
        var answer = Whole(winner, search.Total, knowledge);
        ImmutableArray<RunnerUp> others = [.. plans.Skip(1).Select(plan => Beside(plan, winner, ranking.Goal, knowledge))];
        var sensitivity = new SensitivityStudy(ranking, winner, search.Points, answer, knowledge).Rows();
        return new Outcome(answer, null, [answer, .. others.Select(other => other.Answer)])
        {
            Plan = Details(search, ranking, winner, others, sensitivity),
        };
    }

    private static Outcome Missed(PlanSearch search, PlanRanking ranking, Knowledge knowledge)
    {
        var fitting = search.Points.Where(point => point.Memory.Fits && !TooFull(ranking.Goal, point)).ToList();
        var nearest = fitting.Count > 0 ? ranking.Nearest(fitting)! : search.Points.MinBy(point => point.Memory.Bytes)!;
        var answer = Whole(nearest, search.Total, knowledge);
        // A search that found nothing which fits says so better than its nearest plan does.
        var why =
            fitting.Count == 0 && search.Misfits.Count > 0 ? search.Misfits[^1] : Constraints.Binding(ranking.Goal, nearest, search.Points);
        return new Outcome(answer, why, [answer]) { Plan = Details(search, ranking, nearest, [], []) };
    }

    private static bool TooFull(Goal goal, PlanPoint point) => point.Memory.Bytes > goal.MemoryShare * point.Memory.CapacityBytes;

    private static PlanDetails Details(
        PlanSearch search,
        PlanRanking ranking,
        PlanPoint winner,
        ImmutableArray<RunnerUp> others,
        ImmutableArray<SensitivityRow> sensitivity
    ) =>
        new(
            ranking.Goal,
            winner,
            others,
            ranking.Front(search.Points),
            sensitivity,
            [.. search.Points],
            search.Steps.Length,
            search.Searched,
            search.Partial
        );

    private static Answer Whole(PlanPoint point, SearchAnswer? search, Knowledge knowledge) =>
        AnswerBuilder.Build(point.Case, point.Candidate, search, knowledge);

    private static RunnerUp Beside(PlanPoint plan, PlanPoint winner, Goal goal, Knowledge knowledge) =>
        new(
            plan,
            Whole(plan, plan.Search, knowledge),
            plan.Figures.Seconds / winner.Figures.Seconds,
            plan.Figures.Cost / winner.Figures.Cost,
            plan.Figures.OperationalKilograms / winner.Figures.OperationalKilograms,
            Largest(plan, winner, goal)
        );

    /// <summary>
    /// The part of the step that differs most. A part of a tenth of the step is a tenth of the time, the money, the energy or the carbon: so plans on other machines and of
    /// other batches can be held side by side. Where devices are made small, device time is shared out.
    /// </summary>
    private static PlanDifference? Largest(PlanPoint plan, PlanPoint winner, Goal goal)
    {
        if (Shared(goal, plan) is not { } own || Shared(goal, winner) is not { } other)
        {
            return null;
        }

        var mine = plan.Candidate.Estimate.Time.Parts.ToDictionary(part => part.Key, part => part.Amount / plan.StepSeconds * own);
        var theirs = winner.Candidate.Estimate.Time.Parts.ToDictionary(part => part.Key, part => part.Amount / winner.StepSeconds * other);
        return mine
            .Keys.Union(theirs.Keys)
            .Order(StringComparer.Ordinal)
            .Select(part => new PlanDifference(part, (mine.GetValueOrDefault(part) - theirs.GetValueOrDefault(part)) / other))
            .MaxBy(difference => Math.Abs(difference.Change));
    }

    private static double? Shared(Goal goal, PlanPoint point) =>
        goal.Minimize == Objective.Devices
            ? point.Figures.DeviceSeconds
            : Constraints.Measure(goal.Minimize, point.Figures, point.Case.Devices);
}
