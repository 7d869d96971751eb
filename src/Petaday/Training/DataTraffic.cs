using Petaday.Hardware;

namespace Petaday.Training;

/// <summary>
/// Traffic of one stage's gradients and weights over its data-parallel ranks (Rajbhandari et al. 2020): all-reduce without sharding,
/// reduce-scatter and gather with it, bucket by bucket; under ZeRO-3, where a layer is a bucket, weights are gathered for every pass of every micro-batch.
/// </summary>
/// <param name="Reduce">Seconds to reduce gradients once.</param>
/// <param name="Gather">Seconds to gather weights once.</param>
public readonly record struct DataTraffic(double Reduce, double Gather)
{
    /// <summary>Traffic of <paramref name="stage"/>.</summary>
    public static DataTraffic Of(ProfileContext context, StageProfile stage)
    {
        if (context.Frozen)
        {
            // Adapters alone are reduced, about a thousandth of the weights; sharded base weights are still gathered.
            return context.Strategy.ZeroStage == 3
                ? Of(context, stage.Parameters, Replicas(context), stage.Layers) with
                {
                    Reduce = 0,
                }
                : default;
        }

        var dense = Of(context, stage.Parameters, Replicas(context), stage.Layers);
        var experts = Of(context, stage.ExpertParameters, ExpertReplicas(context), stage.Layers);
        return new DataTraffic(dense.Reduce + experts.Reduce, dense.Gather + experts.Gather);
    }

    /// <summary>Ranks that hold the same dense weights.</summary>
    public static CommunicationGroup Replicas(ProfileContext context) =>
        new(context.Strategy.Data * context.Strategy.Context, context.Strategy.Tensor);

    /// <summary>Ranks that hold the same experts.</summary>
    public static CommunicationGroup ExpertReplicas(ProfileContext context)
    {
        var strategy = context.Strategy;
        var stride = strategy.Expert * strategy.ExpertTensor;
        return new CommunicationGroup(Math.Max(1, strategy.Tensor * strategy.Context * strategy.Data / stride), stride);
    }

    /// <summary>Ranks of a group over which sharded states are spread: all, or fewer under hybrid sharding.</summary>
    public static int Shards(Strategy strategy, int replicas) =>
        strategy.ZeroStage == 0 ? 1
        : strategy.ShardGroup > 0 ? Math.Min(strategy.ShardGroup, replicas)
        : replicas;

    private static DataTraffic Of(ProfileContext context, double parameters, CommunicationGroup group, int layers)
    {
        if (group.Size <= 1 || parameters <= 0)
        {
            return default;
        }

        var strategy = context.Strategy;
        var gradients = parameters * (context.FloatGradients ? 4 : context.ActivationBytes);
        var weights = parameters * context.ActivationBytes;
        var shards = Shards(strategy, group.Size);
        var bucket = Math.Max(context.Stack.GradientBucketBytes, group.Size * context.Stack.GradientBucketBytesPerRank);
        var buckets = strategy.ZeroStage == 3 ? layers : Math.Ceiling(gradients / bucket);
        if (shards == 1)
        {
            return new DataTraffic(buckets * CollectiveModel.AllReduce(context.System, group, gradients / buckets), 0);
        }

        var inner = group with { Size = shards };
        var outer = new CommunicationGroup(group.Size / shards, group.Stride * shards);
        var reduce =
            CollectiveModel.ReduceScatter(context.System, inner, gradients / buckets)
            + CollectiveModel.AllReduce(context.System, outer, gradients / shards / buckets);
        return new DataTraffic(buckets * reduce, buckets * CollectiveModel.AllGather(context.System, inner, weights / buckets));
    }
}
