using System.Collections.Immutable;
using Petaday.Training;

namespace Petaday.Planning;

/// <summary>
/// One way of sharding under one pipeline and schedule: its traffic and updates by device, which do not depend on recomputation, and the ranks that the functions of
/// the step model take, made once, when they are first asked for, so that the loop over strategies makes none.
/// </summary>
internal sealed class ShardingChoice
{
    private readonly ProfileContext rank;
    private readonly StrategySpace space;
    private readonly ProfileContext?[] contexts;
    private bool isFilled;

    /// <summary>The choice of <paramref name="rank"/>'s strategy.</summary>
    public ShardingChoice(ProfileContext rank, StrategySpace space)
    {
        (this.rank, this.space) = (rank, space);
        Offloads = space.OptimizerOffloads.Length;
        Overlaps = space.Overlaps(rank.Strategy);
        contexts = new ProfileContext?[space.ActivationOffloads.Length * Offloads];
    }

    /// <summary>Works traffic and updates out for <paramref name="devices"/>, which are filled, if that is not done.</summary>
    public void Fill(StepDevices devices)
    {
        if (isFilled)
        {
            return;
        }

        isFilled = true;
        Open = rank with { Strategy = rank.Strategy with { OverlapGradients = false, OverlapWeights = false } };
        Traffic = new DataTraffic[rank.Strategy.Pipeline];
        Optimizers = [.. space.OptimizerOffloads.Select(_ => new double[rank.Strategy.Pipeline])];
        foreach (var run in devices.EdgeRuns)
        {
            Traffic[run.First] = DataTraffic.Of(rank, devices.Profile(run.First));
            for (var offload = 0; offload < Offloads; offload++)
            {
                Optimizers[offload][run.First] = OptimizerModel.Seconds(Context(0, offload), devices.Profile(run.First));
            }
        }
    }

    /// <summary>Choices of where the optimizer's states are.</summary>
    public int Offloads { get; }

    /// <summary>Choices of overlap.</summary>
    public ImmutableArray<(bool Gradients, bool Weights)> Overlaps { get; }

    /// <summary>The rank when nothing overlaps.</summary>
    public ProfileContext Open { get; private set; } = null!;

    /// <summary>Traffic of the first device of each run.</summary>
    public DataTraffic[] Traffic { get; private set; } = [];

    /// <summary>Seconds of the update on the first device of each run, by whether it is offloaded.</summary>
    public double[][] Optimizers { get; private set; } = [];

    /// <summary>Strategies in it for one choice of recomputation and of activations' offload.</summary>
    public int Strategies => Offloads * Overlaps.Length;

    /// <summary>Whether weights are sharded, so that traffic is in every pass.</summary>
    public bool IsSharded => rank.Strategy.ZeroStage == 3;

    /// <summary>The rank with all overlap, by offload of activations and of the update.</summary>
    public ProfileContext Context(int activations, int optimizer) =>
        contexts[(activations * Offloads) + optimizer] ??= rank with
        {
            Strategy = rank.Strategy with
            {
                OffloadActivations = space.ActivationOffloads[activations],
                OffloadOptimizer = space.OptimizerOffloads[optimizer],
            },
        };
}
