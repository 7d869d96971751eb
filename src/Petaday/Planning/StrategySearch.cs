using System.Collections.Concurrent;
using Petaday.Architectures;
using Petaday.Hardware;
using Petaday.Training;

namespace Petaday.Planning;

/// <summary>Finds the fastest strategy that fits, by looking at every one.</summary>
public static class StrategySearch
{
    /// <summary>How much of a device's memory a plan may take: allocators fail before the last byte.</summary>
    public const double MemoryShare = 0.95;

    /// <summary>
    /// Evaluates every valid strategy of <paramref name="stack"/> on <paramref name="devices"/> devices. The answer does not depend on the number of threads:
    /// ties go to the strategy that comes first in the space. What <paramref name="allowed"/> turns down is not evaluated.
    /// </summary>
    public static SearchOutcome Fastest(
        Architecture architecture,
        SystemSpec system,
        Stack stack,
        Recipe recipe,
        int devices,
        int keep = 5,
        IProgress<double>? progress = null,
        Func<Strategy, bool>? allowed = null,
        CancellationToken cancellation = default
    )
    {
        var profiles = StrategySpace.Profiles(architecture, system, stack, recipe, devices).ToArray();
        var partial = new Tally[profiles.Length];
        var layouts = new ConcurrentDictionary<(int Pipeline, int Chunks), StageLayout>();
        var done = 0;
        Parallel.For(
            0,
            profiles.Length,
            new ParallelOptions { CancellationToken = cancellation },
            index =>
            {
                partial[index] = Evaluate(architecture, system, stack, recipe, devices, profiles[index], layouts, keep, allowed);
                progress?.Report((double)Interlocked.Increment(ref done) / profiles.Length);
            }
        );
        return Merge(partial, keep);
    }

    private static Tally Evaluate(
        Architecture architecture,
        SystemSpec system,
        Stack stack,
        Recipe recipe,
        int devices,
        Strategy choice,
        ConcurrentDictionary<(int Pipeline, int Chunks), StageLayout> layouts,
        int keep,
        Func<Strategy, bool>? allowed
    )
    {
        var tally = new Tally(keep);
        ModelProfile? profile = null;
        foreach (var strategy in StrategySpace.Completions(architecture, stack, choice, devices))
        {
            tally.Candidates++;
            if (allowed?.Invoke(strategy) == false || StrategyRules.Check(architecture, system, recipe, strategy, devices).Count > 0)
            {
                continue;
            }

            profile ??= ModelProfile.Of(new ProfileContext(architecture, system, stack, recipe, strategy));
            var layout = layouts.GetOrAdd(
                (strategy.Pipeline, strategy.VirtualPipeline),
                static (key, model) => StageLayout.Of(model.Shape, model.Stack, key.Pipeline, key.Chunks),
                (Shape: architecture, Stack: stack)
            );
            var whole = profile with { Context = profile.Context with { Strategy = strategy } };
            tally.Add(whole, layout, StepModel.Outline(whole, layout), MemoryShare * system.Accelerator.MemoryBytes);
        }

        return tally;
    }

    private static SearchOutcome Merge(Tally[] partial, int keep)
    {
        var different = new List<Finalist>();
        foreach (var finalist in partial.SelectMany(tally => tally.Best).OrderBy(finalist => finalist.Outline.Seconds))
        {
            if (different.Count < keep && !different.Any(other => Alike(other.Strategy, finalist.Strategy)))
            {
                different.Add(finalist);
            }
        }

        var nearest =
            different.Count > 0
                ? null
                : partial.Select(tally => tally.Nearest).OfType<Finalist>().MinBy(finalist => finalist.Outline.MemoryBytes);
        return new SearchOutcome(
            [.. different.Select(finalist => finalist.Candidate)],
            nearest?.Candidate,
            partial.Sum(tally => tally.Candidates),
            partial.Sum(tally => tally.Evaluated),
            partial.Sum(tally => tally.Feasible)
        );
    }

    /// <summary>Plans that differ in small things alone are one plan to a person who chooses.</summary>
    private static bool Alike(Strategy left, Strategy right) =>
        left.Tensor == right.Tensor
        && left.Context == right.Context
        && left.Pipeline == right.Pipeline
        && left.Expert == right.Expert
        && left.MicroBatch == right.MicroBatch
        && (left.VirtualPipeline > 1) == (right.VirtualPipeline > 1)
        && (left.ZeroStage == 3) == (right.ZeroStage == 3);

    private sealed record Finalist(ModelProfile Profile, StageLayout Layout, StepOutline Outline)
    {
        public Strategy Strategy => Profile.Context.Strategy;

        public Candidate Candidate => new(Strategy, StepModel.Estimate(Profile, Layout));
    }

    /// <summary>The best of one profile, fastest first; of two as fast, the one that came first.</summary>
    private sealed class Tally(int keep)
    {
        private readonly List<Finalist> best = [];

        public long Candidates { get; set; }

        public long Evaluated { get; private set; }

        public long Feasible { get; private set; }

        public Finalist? Nearest { get; private set; }

        public IReadOnlyList<Finalist> Best => best;

        public void Add(ModelProfile profile, StageLayout layout, StepOutline outline, double memoryLimit)
        {
            Evaluated++;
            if (outline.MemoryBytes > memoryLimit)
            {
                Nearest =
                    Nearest is null || outline.MemoryBytes < Nearest.Outline.MemoryBytes ? new Finalist(profile, layout, outline) : Nearest;
                return;
            }

            Feasible++;
            var at = best.FindIndex(other => outline.Seconds < other.Outline.Seconds);
            if (at >= 0 || best.Count < keep)
            {
                best.Insert(at >= 0 ? at : best.Count, new Finalist(profile, layout, outline));
            }

            if (best.Count > keep)
            {
                best.RemoveAt(keep);
            }
        }
    }
}
