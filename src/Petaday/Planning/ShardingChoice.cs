using System.Collections.Immutable;
using Petaday.Training;

namespace Petaday.Planning;

/// <summary>
/// One way of sharding under one pipeline and schedule: its traffic and updates by device, which do not depend on recomputation, and the ranks that the functions of
/// the step model take, made once so that the loop over strategies makes none.
/// </summary>
internal sealed class ShardingChoice
{
    private readonly ProfileContext[] contexts;

    private ShardingChoice(ProfileContext rank, StrategySpace space)
    {
        contexts =
        [
            .. space
                .ActivationOffloads()
                .SelectMany(activations =>
                    space
                        .OptimizerOffloads()
                        .Select(optimizer =>
                            rank with
                            {
                                Strategy = rank.Strategy with { OffloadActivations = activations, OffloadOptimizer = optimizer },
                            }
                        )
                ),
        ];
        Offloads = space.OptimizerOffloads().Length;
        Overlaps = space.Overlaps(rank.Strategy);
        Open = rank with { Strategy = rank.Strategy with { OverlapGradients = false, OverlapWeights = false } };
        Traffic = new DataTraffic[rank.Strategy.Pipeline];
        Optimizers = [.. space.OptimizerOffloads().Select(_ => new double[rank.Strategy.Pipeline])];
    }

    /// <summary>The choice of <paramref name="rank"/>'s strategy on <paramref name="devices"/>, which are filled.</summary>
    public static ShardingChoice Of(ProfileContext rank, StepDevices devices, StrategySpace space)
    {
        var choice = new ShardingChoice(rank, space);
        foreach (var run in devices.EdgeRuns)
        {
            choice.Traffic[run.First] = DataTraffic.Of(rank, devices.Profile(run.First));
            for (var offload = 0; offload < choice.Offloads; offload++)
            {
                choice.Optimizers[offload][run.First] = OptimizerModel.Seconds(choice.Context(0, offload), devices.Profile(run.First));
            }
        }

        return choice;
    }

    /// <summary>Choices of where the optimizer's states are.</summary>
    public int Offloads { get; }

    /// <summary>Choices of overlap.</summary>
    public ImmutableArray<(bool Gradients, bool Weights)> Overlaps { get; }

    /// <summary>The rank when nothing overlaps.</summary>
    public ProfileContext Open { get; }

    /// <summary>Traffic of the first device of each run.</summary>
    public DataTraffic[] Traffic { get; }

    /// <summary>Seconds of the update on the first device of each run, by whether it is offloaded.</summary>
    public double[][] Optimizers { get; }

    /// <summary>Strategies in it for one choice of recomputation and of activations' offload.</summary>
    public int Strategies => Offloads * Overlaps.Length;

    /// <summary>Whether weights are sharded, so that traffic is in every pass.</summary>
    public bool IsSharded => Open.Strategy.ZeroStage == 3;

    /// <summary>The rank with all overlap, by offload of activations and of the update.</summary>
    public ProfileContext Context(int activations, int optimizer) => contexts[(activations * Offloads) + optimizer];
}
