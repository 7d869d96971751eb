using Petaday.Architectures;

namespace Petaday.Training;

/// <summary>
/// One transformer layer of one kind on one device for one micro-batch: the costly part of an estimate, computed once per choice of
/// tensor, sequence, context and expert parallelism, micro-batch and recomputation.
/// </summary>
/// <param name="Forward">The forward pass.</param>
/// <param name="Backward">The backward pass, without recomputation.</param>
/// <param name="Recompute">What the backward pass computes again under full recomputation: the forward pass without its last reduction's effect.</param>
/// <param name="RecomputeCore">What it computes again under selective recomputation: the attention core, or every second product (<see cref="SelectiveProducts"/>).</param>
/// <param name="KeptBytes">Activations kept when nothing is recomputed, bytes.</param>
/// <param name="KeptSelective">Activations kept under selective recomputation, bytes.</param>
/// <param name="KeptInput">The layer's input alone, as full recomputation keeps it, bytes.</param>
/// <param name="Parameters">Parameters of the layer on this rank, experts left out.</param>
/// <param name="ExpertParameters">Parameters of routed experts on this rank.</param>
public sealed record LayerProfile(
    Work Forward,
    Work Backward,
    Work Recompute,
    Work RecomputeCore,
    double KeptBytes,
    double KeptSelective,
    double KeptInput,
    double Parameters,
    double ExpertParameters
)
{
    /// <summary>Profiles a layer.</summary>
    /// <param name="context">The rank.</param>
    /// <param name="moe">Whether its feed-forward is a mixture of experts.</param>
    /// <param name="full">Whether it attends to everything rather than to a window.</param>
    public static LayerProfile Of(ProfileContext context, bool moe, bool full)
    {
        var core = AttentionBlock.Core(context, full);
        var rest =
            AttentionBlock.Projections(context)
            + ResidualBlock.Of(context)
            + (moe ? ExpertBlock.Of(context) : FeedForwardBlock.Of(context, context.Architecture.FeedForward));
        if (context.Architecture.HasCrossAttention)
        {
            rest += AttentionBlock.Projections(context) + core;
        }

        var whole = HideExperts(context, rest + core);
        var slowdown = 1 / context.Stack.Parameters.Efficiency;
        var (parameters, experts) = LocalParameters(context, moe);
        var (again, kept) = context.Stack.RecomputesProducts
            ? (SelectiveProducts.Again(context, whole.Forward, moe), SelectiveProducts.KeptBytes(context, moe))
            : (core.Forward, rest.KeptBytes + QueryKeyValue(context, core));
        return new LayerProfile(
            Slow(whole.Forward, slowdown),
            Slow(whole.Backward, slowdown),
            Slow(whole.Forward, slowdown),
            Slow(again, slowdown),
            whole.KeptBytes,
            Math.Min(kept, whole.KeptBytes),
            context.ResidualTokens * context.Architecture.Hidden * context.ActivationBytes,
            parameters,
            experts
        );
    }

    /// <summary>
    /// Expert traffic of one micro-batch under the compute of another (DualPipe; Megatron's 1F1B overlap): what compute does not cover sticks
    /// out, and at least the share that overlapped traffic leaves exposed.
    /// </summary>
    private static BlockProfile HideExperts(ProfileContext context, BlockProfile layer)
    {
        if (!context.Stack.OverlapExpert)
        {
            return layer;
        }

        var share = context.Stack.Parameters.ExposedTensorParallel;
        Work Hide(Work work) => work with { Expert = Math.Max(work.Expert - work.Compute, work.Expert * share) };
        return layer with { Forward = Hide(layer.Forward), Backward = Hide(layer.Backward) };
    }

    /// <summary>A stack that reaches less of the device's rate computes longer; its traffic and launches stay.</summary>
    internal static Work Slow(Work work, double slowdown) =>
        work with
        {
            Matmul = work.Matmul * slowdown,
            Attention = work.Attention * slowdown,
            Elementwise = work.Elementwise * slowdown,
        };

    private static double QueryKeyValue(ProfileContext context, BlockProfile core)
    {
        if (context.Stack.FlashAttention)
        {
            return core.KeptBytes;
        }

        var keys = AttentionBlock.Keys(context, full: true);
        var scores = context.Strategy.MicroBatch * context.Heads * context.LocalSequence * keys;
        return core.KeptBytes - UnfusedAttention.KeptScores(context, scores);
    }

    private static (double Parameters, double Experts) LocalParameters(ProfileContext context, bool moe)
    {
        var counts = LayerFormulas.Decoder(context.Architecture, moe);
        var tensor = context.Strategy.Tensor;
        var split = counts.Attention + counts.CrossAttention + counts.FeedForward + counts.SharedExperts;
        var experts = (double)counts.RoutedExperts / (context.Strategy.Expert * context.Strategy.ExpertTensor);
        return (((double)split / tensor) + counts.Norms + counts.Router, experts);
    }
}
