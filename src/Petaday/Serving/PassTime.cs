namespace Petaday.Serving;

/// <summary>What one pass over layers takes on one device, s by cause.</summary>
/// <param name="Matmul">Products with weights.</param>
/// <param name="Attention">Scores and values over the cache.</param>
/// <param name="Elementwise">Norms, rotary, activations, casts.</param>
/// <param name="Traffic">Exchange between the devices of a replica.</param>
public readonly record struct PassTime(double Matmul, double Attention, double Elementwise, double Traffic)
{
    /// <summary>The whole pass, s.</summary>
    public double Total => Matmul + Attention + Elementwise + Traffic;

    /// <summary>Without exchange, s.</summary>
    public double Compute => Matmul + Attention + Elementwise;

    /// <summary>One after the other.</summary>
    public static PassTime operator +(PassTime left, PassTime right) =>
        new(
            left.Matmul + right.Matmul,
            left.Attention + right.Attention,
            left.Elementwise + right.Elementwise,
            left.Traffic + right.Traffic
        );

    /// <summary>So many times.</summary>
    public static PassTime operator *(PassTime pass, double times) =>
        new(pass.Matmul * times, pass.Attention * times, pass.Elementwise * times, pass.Traffic * times);
}
