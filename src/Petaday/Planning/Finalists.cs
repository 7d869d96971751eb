using Petaday.Training;

namespace Petaday.Planning;

/// <summary>
/// The fastest plans of different kinds. Times that are lower bounds are replaced by those of <see cref="StepModel"/>, the least first, until none that is left can be among
/// the best: what comes out is what evaluating every strategy with the step model would give.
/// </summary>
internal sealed class Finalists(SearchProblem problem, Func<int, ModelProfile> profiled, int keep)
{
    private readonly PriorityQueue<SearchEntry, SearchEntry> queue = new();
    private List<SearchEntry> best = [];

    /// <summary>The best so far, the fastest first.</summary>
    public IReadOnlyList<SearchEntry> Best => best;

    /// <summary>A step time that none of the answer exceeds: that of the last of the best, once there are enough.</summary>
    public double Limit => best.Count == keep ? best[^1].Seconds : double.PositiveInfinity;

    /// <summary>Takes more strategies in.</summary>
    public void Add(IEnumerable<SearchEntry> entries)
    {
        var limits = new SearchLimits(Limit, 0, Prune: true, PruneMemory: false);
        foreach (var entry in best.Concat(entries))
        {
            if (!limits.TooSlow(entry.Seconds))
            {
                queue.Enqueue(entry, entry);
            }
        }

        best = [];
        var kinds = new HashSet<PlanKind>();
        while (best.Count < keep && queue.TryDequeue(out var entry, out _))
        {
            if (kinds.Contains(entry.Kind))
            {
                continue;
            }

            if (entry.Exact)
            {
                kinds.Add(entry.Kind);
                best.Add(entry);
            }
            else
            {
                var played = entry with { Seconds = Outline(entry).Seconds, Exact = true };
                queue.Enqueue(played, played);
            }
        }

        queue.Clear();
    }

    /// <summary>The strategy with its whole estimate.</summary>
    public Candidate Candidate(SearchEntry entry)
    {
        var (profile, layout) = Whole(entry);
        return new Candidate(entry.Strategy, StepModel.Estimate(profile, layout));
    }

    private StepOutline Outline(SearchEntry entry)
    {
        var (profile, layout) = Whole(entry);
        return StepModel.Outline(profile, layout);
    }

    private (ModelProfile Profile, StageLayout Layout) Whole(SearchEntry entry)
    {
        var model = profiled(entry.Profile);
        var strategy = entry.Strategy;
        return (
            model with
            {
                Context = model.Context with { Strategy = strategy },
            },
            StageLayout.Of(problem.Architecture, problem.Stack, strategy.Pipeline, strategy.VirtualPipeline)
        );
    }
}
