namespace Petaday.Training;

/// <summary>
/// Selective recomputation by operator, as torchtitan and PyTorch's selective checkpointing do it: the outputs of attention, of reductions over a tensor group and of
/// every first of two matrix products are kept; the second ones and what is between products are computed again. In the order of a layer, the products are query, key,
/// value, output, up (or gate), up, down: key, output and, where gated, the second of the feed-forward are computed again.
/// </summary>
public static class SelectiveProducts
{
    /// <summary>Bytes kept of a layer: its input and the outputs above.</summary>
    public static double KeptBytes(ProfileContext context, bool moe)
    {
        var shape = context.Architecture;
        var tensor = context.Strategy.Tensor;
        var attention = context.Heads * (shape.QueryKeyDimension + shape.ValueDimension); // queries, and the core's output
        var values = context.KeyValueHeads * shape.ValueDimension;
        var sums = context.Tokens * context.Heads * 4; // log-sum-exp of attention, fp32
        var down = shape.Gated ? context.Tokens * shape.Hidden : 0; // the seventh product; of six it is the second of a pair
        // Each half of a layer ends in a reduction over the tensor group, whose result is kept beside the product's own.
        var reduced = tensor > 1 ? 2 * context.ResidualTokens * shape.Hidden : 0;
        var wide = FeedForwardWidth(context, moe) / tensor;
        var elements = (context.ResidualTokens * shape.Hidden) + (context.Tokens * (attention + values + wide)) + down + reduced;
        return (elements * context.ActivationBytes) + sums;
    }

    /// <summary>What the backward pass computes again: all but attention and the products kept, whose share is by their FLOPs.</summary>
    public static Work Again(ProfileContext context, Work forward, bool moe)
    {
        var share = SecondShare(context, moe);
        return forward with { Matmul = forward.Matmul * share, Attention = 0, Tensor = forward.Tensor / 2, Expert = 0 };
    }

    /// <summary>Share of a layer's products, by FLOPs, that are the second of a pair.</summary>
    internal static double SecondShare(ProfileContext context, bool moe)
    {
        var shape = context.Architecture;
        var hidden = (double)shape.Hidden;
        var queries = (double)shape.Heads * shape.QueryKeyDimension;
        var output = (double)shape.Heads * shape.ValueDimension;
        var keys = (double)shape.KeyValueHeads * shape.HeadDimension;
        var wide = FeedForwardWidth(context, moe);
        var all = queries + (2 * keys) + output + (shape.FeedForwardMatrices * wide);
        return hidden * (keys + output + wide) / (hidden * all);
    }

    /// <summary>Width of the feed-forward that a token passes, in all.</summary>
    private static double FeedForwardWidth(ProfileContext context, bool moe)
    {
        var shape = context.Architecture;
        return moe && shape.Experts is { } experts ? (experts.Active * experts.FeedForward) + experts.SharedFeedForward : shape.FeedForward;
    }
}
