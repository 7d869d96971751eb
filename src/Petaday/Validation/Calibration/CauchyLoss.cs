using MathNet.Numerics.LinearAlgebra;

namespace Petaday.Validation.Calibration;

/// <summary>The robust loss that fits bring down: a row that is far off pulls little (Cauchy's, with the noise that a good prediction's logarithm has).</summary>
internal static class CauchyLoss
{
    /// <summary>What a residual costs.</summary>
    public static double Of(double residual, double weight, double noise)
    {
        double scaled = residual / noise;
        return weight * Math.Log(1 + (scaled * scaled / 4)) * 4;
    }

    /// <summary>Adds a row to the normal equations: its slopes in the parameters at these indices; one below 0 is of no parameter.</summary>
    public static void Accumulate(
        Matrix<double> normal,
        Vector<double> gradient,
        ReadOnlySpan<double> slopes,
        ReadOnlySpan<int> at,
        double residual,
        double weight,
        double noise
    )
    {
        double scaled = residual / noise;
        double effective = weight / (1 + (scaled * scaled / 4)) / (noise * noise);
        for (int i = 0; i < at.Length; i++)
        {
            if (at[i] < 0)
            {
                continue;
            }

            gradient[at[i]] += effective * slopes[i] * residual;
            for (int j = 0; j < at.Length; j++)
            {
                if (at[j] >= 0)
                {
                    normal[at[i], at[j]] += effective * slopes[i] * slopes[j];
                }
            }
        }
    }
}
