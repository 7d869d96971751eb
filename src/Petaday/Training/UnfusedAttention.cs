using Petaday.Hardware;

namespace Petaday.Training;

/// <summary>
/// Attention as separate products, softmax and dropout, whose scores are written to memory: Megatron before FlashAttention
/// (Korthikanti et al. 2022, section 4.1: 5as²b bytes kept of scores, mask and their dropout).
/// </summary>
public static class UnfusedAttention
{
    /// <summary>
    /// Time of a product in 16 bits whose inner length is not a multiple of eight values (16 bytes), over that of one that is: matrix units are not fed, and
    /// vector units do the work, at a quarter of the rate on Ampere (78 against 312 TFLOP/s in fp16; NVIDIA, A100 whitepaper and Matrix Multiplication
    /// Background guide). Fused kernels pad the head instead.
    /// </summary>
    private const double MisalignedSlowdown = 4;

    /// <summary>Profile of the attention core.</summary>
    public static BlockProfile Of(ProfileContext context, bool full)
    {
        var shape = context.Architecture;
        var batch = context.Strategy.MicroBatch * context.Heads;
        var queries = context.LocalSequence;
        var keys = AttentionBlock.Keys(context, full);
        var scores = batch * queries * keys;
        var bytes = context.ActivationBytes;
        var slower = Misaligned(shape.QueryKeyDimension) || Misaligned(shape.ValueDimension) ? MisalignedSlowdown : 1;
        double Product(double m, double n, double k) =>
            slower * MatmulKernel.Seconds(context.Device, m, n, k, batch, context.WidePrecision);

        var products = Product(queries, keys, shape.QueryKeyDimension) + Product(queries, shape.ValueDimension, keys);
        var gradients =
            Product(queries, shape.QueryKeyDimension, keys)
            + Product(keys, shape.QueryKeyDimension, queries)
            + Product(queries, keys, shape.ValueDimension)
            + Product(keys, shape.ValueDimension, queries);
        var dropout = context.Recipe.Dropout;
        var forward = context.Stream(scores * ((2 * bytes) + (dropout ? (2 * bytes) + 1 : 0)), dropout ? 2 : 1);
        var backward = context.Stream(scores * ((3 * bytes) + (dropout ? (2 * bytes) + 1 : 0)), dropout ? 2 : 1);
        var queryKeyValue =
            context.Tokens
            * ((context.Heads * shape.QueryKeyDimension) + (context.KeyValueHeads * (shape.QueryKeyDimension + shape.ValueDimension)));
        return new BlockProfile(
            new Work(Attention: products + forward, Kernels: 6),
            new Work(Attention: gradients + backward, Kernels: 8),
            (queryKeyValue * bytes) + KeptScores(context, scores)
        );
    }

    /// <summary>Softmax output, dropout mask and dropout output.</summary>
    public static double KeptScores(ProfileContext context, double scores) =>
        scores * (context.Recipe.Dropout ? (2 * context.ActivationBytes) + 1 : context.ActivationBytes);

    private static bool Misaligned(double headDimension) => headDimension % 8 != 0;
}
