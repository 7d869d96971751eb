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
    private readonly ModelProfile model;
    private readonly ShardingChoice[] choices;
    private readonly ImmutableArray<Recomputation> recomputations;
    private readonly SearchLimits limits;
    private readonly SearchTally tally;
    private readonly int profile;
    private readonly double straggling;
    private readonly double[] memory;
    private readonly int activationOffloads;
    private Recomputation recomputation;
    private int activations;
    private PassSeconds passes;
    private SearchEntry groupBest;

    /// <summary>Prepares the strategies under <paramref name="scheduled"/>.</summary>
    public ScheduleSearch(
        ModelProfile model,
        int profile,
        Strategy scheduled,
        StepDevices devices,
        StrategySpace space,
        SearchLimits limits,
        SearchTally tally
    )
    {
        (this.model, this.profile, this.devices, this.limits, this.tally) = (model, profile, devices, limits, tally);
        var rank = model.Context with { Strategy = scheduled };
        straggling = StepComposition.StragglingShare(rank);
        devices.Fill(model, rank, default);
        passes = PassSeconds.Of(devices);
        recomputations = space.Recomputations(scheduled.Pipeline);
        activationOffloads = space.ActivationOffloads().Length;
        choices = limits.RulesOut(Seconds(0, 0))
            ? []
            : [.. space.Shardings(scheduled).Select(sharded => ShardingChoice.Of(rank with { Strategy = sharded }, devices, space))];
        memory = new double[choices.Length > 0 ? choices[0].Offloads : 0];
    }

    /// <summary>Looks at all strategies. The first of them has the place <paramref name="ordinal"/> among those of its profile.</summary>
    public void Run(long ordinal)
    {
        if (choices.Length == 0 || (limits.PruneMemory && !CanFit()))
        {
            return;
        }

        foreach (var one in recomputations)
        {
            for (var offload = 0; offload < activationOffloads; offload++)
            {
                (recomputation, activations) = (one, offload);
                ordinal = RunGroup(ordinal);
            }
        }
    }

    /// <summary>Strategies that recompute the same and keep activations at the same place.</summary>
    private long RunGroup(long ordinal)
    {
        var filled = default(ShardingChoice);
        var timed = default(ShardingChoice);
        groupBest = default;
        foreach (var choice in choices)
        {
            // Sharded weights travel in every pass: their passes take other times.
            if (filled is null || choice.IsSharded || filled.IsSharded)
            {
                devices.Fill(model, choice.Context(activations, 0), recomputation);
                filled = choice;
            }

            if (Fill(memory, choice, ordinal) || !limits.PruneMemory)
            {
                passes = timed == filled ? passes : PassSeconds.Of(devices);
                timed = filled;
                if (!limits.RulesOut(Seconds(0, 0)))
                {
                    RunSharding(choice, ordinal);
                }
            }

            ordinal += choice.Strategies;
        }

        if (groupBest.Sharded is not null)
        {
            tally.Offer(groupBest);
        }

        return ordinal;
    }

    private void RunSharding(ShardingChoice choice, long ordinal)
    {
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

    /// <summary>Memory by whether the update is offloaded; false where nothing fits.</summary>
    private bool Fill(double[] bytes, ShardingChoice choice, long ordinal)
    {
        var any = false;
        for (var offload = 0; offload < choice.Offloads; offload++)
        {
            bytes[offload] = Memory(choice.Context(activations, offload), empty: false);
            any |= bytes[offload] <= limits.MemoryBytes;
            if (bytes[offload] > limits.MemoryBytes && bytes[offload] < tally.NearestBytes)
            {
                tally.Miss(Entry(choice, offload, ordinal + (offload * choice.Overlaps.Length), 0));
            }
        }

        return any;
    }

    private bool CanFit() =>
        choices.Any(choice =>
            Enumerable.Range(0, choice.Offloads).Any(offload => Memory(choice.Context(0, offload), empty: true) <= limits.MemoryBytes)
        );

    /// <summary>Bytes on the fullest device; of stages that hold the same the first has the most micro-batches in flight.</summary>
    private double Memory(ProfileContext context, bool empty)
    {
        var fullest = 0.0;
        foreach (var run in devices.Layout.Runs)
        {
            var inFlight = PipelineModel.InFlight(context.Strategy, run.First, devices.MicroBatches);
            ref readonly var stage = ref devices.Stage(run.First);
            var (first, last) = (run.First == 0, run.Last == devices.Count - 1);
            var parts = empty
                ? MemoryModel.Parts(context, model.Edges, stage with { KeptBytes = 0, WorkingBytes = 0 }, 0, first, last)
                : MemoryModel.Parts(context, model.Edges, stage, inFlight, first, last);
            fullest = Math.Max(fullest, parts.Bytes);
        }

        return fullest;
    }

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
