using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Planning;
using Petaday.Training;

namespace Petaday.Scenarios;

/// <summary>
/// Evaluates the plans of a scenario: a search for each choice of machines and recipe, sites and price bases by arithmetic on what it finds. Machines are passed over where
/// even a lower bound of what they take misses the goal, or where as many different plans as are asked for take no more than that bound in time, money and carbon
/// (and energy, where that is made small) at every site: neither could hold a plan of the answer or a point of the front.
/// </summary>
internal sealed class PlanSearch(
    ResolvedScenario resolved,
    Knowledge knowledge,
    TimeProvider clock,
    PlanOptions options,
    IProgress<double>? progress,
    CancellationToken cancellation
)
{
    // Bounds are looked at before anything is searched: quick each, and many.
    private const double BoundsShare = 0.1;

    private readonly List<PlanPoint> points = [];
    private readonly List<PlanStep> searched = [];
    private readonly Dictionary<PlanStep, ImmutableArray<PlanPoint>> byStep = [];
    private readonly Goal goal = resolved.Goal;
    private readonly ProgressSpan whole = new(progress);
    private ProgressSpan? part;
    private long evaluated;
    private long feasible;
    private double seconds;

    /// <summary>Every plan that was evaluated, in an order that neither the scenario's lists nor threads change.</summary>
    public IReadOnlyList<PlanPoint> Points => points;

    /// <summary>Choices of machines and recipe.</summary>
    public ImmutableArray<PlanStep> Steps { get; private set; } = [];

    /// <summary>How many of them were searched.</summary>
    public int Searched => searched.Count;

    /// <summary>Why some cannot run.</summary>
    public List<Infeasibility> Misfits { get; } = [];

    /// <summary>Whether it was stopped early.</summary>
    public bool Partial { get; private set; }

    /// <summary>What all searches together looked at; null where every strategy is given.</summary>
    public SearchAnswer? Total =>
        Steps.Any(step => step.Bound is not null)
            ? new SearchAnswer(Steps.Sum(step => step.Bound?.Candidates ?? 0), evaluated, feasible, seconds, Partial)
            : null;

    /// <summary>Looks at everything that may hold a plan; where nothing keeps to the goal, at what was passed over for it too.</summary>
    public void Run(ICollection<Diagnostic> problems)
    {
        var start = clock.GetTimestamp();
        Steps = PlanStep.Of(resolved, knowledge, options.Threads, whole.Part(0, BoundsShare), cancellation);
        var (open, missing) = (Steps.Where(step => !Misses(step)).ToList(), Steps.Where(Misses).ToList());
        var rest = whole.Part(BoundsShare, 1);
        double share = (double)open.Count / Math.Max(1, Steps.Length);
        Evaluate(open, rest.Part(0, share), problems);
        if (!points.Any(Keeps))
        {
            Evaluate(missing, rest.Part(share, 1), problems);
        }

        var place = Steps.Select((step, index) => (step, index)).ToDictionary(pair => pair.step, pair => pair.index);
        points.Clear();
        points.AddRange(byStep.OrderBy(pair => place[pair.Key]).SelectMany(pair => pair.Value));
        seconds = clock.GetElapsedTime(start).TotalSeconds;
    }

    private bool Keeps(PlanPoint point) => Constraints.Missed(goal, point, point.Figures).Count == 0;

    private bool Misses(PlanStep step) =>
        options.Prune
        && (
            step.First.Devices > goal.Devices
            || (step.Bound is not null && step.Figures.All(figures => Constraints.Over(goal, figures, step.First.Devices).Any()))
        );

    private void Evaluate(List<PlanStep> steps, ProgressSpan span, ICollection<Diagnostic> problems)
    {
        // The most promising first: what they take passes others over.
        var order = steps.OrderBy(Least).ThenBy(step => step.Key, StringComparer.Ordinal).ToList();
        for (var index = 0; index < order.Count; index++)
        {
            if (cancellation.IsCancellationRequested)
            {
                Partial = true;
                return;
            }

            if (!IsCovered(order[index]))
            {
                searched.Add(order[index]);
                part = span.Part(index, order.Count);
                Evaluate(order[index], problems);
            }

            span.Report((index + 1.0) / order.Count);
        }
    }

    private double Least(PlanStep step) =>
        step.Figures.IsEmpty
            ? 0
            : step.Figures.Min(figures => Constraints.Measure(goal.Minimize, figures, step.First.Devices) ?? double.PositiveInfinity);

    private void Evaluate(PlanStep step, ICollection<Diagnostic> problems)
    {
        var one = step.First;
        var (found, search) = one.Strategy is null ? Search(one) : (Given(one, problems), null);
        var uses = found.Select(candidate => (Candidate: candidate, Use: Use(one, candidate))).ToList();
        ImmutableArray<PlanPoint> made =
        [
            .. step.Cases.SelectMany(place => uses.Select(pair => new PlanPoint(place, pair.Candidate, search, pair.Use))),
        ];
        points.AddRange(made);
        byStep[step] = made;
    }

    private RunUse Use(Case one, Candidate candidate) =>
        RunUse.Of(one, candidate.Estimate.Time.Seconds, candidate.Estimate.Time, candidate.Estimate.BusyFraction, knowledge);

    private ImmutableArray<Candidate> Given(Case one, ICollection<Diagnostic> problems)
    {
        if (StrategyChooser.Choose(one, resolved.Source, knowledge, clock, problems, null, cancellation) is not { } chosen)
        {
            return [];
        }

        Misfits.AddRange(chosen.Infeasible is { } misfit ? [misfit] : []);
        return chosen.Candidate is { } candidate ? [candidate] : [];
    }

    private (ImmutableArray<Candidate> Found, SearchAnswer Search) Search(Case one)
    {
        // A search with less memory than the device has is another question.
        var (outcome, seconds) = goal.MemoryShare is null
            ? knowledge.Searches.Of(one, options.Best, () => Made(one), cancellation)
            : Made(one);
        Partial |= outcome.Partial;
        evaluated += outcome.Evaluated;
        feasible += outcome.Feasible;
        var search = new SearchAnswer(outcome.Candidates, outcome.Evaluated, outcome.Feasible, seconds, outcome.Partial);
        ImmutableArray<Candidate> found =
        [
            .. (outcome.Best.IsEmpty && outcome.Nearest is { } nearest && !outcome.Partial ? [nearest] : outcome.Best).Select(candidate =>
                Measured(one, candidate)
            ),
        ];
        if (outcome.Best.IsEmpty && !outcome.Partial)
        {
            Misfits.Add(
                found.IsEmpty
                    ? StrategyChooser.NothingValid(one)
                    : StrategyChooser.TooLarge(found[0], goal.MemoryShare ?? StrategySearch.MemoryShare, whole: true)
            );
        }

        return (found, search);
    }

    private SearchMemory.Found Made(Case one)
    {
        long start = clock.GetTimestamp();
        var outcome = StrategySearch.Fastest(
            PlanStep.Problem(one, goal.MemoryShare),
            new SearchOptions
            {
                Keep = options.Best,
                Recomputation = PlanStep.Fixed(one),
                Threads = options.Threads,
            },
            part,
            cancellation
        );
        return new SearchMemory.Found(outcome, clock.GetElapsedTime(start).TotalSeconds);
    }

    /// <summary>Where the search was given less memory, the device's own stands in the answer.</summary>
    private Candidate Measured(Case one, Candidate candidate) =>
        goal.MemoryShare is null
            ? candidate
            : candidate with
            {
                Estimate = StepModel.Estimate(one.Model.Architecture, one.System.Spec, one.Stack.Stack, one.Recipe, candidate.Strategy),
            };

    private bool IsCovered(PlanStep step)
    {
        if (!options.Prune || step.Bound is null)
        {
            return false;
        }

        var others = byStep.Where(pair => Comparable(pair.Key, step)).Select(pair => pair.Value).Where(found => found.Length > 0).ToList();
        return Enumerable
            .Range(0, step.Cases.Length)
            .All(place => IsCovered(others, place, step.Cases.Length, step.Figures.IsEmpty ? default : step.Figures[place]));
    }

    /// <summary>Whether as many plans as are asked for, each another to a person who chooses, take no more at a place. Every step has the same places in the same order.</summary>
    private bool IsCovered(List<ImmutableArray<PlanPoint>> others, int place, int places, PlanFigures bound)
    {
        var kinds = new HashSet<object>();
        foreach (var found in others)
        {
            var each = found.Length / places;
            for (var index = place * each; index < (place + 1) * each; index++)
            {
                if (
                    Covers(found[index].Figures, bound)
                    && Fits(found[index])
                    && kinds.Add(found[index].Kind)
                    && kinds.Count >= options.Best
                )
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool Comparable(PlanStep other, PlanStep step) =>
        other.First.Model.Id == step.First.Model.Id
        && other.First.Recipe.Tokens == step.First.Recipe.Tokens
        && (goal.Minimize != Objective.Devices || other.First.Devices <= step.First.Devices);

    private bool Fits(PlanPoint point) =>
        !Constraints.Missed(goal, point, point.Figures).Any(limit => limit.Key is Constraints.Memory or "goal.memoryShare");

    private bool Covers(PlanFigures found, PlanFigures bound) =>
        Known(found.Seconds) <= Known(bound.Seconds)
        && Known(found.Cost) <= Known(bound.Cost)
        && Known(found.OperationalKilograms) <= Known(bound.OperationalKilograms)
        && (goal.Minimize != Objective.Energy || Known(found.Joules) <= Known(bound.Joules));

    private static double Known(double? value) => value ?? double.PositiveInfinity;
}
