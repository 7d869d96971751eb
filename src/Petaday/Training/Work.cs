using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Petaday.Training;

/// <summary>
/// What one pass over a piece of the model takes on one device for one micro-batch, in seconds by cause. Traffic is what no compute hides;
/// what could hide is weighed where it arises.
/// </summary>
/// <param name="Matmul">Matrix products, s.</param>
/// <param name="Attention">Scores, softmax and values, s.</param>
/// <param name="Elementwise">Norms, activations, residuals, casts, permutations, s.</param>
/// <param name="Tensor">Tensor- and sequence-parallel traffic, s.</param>
/// <param name="Context">Context-parallel traffic, s.</param>
/// <param name="Expert">Expert-parallel traffic, s.</param>
/// <param name="Kernels">Kernels that the host launches.</param>
/// <param name="Hops">Ranks that tensor-parallel collectives meet, one less than the group for each collective.</param>
public readonly record struct Work(
    double Matmul = 0,
    double Attention = 0,
    double Elementwise = 0,
    double Tensor = 0,
    double Context = 0,
    double Expert = 0,
    double Kernels = 0,
    double Hops = 0
)
{
    /// <summary>Seconds in which the device computes.</summary>
    public double Compute => Matmul + Attention + Elementwise;

    /// <summary>Seconds of exposed traffic.</summary>
    public double Traffic => Tensor + Context + Expert;

    /// <summary>One pass after the other.</summary>
    public static Work operator +(Work left, Work right) => Of(Lanes(left) + Lanes(right));

    /// <summary>The pass so many times.</summary>
    public static Work operator *(Work work, double times) => Of(Lanes(work) * times);

    // Eight figures are one vector: a search adds profiles of layers up some hundred thousand times.
    private static Vector512<double> Lanes(Work work) => Unsafe.BitCast<Work, Vector512<double>>(work);

    private static Work Of(Vector512<double> lanes) => Unsafe.BitCast<Vector512<double>, Work>(lanes);
}
