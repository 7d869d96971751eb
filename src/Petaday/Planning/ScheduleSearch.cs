using System.Collections.Immutable;
using Petaday.Training;

namespace Petaday.Planning;

/// <summary>
/// All strategies under one profile, pipeline and schedule. Times of stages and their pipeline are worked out once for each recomputation, traffic once for each
/// sharding; what is left for a strategy is to put them together. Equations are those of <see cref="StepModel"/>, called with the same arguments. The loop makes nothing
/// but what it keeps.
/// </summary>
internal sealed class ScheduleSearch
{
    private readonly StepDevices devices;
    private readonly MemoryFloor floor;
    private readonly ModelProfile model;
    private readonly ShardingChoice[] choices;
    private readonly ImmutableArray<Recomputation> recomputations;
    private readonly SearchLimits limits;
    private readonly SearchTally tally;
    private readonly int profile;
    private readonly double straggling;
    private readonly double[] memory;
    private readonly int activationOffloads;
    private readonly ProfileContext rank;
    private readonly bool[] settled;
    private int unsettled;
    private Recomputation recomputation;
    private int activations;
    private PassSeconds passes;
    private SearchEntry groupBest;

    /// <summary>Prepares the strategies under the schedule of <paramref name="rank"/>.</summary>
    public ScheduleSearch(
        ModelProfile model,
        int profile,
        ProfileContext rank,
        StepDevices devices,
        MemoryFloor floor,
        StrategySpace space,
        SearchLimits limits,
        SearchTally tally
    )
    {
        (this.model, this.profile, this.rank, this.devices) = (model, profile, rank, devices);
        (this.floor, this.limits, this.tally) = (floor, limits, tally);
        straggling = StepComposition.StragglingShare(rank);
        devices.Fill(model, rank, default);
        passes = PassSeconds.Of(devices);
        recomputations = space.Recomputations(rank.Strategy.Pipeline);
        activationOffloads = space.ActivationOffloads.Length;
        choices = limits.RulesOut(Seconds(0, 0))
            ? []
            : [.. space.Shardings(rank.Strategy).Select(sharded => new ShardingChoice(rank with { Strategy = sharded }, space))];
        memory = new double[choices.Length > 0 ? choices[0].Offloads : 0];
        unsettled = choices.Length * memory.Length;
        settled = new bool[unsettled];
    }

    /// <summary>Looks at all strategies. The first of them has the place <paramref name="ordinal"/> among those of its profile.</summary>
    public void Run(long ordinal)
    {
        if (choices.Length == 0 || (limits.PruneMemory && !floor.Fill(model, devices, choices, limits.MemoryBytes)))
        {
            return;
        }

        var group = choices.Sum(choice => (long)choice.Strategies);
        var open = -1;
        for (var one = 0; one < recomputations.Length && unsettled > 0; one++)
        {
            for (var offload = 0; offload < activationOffloads && unsettled > 0; offload++)
            {
                (recomputation, activations) = (recomputations[one], offload);
                if (IsHopeless())
                {
                    continue;
                }

                open = recomputation.Mode == RecomputeMode.Block && open < 0 ? Open(one) : open;
                if (open >= 0 && one >= open)
                {
                    return;
                }

                RunGroup(ordinal + (group * ((one * activationOffloads) + offload)));
            }
        }
    }

    /// <summary>
    /// Choices of recomputation, <paramref name="from"/> on, before the first that is known to take too long. Blocks of layers stand in the order of their size, all layers last: each takes no less time than
    /// the one before, wherever activations and weights are, so that none after one that is ruled out is of use.
    /// </summary>
    private int Open(int from)
    {
        var to = recomputations.Length;
        while (limits.Prune && from < to)
        {
            var middle = (from + to) / 2;
            devices.Fill(model, rank, recomputations[middle]);
            passes = PassSeconds.Of(devices);
            (from, to) = limits.RulesOut(Seconds(0, 0)) ? (from, middle) : (middle + 1, to);
        }

        return to;
    }

    /// <summary>Whether none of a group fits, or its activations take too long to travel to the host and back.</summary>
    private bool IsHopeless()
    {
        if (!limits.PruneMemory)
        {
            return false;
        }

        floor.Keep(recomputation, activations > 0);
        return !floor.MayAnyFit(settled, limits.MemoryBytes)
            || (activations > 0 && limits.RulesOut(ScheduleBound.OffloadSeconds(model, rank, devices.Layout, recomputation)));
    }

    /// <summary>Strategies that recompute the same and keep activations at the same place.</summary>
    private void RunGroup(long ordinal)
    {
        var filled = default(ShardingChoice);
        groupBest = default;
        for (var index = 0; index < choices.Length; index++)
        {
            var choice = choices[index];
            // Sharded weights travel in every pass: their passes take other times.
            if (filled is null || choice.IsSharded || filled.IsSharded)
            {
                devices.Fill(model, choice.Context(activations, 0), recomputation);
                passes = PassSeconds.Of(devices);
                filled = choice;
            }

            if (!limits.RulesOut(Seconds(0, 0)) && (Fill(choice, index, ordinal) || !limits.PruneMemory))
            {
                RunSharding(choice, ordinal);
            }

            ordinal += choice.Strategies;
        }

        if (groupBest.Sharded is not null)
        {
            tally.Offer(groupBest);
        }
    }

    private void RunSharding(ShardingChoice choice, long ordinal)
    {
        choice.Fill(devices);
        tally.Evaluated += choice.Strategies;
        devices.Use(choice.Context(activations, 0));
        var hidden = TrafficSeconds.Of(devices, choice.Traffic, passes.Woven);
        devices.Use(choice.Open);
        var open = TrafficSeconds.Of(devices, choice.Traffic, passes.Woven);
        for (var offload = 0; offload < choice.Offloads; offload++)
        {
            devices.Use(choice.Context(activations, 0));
            var early = EdgeRuns.Update(devices, choice.Traffic, choice.Optimizers[offload]);
            devices.Use(choice.Open);
            var late = EdgeRuns.Update(devices, choice.Traffic, choice.Optimizers[offload]);
            var fits = memory[offload] <= limits.MemoryBytes;
            tally.Feasible += fits ? choice.Overlaps.Length : 0;
            foreach (var (gradients, weights) in choice.Overlaps)
            {
                var (update, gather) = weights ? early : late;
                var traffic = (weights ? hidden.Before : open.Before) + (gradients ? hidden.After : open.After) + gather;
                var seconds = Seconds(traffic, update);
                if (fits && !limits.TooSlow(seconds) && seconds < Bar(choice))
                {
                    Keep(Entry(choice, offload, ordinal, seconds) with { OverlapGradients = gradients, OverlapWeights = weights });
                }

                ordinal++;
            }
        }
    }

    /// <summary>Memory by whether the update is offloaded, infinite where it cannot fit or one that is no slower does; false where nothing fits.</summary>
    private bool Fill(ShardingChoice choice, int index, long ordinal)
    {
        var any = false;
        for (var offload = 0; offload < choice.Offloads; offload++)
        {
            var place = (index * choice.Offloads) + offload;
            ref var done = ref settled[place];
            var passed = done || (limits.PruneMemory && !floor.MayFit(place, limits.MemoryBytes));
            memory[offload] = passed ? double.PositiveInfinity : MemoryFloor.Fullest(model, devices, choice.Context(activations, offload));
            if (memory[offload] <= limits.MemoryBytes)
            {
                any = true;
                done = Settles();
                unsettled -= done ? 1 : 0;
            }
            else if (memory[offload] < tally.NearestBytes)
            {
                tally.Miss(Entry(choice, offload, ordinal + (offload * choice.Overlaps.Length), 0));
            }
        }

        return any;
    }

    /// <summary>
    /// Whether none of the groups that follow is faster with the same sharding: recomputing more, or keeping activations elsewhere, takes time and gives memory. Selective
    /// recomputation can take more than a few whole layers.
    /// </summary>
    private bool Settles() => limits.PruneMemory && activations == 0 && recomputation.Mode is (RecomputeMode.None or RecomputeMode.Block);

    private double Seconds(double traffic, double update) =>
        StepComposition.Seconds(model.Context.Stack, straggling, passes.Seconds, traffic, update);

    /// <summary>A strategy that takes as long is of no use.</summary>
    private double Bar(ShardingChoice choice)
    {
        var bar = tally.Bar(devices.PartsPerDevice > 1 && !devices.Mirrored, choice.IsSharded);
        return groupBest.Sharded is null ? bar : Math.Min(bar, groupBest.Seconds);
    }

    /// <summary>Closed forms that are not exact are all as far from the truth within a group, unless traffic is woven in: the fastest stands for it.</summary>
    private void Keep(in SearchEntry entry)
    {
        if (passes.Exact || passes.Woven)
        {
            tally.Offer(entry);
        }
        else
        {
            groupBest = entry;
        }
    }

    private SearchEntry Entry(ShardingChoice choice, int offload, long ordinal, double seconds) =>
        new(
            seconds,
            passes.Exact,
            memory[offload],
            profile,
            ordinal,
            choice.Context(activations, offload).Strategy,
            recomputation,
            OverlapGradients: true,
            OverlapWeights: true
        );
}
