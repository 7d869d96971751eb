namespace Petaday.Hardware;

/// <summary>
/// What an accelerator sustains of its datasheet, as dimensionless fractions and seconds: free parameters with a prior from
/// microbenchmarks, calibrated on published runs and kept in the catalog with the fit's report, never set for a row.
/// </summary>
/// <param name="MatmulFraction">Sustained share of the 16-bit peak in large matrix products.</param>
/// <param name="Fp8Fraction">The same for 8-bit products against the 8-bit peak.</param>
/// <param name="Fp4Fraction">The same for 4-bit products against the 4-bit peak.</param>
/// <param name="AttentionForwardFraction">Sustained share of the 16-bit peak in fused attention, forward.</param>
/// <param name="AttentionBackwardFraction">The same, backward.</param>
/// <param name="MemoryFraction">Sustained share of memory bandwidth in streaming passes.</param>
/// <param name="KernelSeconds">Fixed time of one kernel on the device, s.</param>
/// <param name="InnerHalfLength">Inner dimension k at which a matrix product reaches half of its sustained rate.</param>
/// <param name="Flash2Share">
/// Share of the fused attention rate that FlashAttention-2 reaches, which uses nothing that came after Ampere: 35 % of an H100's peak where kernels
/// written for it reach 75 % (Shah et al. 2024, FlashAttention-3, abstract).
/// </param>
public sealed record AcceleratorParameters(
    double MatmulFraction,
    double Fp8Fraction,
    double Fp4Fraction,
    double AttentionForwardFraction,
    double AttentionBackwardFraction,
    double MemoryFraction,
    double KernelSeconds,
    double InnerHalfLength,
    double Flash2Share = 1
);
