using System.Collections.Immutable;
using Petaday.Training.Simulation;

namespace Petaday.Training;

/// <summary>
/// The devices of one pipeline of a step, one of each data-parallel and tensor-parallel group. Stages that hold the same are profiled once. A search fills
/// one of these again and again; it is not for several threads.
/// </summary>
internal sealed class StepDevices
{
    private readonly StageProfile[] stages;
    private readonly StageProfile[] parts;
    private readonly StageProfile[] pairs;
    private readonly int[] runOf;
    private readonly int[] partAt;
    private readonly PassTimes[] times;
    private readonly PassTimes[] held;
    private readonly double[] shares;
    private ImmutableArray<LayerProfile?> profiled;
    private int turn;

    /// <summary>Devices for a layout, empty.</summary>
    public StepDevices(StageLayout layout, PipelineSchedule schedule)
    {
        Layout = layout;
        Mirrored = schedule == PipelineSchedule.DualPipe && layout.Stages > 1;
        SplitsBackward = Mirrored || (schedule == PipelineSchedule.ZeroBubble && layout.Stages > 1);
        Count = layout.Stages;
        EdgeRuns = Training.EdgeRuns.Of(this);
        PartCount = layout.Chunks.Stages;
        stages = new StageProfile[Count];
        parts = layout.Chunks == layout ? stages : new StageProfile[PartCount];
        pairs = Mirrored ? new StageProfile[Count] : stages;
        runOf = new int[Count];
        foreach (var run in layout.Runs)
        {
            Array.Fill(runOf, run.First, run.First, run.Count);
        }

        partAt = new int[PartCount];
        times = new PassTimes[PartCount];
        held = new PassTimes[PartCount];
        shares = new double[PartCount];
    }

    /// <summary>The devices of a step.</summary>
    public static StepDevices Of(ModelProfile model, StageLayout layout)
    {
        var devices = new StepDevices(layout, model.Context.Strategy.Schedule);
        devices.Fill(model, model.Context, Recomputation.Of(model.Context.Strategy));
        return devices;
    }

    /// <summary>The rank.</summary>
    public ProfileContext Context { get; private set; } = null!;

    /// <summary>Which layers each holds.</summary>
    public StageLayout Layout { get; }

    /// <summary>Runs of devices that decide what traffic sticks out at the ends of a step.</summary>
    public ImmutableArray<StageRun> EdgeRuns { get; }

    /// <summary>Devices of the pipeline.</summary>
    public int Count { get; }

    /// <summary>Parts of the model in its order: stages, or chunks of interleaved stages.</summary>
    public int PartCount { get; }

    /// <summary>Micro-batches of the step.</summary>
    public int MicroBatches { get; private set; }

    /// <summary>Handing a micro-batch on.</summary>
    public PipelineSend Send { get; private set; }

    /// <summary>Times of each part.</summary>
    public ReadOnlySpan<PassTimes> Times => times;

    /// <summary>Times of each part with the sends that hold its device.</summary>
    public ReadOnlySpan<PassTimes> HeldTimes => Send.HoldsDevice ? held : times;

    /// <summary>Whether each device runs a stage from either end (DualPipe).</summary>
    public bool Mirrored { get; }

    /// <summary>Whether weight gradients are put off, so that they end a step.</summary>
    public bool SplitsBackward { get; }

    /// <summary>Parts that a device runs: its chunks, or with DualPipe its own stage and the one it mirrors.</summary>
    public int PartsPerDevice => Mirrored ? 2 : PartCount / Count;

    /// <summary>What a device does for a micro-batch, and what it holds.</summary>
    public ref readonly StageProfile Profile(int device) => ref pairs[Mirrored ? device : runOf[device]];

    /// <summary>A stage of the model by itself.</summary>
    public ref readonly StageProfile Stage(int stage) => ref stages[runOf[stage]];

    /// <summary>A part of the model.</summary>
    public ref readonly StageProfile Part(int part) => ref parts[partAt[part]];

    /// <summary>Profiles the devices of <paramref name="model"/> for another strategy over the same layout and schedule.</summary>
    /// <param name="model">Profiles of layers and edges.</param>
    /// <param name="context">The rank, with the strategy.</param>
    /// <param name="recomputation">What is recomputed, whatever the strategy of <paramref name="context"/> says.</param>
    public void Fill(ModelProfile model, ProfileContext context, Recomputation recomputation)
    {
        Context = context;
        MicroBatches = Math.Max(1, context.Strategy.MicroBatches(context.Recipe.GlobalBatchSequences));
        Send = PipelineSend.Of(context);
        turn = PartsPerDevice == 1 ? 1 : InterleavedOrder.GroupSize(Count, Math.Max(Count, MicroBatches));
        foreach (var run in Layout.Runs)
        {
            stages[run.First] = StageProfile.Of(model, Layout, run.First, recomputation);
            FillParts(model, run, recomputation);
        }

        for (var i = 0; Mirrored && i < Count; i++)
        {
            pairs[i] = Stage(i).PairedWith(Stage(Count - 1 - i));
        }

        if (Send.HoldsDevice)
        {
            PipelineModel.Hold(times, Send, held);
        }

        // Recomputation moves no weights.
        if (model.Layers != profiled)
        {
            FillShares();
            profiled = model.Layers;
        }
    }

    /// <summary>Takes the same passes as those of another strategy, which differs in sharding, overlap or the update's place alone.</summary>
    public void Use(ProfileContext context) => Context = context;

    /// <summary>Passes between the first passes of two parts on a device, and about as many between their last.</summary>
    public int Turn(int device) => Mirrored ? Count - 1 - (2 * Math.Min(device, Count - 1 - device)) : turn;

    /// <summary>A part's share of the weights of its device.</summary>
    public double WeightShare(int device, int part) => Mirrored ? Share(device, part) : shares[part];

    /// <summary>Messages that a device sends for one micro-batch.</summary>
    public int Messages(int device) => Count == 1 ? 0 : (2 * PartCount / Count) - (device == 0 ? 1 : 0) - (device == Count - 1 ? 1 : 0);

    private void FillParts(ModelProfile model, StageRun run, Recomputation recomputation)
    {
        var (seen, blockBefore) = (0, -1);
        for (var part = run.First; part < PartCount; part += Count)
        {
            var layers = Layout.Chunks.Layers(part);
            var block = recomputation.Block(seen, layers);
            if (part >= Count && block == blockBefore && Layout.Chunks.Same(part, part - Count))
            {
                (partAt[part], times[part]) = (partAt[part - Count], times[part - Count]);
            }
            else
            {
                if (PartCount > Count)
                {
                    parts[part] = StageProfile.Of(model, Layout.Chunks, part, recomputation, seen);
                }

                (partAt[part], times[part]) = (part, PassTimes.Of(Context, parts[part]));
            }

            for (var same = part + 1; same < part + run.Count; same++)
            {
                (partAt[same], times[same]) = (partAt[part], times[part]);
            }

            (seen, blockBefore) = (seen + layers, block);
        }
    }

    private void FillShares()
    {
        for (var part = 0; part < PartCount && !Mirrored; part++)
        {
            shares[part] = Share(part % Count, part);
        }
    }

    private double Share(int device, int part)
    {
        ref readonly var whole = ref Profile(device);
        ref readonly var own = ref Part(part);
        var all = whole.Parameters + whole.ExpertParameters;
        return all > 0 ? (own.Parameters + own.ExpertParameters) / all : 0;
    }
}
