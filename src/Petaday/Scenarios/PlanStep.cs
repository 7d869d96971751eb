using System.Collections.Immutable;
using Petaday.Planning;
using Petaday.Training;

namespace Petaday.Scenarios;

/// <summary>Cases that differ in site and price basis alone: a step knows nothing of those, so that one search serves them all.</summary>
/// <param name="Key">Names it, whatever the order of lists in the scenario.</param>
/// <param name="Cases">The cases, by site and price basis.</param>
/// <param name="Bound">What no strategy is below; nothing where a strategy is given.</param>
/// <param name="Figures">What each case takes at least.</param>
internal sealed record PlanStep(string Key, ImmutableArray<Case> Cases, SearchBound? Bound, ImmutableArray<PlanFigures> Figures)
{
    /// <summary>The case that stands for what all have in common.</summary>
    public Case First => Cases[0];

    /// <summary>The steps of a scenario, in an order that its lists do not change.</summary>
    public static ImmutableArray<PlanStep> Of(
        ResolvedScenario resolved,
        Knowledge knowledge,
        int threads,
        ProgressSpan progress,
        CancellationToken cancellation
    )
    {
        var groups = resolved
            .Cases.GroupBy(one => (one.Model.Id, one.System.Entry.Id, one.Stack.Entry.Id, one.Devices, one.Recipe))
            .Select(group => (Key: Name(group.First()), Cases: group.OrderBy(Place, StringComparer.Ordinal).ToImmutableArray()))
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToArray();
        var steps = new PlanStep[groups.Length];
        var bounded = progress.Pieces(groups.Length);
        var most = threads > 0 ? threads : System.Environment.ProcessorCount;
        Parallel.For(
            0,
            steps.Length,
            new ParallelOptions { MaxDegreeOfParallelism = most, CancellationToken = cancellation },
            index =>
            {
                steps[index] = Bounded(groups[index].Key, groups[index].Cases, knowledge);
                bounded();
            }
        );
        return [.. steps];
    }

    /// <summary>What is searched, with so much of the memory that a search of its own share takes the share asked for.</summary>
    public static SearchProblem Problem(Case one, double? memoryShare)
    {
        var spec = one.System.Spec;
        var device = spec.Accelerator;
        var limited =
            memoryShare is { } share && share != StrategySearch.MemoryShare
                ? spec with
                {
                    Accelerator = device with { MemoryBytes = device.MemoryBytes * share / StrategySearch.MemoryShare },
                }
                : spec;
        return new SearchProblem(one.Model.Architecture, limited, one.Stack.Stack, one.Recipe, one.Devices);
    }

    /// <summary>What the scenario fixes of recomputation.</summary>
    public static Recomputation? Fixed(Case one) => StrategyChooser.Fixed(one);

    private static PlanStep Bounded(string key, ImmutableArray<Case> cases, Knowledge knowledge)
    {
        var first = cases[0];
        if (first.Strategy is not null)
        {
            return new PlanStep(key, cases, null, []);
        }

        var bound = SearchBound.Of(Problem(first, null), Fixed(first));
        // Power is idle power and a part that grows with the time at work: of the least of both, energy is the least.
        var busy = Math.Clamp(bound.BusySeconds / bound.StepSeconds, LeastBusy, 1);
        var use = double.IsFinite(bound.StepSeconds) ? RunUse.Of(first, bound.StepSeconds, null, busy, knowledge) : null;
        return new PlanStep(key, cases, bound, use is null ? [] : [.. cases.Select(one => use.At(one.Site, one.Payment, Shift.None))]);
    }

    private const double LeastBusy = 1e-9;

    private static string Name(Case one) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{one.Model.Id} {one.System.Entry.Id} {one.Devices:00000000} {Words.Of(one.Recipe.Precision)} {one.Recipe.GlobalBatchSequences:00000000} {one.Recipe.SequenceLength:00000000} {one.Recipe.Tokens:E6} {one.Stack.Entry.Id}"
        );

    private static string Place(Case one) => $"{one.Site.Id} {(int)one.Payment.Basis}";
}
