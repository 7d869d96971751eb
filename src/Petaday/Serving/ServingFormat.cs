using Petaday.Hardware;

namespace Petaday.Serving;

/// <summary>The number formats that a model is served in. Embedding, router and output projection stay in 16 bits.</summary>
/// <param name="Weights">Format of the layers' matrices.</param>
/// <param name="Cache">Format of cached keys and values.</param>
public sealed record ServingFormat(NumberFormat Weights, NumberFormat Cache)
{
    private const double ScaleBytesOfInt4 = 2.0 / 128;
    private const double ScaleBytesOfFp4 = 1.0 / 16;

    /// <summary>Bytes of a stored weight, its share of the scales included.</summary>
    public double WeightBytes => Bytes(Weights);

    /// <summary>Bytes of a cached element.</summary>
    public double CacheBytes => Bytes(Cache);

    /// <summary>Bytes of an element in a format, its share of the scales included.</summary>
    public static double Bytes(NumberFormat format) =>
        format switch
        {
            NumberFormat.Bf16 => 2,
            NumberFormat.Int4 => 0.5 + ScaleBytesOfInt4,
            NumberFormat.Fp4 => 0.5 + ScaleBytesOfFp4,
            _ => 1,
        };

    /// <summary>The format that products run in on a device: narrow floats where it has them, else 16 bits with weights widened on the way.</summary>
    public Precision Arithmetic(Accelerator device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return Weights switch
        {
            NumberFormat.Fp4 when device.PeakFlopPerSecond.ContainsKey(Precision.Fp4) => Precision.Fp4,
            NumberFormat.Fp8 when device.PeakFlopPerSecond.ContainsKey(Precision.Fp8) => Precision.Fp8,
            _ => Precision.Bf16,
        };
    }
}
