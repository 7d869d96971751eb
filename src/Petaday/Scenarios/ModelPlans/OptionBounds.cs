using Petaday.Explanations;
using Petaday.Planning;
using Petaday.Quantities;
using Petaday.Runs;
using Petaday.Training;

namespace Petaday.Scenarios.ModelPlans;

/// <summary>Step times that no strategy of an option is shorter than: first by peak rates alone, then by the profiles of the usual layouts.</summary>
internal sealed class OptionBounds(RunDefaults defaults, Optimizer optimizer, RunChoice run)
{
    // Layouts other than the usual ones (long context groups, larger micro-batches) profile at most this much faster.
    private const double Slack = 0.98;
    private const int WidestTensor = 8;
    private const int LargestMicroBatch = 8;

    private readonly Dictionary<(MachineOffer, ShapeOffer), ModelProfile> fastest = [];
    private readonly Dictionary<(string Accelerator, int Devices), double?> goodputs = [];

    /// <summary>Failures, checkpoints, ramps and stages of every run.</summary>
    public RunChoice Run => run;

    /// <summary>Bytes a parameter: 16-bit weights and gradients, and Adam's two moments in 32 bits; other update rules keep less.</summary>
    private double LeastBytes => optimizer is Optimizer.Adam or Optimizer.AdamW ? 12 : 4;

    /// <summary>Seconds by the peak of the matrix units, for products alone.</summary>
    public static double ByPeak(ModelOption option)
    {
        var device = option.Machine.System.Spec.Accelerator;
        double flops = option.Shape.ProductFlopsPerToken * option.Shape.TokensPerStep;
        return flops / option.Devices / device.Peak(option.Machine.Precision);
    }

    /// <summary>Seconds by the fastest profile of the usual layouts, without bubbles and without the traffic of data parallelism.</summary>
    public double ByProfile(ModelOption option)
    {
        var key = (option.Machine, option.Shape);
        if (!fastest.TryGetValue(key, out var profile))
        {
            profile = Profiles(option).MinBy(one => ProfileBound.Seconds(one, 1))!;
            fastest.Add(key, profile);
        }

        return Slack * ProfileBound.Seconds(profile, option.Devices);
    }

    /// <summary>Whether weights, gradients and what the optimizer keeps on devices fit, spread over all of them.</summary>
    public bool CanFit(ModelOption option) =>
        LeastBytes * option.Shape.Model.Parameters.Total / option.Devices
        <= StrategySearch.MemoryShare * option.Machine.System.Spec.Accelerator.MemoryBytes;

    /// <summary>The share of the time that moves a run forward; null where none does.</summary>
    public double? Goodput(MachineOffer machine, int devices)
    {
        string accelerator = machine.System.Spec.Accelerator.Id;
        if (!goodputs.TryGetValue((accelerator, devices), out double? goodput))
        {
            // A checkpoint of no bytes: no option does better.
            var job = new JobShape(devices, accelerator)
            {
                DevicesPerNode = machine.System.Spec.DevicesPerNode,
                CheckpointBytes = new Line("checkpointBytes", "Size of a checkpoint", 0, Dimension.Bytes),
            };
            goodput = GoodputModel.Calendar(job, run.Reliability, defaults, withIntervals: false).Goodput.Value;
            goodputs.Add((accelerator, devices), goodput);
        }

        return goodput;
    }

    /// <summary>What is trained.</summary>
    public Recipe Recipe(ModelOption option) =>
        new(option.Shape.Sequence, option.Shape.Batch, option.Shape.TokensPerStep, option.Machine.Precision, optimizer);

    private IEnumerable<ModelProfile> Profiles(ModelOption option)
    {
        var shape = option.Shape.Model.Architecture;
        var system = option.Machine.System.Spec;
        var stack = option.Machine.Stack.Stack;
        int widest = stack.Has("tensor") ? WidestTensor : 1;
        for (int tensor = 1; tensor <= widest && shape.Heads % tensor == 0; tensor *= 2)
        {
            for (int batch = 1; batch <= Math.Min(LargestMicroBatch, option.Shape.Batch); batch *= 2)
            {
                foreach (int expert in Experts(option))
                {
                    var strategy = new Strategy(tensor, tensor > 1 && stack.Has("sequence"), Expert: expert, MicroBatch: batch);
                    yield return ModelProfile.Of(new ProfileContext(shape, system, stack, Recipe(option), strategy));
                }
            }
        }
    }

    private static IEnumerable<int> Experts(ModelOption option)
    {
        int count = option.Shape.Model.Architecture.Experts?.Count ?? 1;
        int most = option.Machine.Stack.Stack.Has("expert") ? count : 1;
        for (int group = 1; group <= most; group *= 2)
        {
            if (count % group == 0)
            {
                yield return group;
            }
        }
    }
}
