using Petaday.Hardware;

namespace Petaday.Training;

/// <summary>
/// A linear layer: one product forward, two backward (gradient of the input, gradient of the weights), each 2mnk FLOPs; frozen weights
/// have no gradient. Narrow formats add the casts of inputs and gradients, row-wise and column-wise copies (Transformer Engine).
/// </summary>
public static class LinearBlock
{
    /// <summary>Profile of <paramref name="tokens"/> x <paramref name="inputs"/> times inputs x <paramref name="outputs"/>, <paramref name="batch"/> times.</summary>
    /// <param name="context">The rank.</param>
    /// <param name="tokens">Rows.</param>
    /// <param name="inputs">Inner width on this rank.</param>
    /// <param name="outputs">Output width on this rank.</param>
    /// <param name="batch">Products in one kernel: local experts.</param>
    /// <param name="keepsInput">Whether the input is kept for the weight gradient here, rather than by the layer that shares it.</param>
    public static BlockProfile Of(
        ProfileContext context,
        double tokens,
        double inputs,
        double outputs,
        double batch = 1,
        bool keepsInput = true
    )
    {
        var precision = context.Recipe.Precision;
        var gradientBytes = context.FloatGradients ? 8 : 2; // an fp32 accumulation reads and writes
        var forward = new Work(
            Matmul: MatmulKernel.Seconds(context.Device, tokens, outputs, inputs, batch, precision),
            Elementwise: Cast(context, tokens * inputs * batch),
            Kernels: context.IsNarrow ? 2 : 1
        );
        var toInput = MatmulKernel.Seconds(context.Device, tokens, inputs, outputs, batch, precision);
        var toWeights = context.Frozen ? 0 : MatmulKernel.Seconds(context.Device, inputs, outputs, tokens, batch, precision, gradientBytes);
        var backward = new Work(
            Matmul: toInput + toWeights,
            Elementwise: Cast(context, tokens * outputs * batch),
            Kernels: (context.Frozen ? 1 : 2) + (context.IsNarrow ? 1 : 0)
        );
        var kept = keepsInput && !context.Frozen ? tokens * inputs * batch * context.KeptInputBytes : 0;
        var linear = new BlockProfile(forward, backward, kept);
        return context.Frozen ? linear + Adapter(context, tokens * batch, inputs, outputs) : linear;
    }

    /// <summary>
    /// A low-rank adapter beside a frozen product (Hu et al. 2021, section 4.1): y += B (A x). Its products are so thin that they move memory alone:
    /// forward reads x, reads and writes y; backward reads y's gradient twice (for B and for A x), reads x, and reads and writes x's gradient.
    /// </summary>
    private static BlockProfile Adapter(ProfileContext context, double tokens, double inputs, double outputs)
    {
        double Passes(double elements, double kernels) => context.Stream(tokens * elements * context.ActivationBytes, kernels);
        return new BlockProfile(
            new Work(Elementwise: Passes(inputs + (2 * outputs), 2), Kernels: 2),
            new Work(Elementwise: Passes((3 * inputs) + (2 * outputs), 4), Kernels: 4),
            0
        );
    }

    /// <summary>Seconds to cast so many elements: read 2 bytes for the scale (unless the hardware scales blocks), read 2, write 1 twice.</summary>
    private static double Cast(ProfileContext context, double elements) =>
        context.Recipe.Precision switch
        {
            Precision.Fp8 => context.Stream(elements * 6),
            Precision.Fp8Block or Precision.Mxfp8 => context.Stream(elements * 4.1),
            Precision.Fp4 => context.Stream(elements * 3.2),
            _ => 0,
        };
}
