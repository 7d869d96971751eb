namespace Petaday.Hardware;

/// <summary>
/// Time of fused attention (FlashAttention, Dao 2023): queries meet keys block by block and scores never reach memory, so it is
/// arithmetic that counts, at a rate that small heads and short sequences lower.
/// </summary>
public static class AttentionKernel
{
    /// <summary>Rows of a block: a causal mask skips whole blocks only.</summary>
    private const double Block = 128;

    /// <summary>Head size at which half of the rate of long inner products is reached: 64 gives 2/3, 128 gives 4/5 of it.</summary>
    private const double HalfHead = 32;

    /// <summary>FLOPs of scores and values, forward, over the pairs that are computed.</summary>
    /// <param name="sequences">Sequences in the kernel.</param>
    /// <param name="heads">Query heads on this device.</param>
    /// <param name="queries">Query positions on this device.</param>
    /// <param name="keys">Key positions that each query meets at most.</param>
    /// <param name="scoreDimension">Head size of queries and keys.</param>
    /// <param name="valueDimension">Head size of values.</param>
    /// <param name="causal">Whether later keys are masked.</param>
    public static double ForwardFlops(
        double sequences,
        double heads,
        double queries,
        double keys,
        double scoreDimension,
        double valueDimension,
        bool causal
    )
    {
        var share = causal ? Math.Min(1, 0.5 * (1 + (Block / keys))) : 1;
        return 2 * sequences * heads * queries * keys * share * (scoreDimension + valueDimension);
    }

    /// <summary>Seconds of the forward kernel for <paramref name="flops"/> of <see cref="ForwardFlops"/>.</summary>
    /// <param name="device">The accelerator.</param>
    /// <param name="flops">FLOPs.</param>
    /// <param name="blocks">Blocks of queries over all heads and sequences.</param>
    /// <param name="headDimension">Head size.</param>
    /// <param name="precision">Format.</param>
    /// <param name="share">Share of the device's rate that this kernel reaches: below 1 for one that was written for an older device.</param>
    public static double ForwardSeconds(
        Accelerator device,
        double flops,
        double blocks,
        double headDimension,
        Precision precision,
        double share = 1
    ) => Seconds(device, flops, blocks, headDimension, precision, share * device.Parameters.AttentionForwardFraction);

    /// <summary>Seconds of the backward kernel: five products for the forward's two, so 2.5 times its FLOPs (Dao et al. 2022, appendix B).</summary>
    public static double BackwardSeconds(
        Accelerator device,
        double forwardFlops,
        double blocks,
        double headDimension,
        Precision precision,
        double share = 1
    ) => Seconds(device, 2.5 * forwardFlops, blocks, headDimension, precision, share * device.Parameters.AttentionBackwardFraction);

    private static double Seconds(
        Accelerator device,
        double flops,
        double blocks,
        double headDimension,
        Precision precision,
        double fraction
    )
    {
        if (flops <= 0)
        {
            return 0;
        }

        var waves = Math.Ceiling(blocks / device.Units) * device.Units / blocks;
        var head = headDimension / (headDimension + HalfHead);
        return (flops * waves / (device.Peak(precision) * fraction * head)) + device.Parameters.KernelSeconds;
    }
}
