using BenchmarkDotNet.Attributes;
using Petaday.Planning;
using Petaday.Training;

namespace Petaday.Benchmarks;

/// <summary>The parts of a search, and whole searches of GPT-3 on 1,024 A100.</summary>
[MemoryDiagnoser]
public class SearchBenchmarks
{
    /// <summary>Strategies under one profile, pipeline and schedule; a check in the constructor holds it.</summary>
    private const int Strategies = 504;

    private readonly Case gpt3 = Cases.Gpt3();
    private readonly StrategySpace space;
    private readonly ModelProfile profile;
    private readonly StepDevices devices;
    private readonly Strategy scheduled;

    /// <summary>Prepares what a thread of a search has at hand.</summary>
    public SearchBenchmarks()
    {
        space = new StrategySpace(gpt3.Problem);
        profile = ModelProfile.Of(gpt3.Rank);
        scheduled = gpt3.Strategy with { ZeroStage = 0 };
        devices = new StepDevices(
            StageLayout.Of(gpt3.Problem.Architecture, scheduled.Pipeline, scheduled.VirtualPipeline),
            scheduled.Schedule
        );
        if (space.CountCompletions(scheduled) != Strategies)
        {
            throw new InvalidOperationException($"there are {space.CountCompletions(scheduled)} strategies");
        }
    }

    /// <summary>Time and memory of a strategy as a search works them out, those of its profile aside: a mean over all with one pipeline and schedule.</summary>
    [Benchmark(OperationsPerInvoke = Strategies)]
    public long Strategy()
    {
        var tally = new SearchTally();
        var rank = profile.Context with { Strategy = scheduled };
        var limits = new SearchLimits(double.PositiveInfinity, 1e99, false, false);
        new ScheduleSearch(profile, 0, rank, devices, new MemoryFloor(), space, limits, tally).Run(0);
        return tally.Evaluated;
    }

    /// <summary>Every strategy evaluated, on one thread.</summary>
    [Benchmark]
    public SearchOutcome UnprunedOnOneThread() =>
        StrategySearch.Fastest(
            gpt3.Problem,
            new SearchOptions
            {
                Keep = 1,
                Prune = false,
                Threads = 1,
            }
        );

    /// <summary>Every strategy evaluated, on two.</summary>
    [Benchmark]
    public SearchOutcome UnprunedOnTwoThreads() =>
        StrategySearch.Fastest(
            gpt3.Problem,
            new SearchOptions
            {
                Keep = 1,
                Prune = false,
                Threads = 2,
            }
        );

    /// <summary>The search as a plan runs it.</summary>
    [Benchmark]
    public SearchOutcome Pruned() => StrategySearch.Fastest(gpt3.Problem, new SearchOptions { Keep = 1 });
}
