using Petaday.Training;

namespace Petaday.Planning;

/// <summary>
/// What strategies under one schedule take of a device's memory at least, told without profiling its stages: what each sharding holds of weights and the like, which does not
/// change with recomputation, and the activations that recomputation leaves. Filled again for each schedule.
/// </summary>
internal sealed class MemoryFloor
{
    /// <summary>Sums that are taken in another order differ in the last digits.</summary>
    private const double Rounding = 1e-9;

    private double[] held = [];
    private double[] inFlight = [];
    private double[] activations = [];
    private StageLayout layout = null!;
    private ModelProfile model = null!;
    private int runs;

    /// <summary>Takes a schedule's strategies in.</summary>
    /// <param name="profiled">Profiles of the layers.</param>
    /// <param name="devices">The schedule's devices, which are filled.</param>
    /// <param name="choices">Ways of sharding.</param>
    /// <param name="limit">Bytes that a device may take.</param>
    /// <returns>Whether any fits, with no activations at all.</returns>
    public bool Fill(ModelProfile profiled, StepDevices devices, ReadOnlySpan<ShardingChoice> choices, double limit)
    {
        (model, layout) = (profiled, devices.Layout);
        runs = layout.Runs.Length;
        Grow(choices.Length * choices[0].Offloads * runs);
        for (var run = 0; run < runs; run++)
        {
            inFlight[run] = PipelineModel.InFlight(choices[0].Context(0, 0).Strategy, layout.Runs[run].First, devices.MicroBatches);
        }

        var (any, place) = (false, 0);
        foreach (var choice in choices)
        {
            for (var offload = 0; offload < choice.Offloads; offload++)
            {
                var fits = true;
                for (var run = 0; run < runs; run++, place++)
                {
                    held[place] = Empty(devices, choice.Context(0, offload), layout.Runs[run]);
                    fits &= held[place] <= limit;
                }

                any |= fits;
            }
        }

        return any;
    }

    /// <summary>Takes activations as <paramref name="recomputation"/> leaves them; none where they are <paramref name="offloaded"/>.</summary>
    public void Keep(Recomputation recomputation, bool offloaded)
    {
        var share = 1 + model.Context.Stack.Parameters.MemoryOverhead;
        for (var run = 0; run < runs; run++)
        {
            activations[run] = offloaded ? 0 : share * inFlight[run] * KeptBytes(model, layout, layout.Runs[run].First, recomputation);
        }
    }

    /// <summary>Whether a sharding that is not yet settled may fit.</summary>
    public bool MayAnyFit(ReadOnlySpan<bool> settled, double limit)
    {
        for (var place = 0; place < settled.Length; place++)
        {
            if (!settled[place] && MayFit(place, limit))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a sharding may fit.</summary>
    /// <param name="place">The place of its choice and of the update's offload, in the order in which they were taken in.</param>
    /// <param name="limit">Bytes that a device may take.</param>
    public bool MayFit(int place, double limit)
    {
        for (var run = 0; run < runs; run++)
        {
            if (held[(place * runs) + run] + activations[run] > limit * (1 + Rounding))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Bytes on the fullest of devices that are filled; of stages that hold the same the first has the most micro-batches in flight.</summary>
    public static double Fullest(ModelProfile model, StepDevices devices, ProfileContext context)
    {
        var fullest = 0.0;
        foreach (var run in devices.Layout.Runs)
        {
            var alive = PipelineModel.InFlight(context.Strategy, run.First, devices.MicroBatches);
            ref readonly var stage = ref devices.Stage(run.First);
            var parts = MemoryModel.Parts(context, model.Edges, stage, alive, run.First == 0, run.Last == devices.Count - 1);
            fullest = Math.Max(fullest, parts.Bytes);
        }

        return fullest;
    }

    /// <summary>Bytes of activations that a stage keeps for a micro-batch at least: of blocks of layers, as if all recomputed layers were those that keep most.</summary>
    public static double KeptBytes(ModelProfile model, StageLayout layout, int stage, Recomputation recomputation)
    {
        var (sum, count, most) = (0.0, 0, 0.0);
        for (var kind = 0; kind < LayerKinds.Count; kind++)
        {
            if (layout.Layers(stage, kind) is > 0 and var layers)
            {
                var layer = model.Layers[kind]!;
                sum +=
                    layers
                    * recomputation.Mode switch
                    {
                        RecomputeMode.Full => layer.KeptInput,
                        RecomputeMode.Selective => layer.KeptSelective,
                        _ => layer.KeptBytes,
                    };
                most = Math.Max(most, layer.KeptBytes - layer.KeptInput);
                count += layers;
            }
        }

        return Math.Max(0, sum - (recomputation.Block(0, count) * most));
    }

    private double Empty(StepDevices devices, ProfileContext context, StageRun run) =>
        MemoryModel
            .Parts(
                context,
                model.Edges,
                devices.Stage(run.First) with
                {
                    KeptBytes = 0,
                    WorkingBytes = 0,
                },
                0,
                run.First == 0,
                run.Last == devices.Count - 1
            )
            .Bytes;

    private void Grow(int places)
    {
        held = held.Length < places ? new double[2 * places] : held;
        inFlight = inFlight.Length < runs ? new double[2 * runs] : inFlight;
        activations = activations.Length < runs ? new double[2 * runs] : activations;
    }
}
