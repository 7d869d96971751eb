using System.Collections.Concurrent;
using System.Collections.Immutable;
using Petaday.Training;

namespace Petaday.Planning;

/// <summary>
/// One search. Profiles are looked at in rounds, those of the least bound first; what a round may pass over depends on the rounds before it alone, so that threads that are
/// faster or slower change nothing.
/// </summary>
internal sealed class SearchRun
{
    private const int Probed = 32;
    private const int FirstRound = 4;
    private const int LargestRound = 256;

    /// <summary>So many profiles are kept from the time when they are bounded to the time when they are searched: some megabytes.</summary>
    private const int MostKept = 4096;

    private readonly SearchProblem problem;
    private readonly SearchOptions options;
    private readonly IProgress<double>? progress;
    private readonly CancellationToken cancellation;
    private readonly StrategySpace space;
    private readonly ImmutableArray<Strategy> profiles;
    private readonly ModelProfile?[] kept;
    private readonly double[] bounds;
    private readonly int[] order;
    private readonly ConcurrentBag<SearchBench> benches = [];
    private readonly Finalists finalists;
    private long candidates;
    private long evaluated;
    private long feasible;
    private SearchEntry nearest;

    public SearchRun(SearchProblem problem, SearchOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        (this.problem, this.options, this.progress, this.cancellation) = (problem, options, progress, cancellation);
        var whole = new StrategySpace(problem, options.Recomputation);
        space = options.Usual ? whole.Usual() : whole;
        profiles = space.Profiles();
        kept = new ModelProfile?[Math.Min(profiles.Length, MostKept)];
        bounds = new double[profiles.Length];
        finalists = new Finalists(problem, Model, options.Keep);
        ForEach(profiles.Length, Profile);
        order = [.. Enumerable.Range(0, profiles.Length).OrderBy(profile => bounds[profile])];
    }

    /// <summary>Searches.</summary>
    public SearchOutcome Outcome()
    {
        Probe();
        Rounds(pruneMemory: options.Prune);
        if (finalists.Best.Count == 0 && options.Prune && double.IsPositiveInfinity(options.Below) && !cancellation.IsCancellationRequested)
        {
            // Nothing fits: of what was passed over for its memory, one is nearest.
            Rounds(pruneMemory: false);
        }

        ImmutableArray<Candidate> best = [.. finalists.Best.Where(entry => entry.Seconds <= options.Below).Select(finalists.Candidate)];
        return new SearchOutcome(
            best,
            best.Length > 0 || nearest.Sharded is null || double.IsFinite(options.Below) ? null : finalists.Candidate(nearest),
            candidates,
            evaluated,
            feasible,
            cancellation.IsCancellationRequested
        );
    }

    private void Profile(int profile)
    {
        var model = Model(profile);
        bounds[profile] = ProfileBound.Seconds(model, problem.Devices);
        if (profile < kept.Length)
        {
            kept[profile] = model;
        }

        Interlocked.Add(ref candidates, space.Count(profiles[profile]));
    }

    /// <summary>Made again when it is needed and is not kept: most profiles are ruled out by their bound.</summary>
    private ModelProfile Model(int profile) =>
        (profile < kept.Length ? kept[profile] : null)
        ?? ModelProfile.Of(new ProfileContext(problem.Architecture, problem.System, problem.Stack, problem.Recipe, profiles[profile]));

    /// <summary>A first look at the usual sharding of the most promising profiles, for a limit to prune by.</summary>
    private void Probe()
    {
        var narrow = space.Usual();
        var limits = Limits(pruneMemory: true);
        var tallies = new SearchTally[order.Take(Probed).TakeWhile(profile => !limits.RulesOut(bounds[profile])).Count()];
        ForEach(tallies.Length, index => tallies[index] = Search(order[index], narrow, limits));
        finalists.Add(tallies.SelectMany(tally => tally.Kept));
    }

    private void Rounds(bool pruneMemory)
    {
        (evaluated, feasible, nearest) = (0, 0, default);
        var (from, size) = (0, FirstRound);
        while (from < order.Length && !cancellation.IsCancellationRequested)
        {
            var limits = Limits(pruneMemory);
            if (limits.RulesOut(bounds[order[from]]))
            {
                break;
            }

            Round(order[from..Math.Min(from + size, order.Length)], limits);
            (from, size) = (from + size, Math.Min(2 * size, LargestRound));
            progress?.Report(Math.Min(1, (double)from / order.Length));
        }
    }

    private void Round(int[] some, SearchLimits limits)
    {
        var tallies = new SearchTally[some.Length];
        ForEach(some.Length, index => tallies[index] = Search(some[index], space, limits));
        foreach (var tally in tallies)
        {
            evaluated += tally.Evaluated;
            feasible += tally.Feasible;
            var nearer =
                tally.Nearest.Sharded is not null
                && (
                    nearest.Sharded is null
                    || tally.NearestBytes < nearest.MemoryBytes
                    || (tally.NearestBytes == nearest.MemoryBytes && tally.Nearest.CompareTo(nearest) < 0)
                );
            nearest = nearer ? tally.Nearest : nearest;
        }

        finalists.Add(tallies.SelectMany(tally => tally.Kept));
    }

    private SearchTally Search(int profile, StrategySpace within, SearchLimits limits)
    {
        var tally = new SearchTally();
        var bench = benches.TryTake(out var free) ? free : new SearchBench(problem);
        var model = Model(profile);
        var ordinal = 0L;
        foreach (var pipelined in within.Pipelines(profiles[profile]))
        {
            if (cancellation.IsCancellationRequested)
            {
                break;
            }

            foreach (var scheduled in within.Schedules(pipelined))
            {
                var devices = bench.Devices(scheduled);
                var rank = model.Context with { Strategy = scheduled };
                if (!limits.RulesOut(ScheduleBound.Seconds(model, rank, devices.Layout)))
                {
                    new ScheduleSearch(model, profile, rank, devices, bench.Floor, within, limits, tally).Run(ordinal);
                }

                ordinal += within.CountCompletions(scheduled);
            }

            tally.Close();
        }

        benches.Add(bench);
        return tally;
    }

    private SearchLimits Limits(bool pruneMemory) =>
        new(
            Math.Min(finalists.Limit, options.Below),
            StrategySearch.MemoryShare * problem.System.Accelerator.MemoryBytes,
            options.Prune,
            pruneMemory && options.Prune
        );

    private void ForEach(int count, Action<int> work)
    {
        var threads = options.Threads > 0 ? options.Threads : System.Environment.ProcessorCount;
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, work);
    }
}
