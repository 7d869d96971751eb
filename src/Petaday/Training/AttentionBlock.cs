using Petaday.Hardware;

namespace Petaday.Training;

/// <summary>
/// Self-attention of one layer: projections (grouped or latent), rotary embedding, scores and values (fused or not), output
/// projection, and their tensor- and context-parallel traffic.
/// </summary>
public static class AttentionBlock
{
    /// <summary>The whole block but the attention core.</summary>
    public static BlockProfile Projections(ProfileContext context)
    {
        var shape = context.Architecture;
        var tensor = context.Strategy.Tensor;
        var inputs = shape.Latent is null ? QueryKeyValue(context) : Latent(context);
        var output = LinearBlock.Of(context, context.Tokens, (double)shape.AttentionWidth / tensor, shape.Hidden);
        var bytes = context.Tokens * shape.Hidden * context.ActivationBytes;
        var traffic = new BlockProfile(
            TensorTraffic.Forward(context, bytes, inputs.Forward.Matmul + output.Forward.Matmul),
            TensorTraffic.Backward(context, bytes, inputs.Backward.Matmul + output.Backward.Matmul),
            0
        );
        return inputs + output + Rotary(context) + traffic;
    }

    /// <summary>Scores, softmax, dropout and values; what selective recomputation computes again.</summary>
    /// <param name="context">The rank.</param>
    /// <param name="full">Whether the layer attends to everything rather than to its window.</param>
    public static BlockProfile Core(ProfileContext context, bool full)
    {
        var fused = context.Stack.FlashAttention ? Flash(context, full) : UnfusedAttention.Of(context, full);
        return fused with
        {
            Forward = fused.Forward + new Work(Context: ContextTraffic(context, fused.Forward.Attention, 1)),
            Backward = fused.Backward + new Work(Context: ContextTraffic(context, fused.Backward.Attention, 2)),
        };
    }

    /// <summary>Keys that a query of this layer can meet, on average over what masks skip in blocks.</summary>
    public static double Keys(ProfileContext context, bool full) =>
        full || context.Architecture.Window is not { } window
            ? context.Recipe.SequenceLength
            : Math.Min(window.Size, context.Recipe.SequenceLength);

    private static BlockProfile QueryKeyValue(ProfileContext context)
    {
        var shape = context.Architecture;
        var outputs = (context.Heads * shape.QueryKeyDimension) + (2 * context.KeyValueHeads * shape.HeadDimension);
        // Under sequence parallelism only this rank's slice of the input is kept and gathered again (Korthikanti et al. 2022, section 4.2.2).
        var linear = LinearBlock.Of(context, context.Tokens, shape.Hidden, outputs, keepsInput: false);
        return linear with { KeptBytes = context.Frozen ? 0 : context.KeptInputTokens * shape.Hidden * context.KeptInputBytes };
    }

    private static BlockProfile Latent(ProfileContext context)
    {
        var shape = context.Architecture;
        var latent = shape.Latent!;
        var tokens = context.Tokens;
        var queries = latent.QueryRank is { } rank
            ? LinearBlock.Of(context, tokens, shape.Hidden, rank)
                + LinearBlock.Of(context, tokens, rank, context.Heads * latent.QueryKeyDimension)
            : LinearBlock.Of(context, tokens, shape.Hidden, context.Heads * latent.QueryKeyDimension);
        var down = LinearBlock.Of(context, tokens, shape.Hidden, latent.KeyValueRank + latent.RopeDimension, keepsInput: false);
        var up = LinearBlock.Of(context, tokens, latent.KeyValueRank, context.Heads * (latent.NoRopeDimension + latent.ValueDimension));
        var norms = tokens * ((latent.QueryRank ?? 0) + latent.KeyValueRank) * context.ActivationBytes;
        var passes = new BlockProfile(
            new Work(Elementwise: context.Stream(2 * norms, 2), Kernels: 4),
            new Work(Elementwise: context.Stream(3 * norms, 2), Kernels: 4),
            norms
        );
        return queries + down + up + passes;
    }

    private static BlockProfile Rotary(ProfileContext context)
    {
        var shape = context.Architecture;
        if (shape.Positions != Architectures.PositionKind.Rotary && shape.QueryKeyNorm == Architectures.QueryKeyNorm.None)
        {
            return default;
        }

        var elements = context.Tokens * ((context.Heads * shape.QueryKeyDimension) + (context.KeyValueHeads * shape.HeadDimension));
        var passes =
            (shape.QueryKeyNorm == Architectures.QueryKeyNorm.None ? 1 : 2) * (context.Stack.FusedRotary || context.Stack.Compiled ? 1 : 3);
        var work = new Work(Elementwise: context.Stream(elements * 2 * context.ActivationBytes * passes, passes), Kernels: 2 * passes);
        return new BlockProfile(work, work, 0);
    }

    private static BlockProfile Flash(ProfileContext context, bool full)
    {
        var shape = context.Architecture;
        var keys = Keys(context, full);
        var causal = shape.Kind != Architectures.ArchitectureKind.Encoder;
        var flops = AttentionKernel.ForwardFlops(
            context.Strategy.MicroBatch,
            context.Heads,
            context.LocalSequence,
            keys,
            shape.QueryKeyDimension,
            shape.ValueDimension,
            causal && keys >= context.Recipe.SequenceLength
        );
        var blocks = Math.Max(1, context.Strategy.MicroBatch * context.Heads * Math.Ceiling(context.LocalSequence / 128));
        var head = 0.5 * (shape.QueryKeyDimension + shape.ValueDimension);
        var queryKeyValue =
            context.Tokens
            * ((context.Heads * shape.QueryKeyDimension) + (context.KeyValueHeads * (shape.QueryKeyDimension + shape.ValueDimension)));
        var share = context.Stack.UsesFlashAttention2 ? context.Device.Parameters.Flash2Share : 1;
        var kept = (queryKeyValue * context.ActivationBytes) + (context.Tokens * context.Heads * 4); // and the log-sum-exp in fp32
        return new BlockProfile(
            new Work(
                Attention: AttentionKernel.ForwardSeconds(context.Device, flops, blocks, head, context.WidePrecision, share),
                Kernels: 1
            ),
            new Work(
                Attention: AttentionKernel.BackwardSeconds(context.Device, flops, blocks, head, context.WidePrecision, share),
                Kernels: 3
            ),
            kept
        );
    }

    /// <summary>Keys and values pass around a ring under the attention of what is there already (Liu et al. 2023); backward their gradients too.</summary>
    private static double ContextTraffic(ProfileContext context, double attentionSeconds, double times)
    {
        if (context.Strategy.Context <= 1)
        {
            return 0;
        }

        var shape = context.Architecture;
        var all =
            context.Strategy.MicroBatch
            * (double)context.Recipe.SequenceLength
            * context.KeyValueHeads
            * (shape.QueryKeyDimension + shape.ValueDimension)
            * context.ActivationBytes;
        var ring = times * CollectiveModel.AllGather(context.System, context.ContextGroup, all);
        return Math.Max(ring - attentionSeconds, ring / context.Strategy.Context);
    }
}
