using Petaday.Hardware;

namespace Petaday.Serving;

/// <summary>
/// Time of the kernels that serving runs, from the accelerator's own parameters. Products with few rows are split along the inner dimension
/// where whole output tiles would leave units idle (split-K): each part sums alone, and partial sums are added in memory.
/// </summary>
/// <param name="device">The accelerator.</param>
/// <param name="format">What weights are stored in.</param>
internal readonly struct ServingKernels(Accelerator device, ServingFormat format)
{
    private const double PartialSumBytes = 8; // an fp32 sum is written and read
    private const int MostParts = 16;
    private readonly Precision precision = format.Arithmetic(device);
    private readonly double weightBytes = format.WeightBytes;

    /// <summary>Bytes of an activation that enters a product.</summary>
    public double InputBytes => precision == Precision.Bf16 ? 2 : 1;

    /// <summary>Bytes a second that streams sustain.</summary>
    public double BytesPerSecond => device.MemoryBytesPerSecond * device.Parameters.MemoryFraction;

    /// <summary>Seconds of <paramref name="batch"/> products of m rows with weights of n columns and inner dimension k.</summary>
    public double Product(double m, double n, double k, double batch = 1) => Product(m, n, k, batch, precision, weightBytes);

    /// <summary>The same with weights that stay in 16 bits (router, output projection).</summary>
    public double WideProduct(double m, double n, double k) => Product(m, n, k, 1, Precision.Bf16, 2);

    /// <summary>Seconds of a pass over <paramref name="bytes"/>.</summary>
    public double Stream(double bytes, double kernels) => StreamingKernel.Seconds(device, bytes, kernels);

    private double Product(double m, double n, double k, double batch, Precision rate, double storedBytes)
    {
        if (m <= 0 || batch <= 0)
        {
            return 0;
        }

        var parameters = device.Parameters;
        var sustained =
            device.Peak(rate)
            * rate switch
            {
                Precision.Fp8 => parameters.Fp8Fraction,
                Precision.Fp4 => parameters.Fp4Fraction,
                _ => parameters.MatmulFraction,
            };
        var bytes = batch * ((storedBytes * k * n) + ((rate == Precision.Bf16 ? 2 : 1) * m * k) + (2 * m * n));
        var best = double.PositiveInfinity;
        for (var parts = 1; parts <= MostParts && parts * parameters.InnerHalfLength <= k; parts *= 2)
        {
            var flops = MatmulKernel.TileFlops(m, n, k / parts, batch * parts, device.Units);
            var arithmetic = flops * (1 + (parameters.InnerHalfLength * parts / k)) / sustained;
            var sums = parts > 1 ? PartialSumBytes * parts * batch * m * n : 0;
            best = Math.Min(best, Math.Max(arithmetic, (bytes + sums) / BytesPerSecond));
        }

        if (double.IsPositiveInfinity(best))
        {
            best = Math.Max(
                MatmulKernel.TileFlops(m, n, k, batch, device.Units) * (1 + (parameters.InnerHalfLength / k)) / sustained,
                bytes / BytesPerSecond
            );
        }

        return best + parameters.KernelSeconds;
    }
}
