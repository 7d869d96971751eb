using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;

namespace Petaday.Outlook;

/// <summary>
/// What training a model of a size takes by the closed form of the HPE paper (arXiv:2404.08811): C = C0 P T with C0 = 6 FLOP a parameter and
/// token (Kaplan et al. 2020) and T = 20 P (Hoffmann et al. 2022), so C = 120 P²; 120 P² / K where K experts share the parameters and a token passes
/// through one of them, an upper bound of what experts gain. It knows nothing of attention, memory, networks, batch size or where tokens come from.
/// </summary>
public static class BarrierLaw
{
    /// <summary>Parts of a P-parameter model's compute that a token saves when it passes through all of it: none.</summary>
    private const double NoExperts = 1;

    /// <summary>Tokens of the run, T = ratio × P.</summary>
    /// <param name="parameters">P, above zero.</param>
    /// <param name="tokensPerParameter">From the catalog's law (<c>Chinchilla rule</c>), token a parameter, above zero.</param>
    public static Line Tokens(Line parameters, Line tokensPerParameter)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(tokensPerParameter);
        Bounds.Positive(parameters);
        Bounds.Positive(tokensPerParameter);
        return Line.Product("tokens", "Tokens by the law", tokensPerParameter, parameters);
    }

    /// <summary>FLOP of the run, C = 6 P T / K.</summary>
    /// <param name="parameters">P, all parameters of the model, above zero.</param>
    /// <param name="tokensPerParameter">T / P, token a parameter, above zero.</param>
    /// <param name="experts">K, how many experts share the parameters, 1 or more; null for a dense model.</param>
    public static Line Flops(Line parameters, Line tokensPerParameter, Line? experts = null)
    {
        Line tokens = Tokens(parameters, tokensPerParameter);
        Line sharing = experts ?? new Line("experts", "Experts", NoExperts, Dimension.None) { Note = "a dense model" };
        if (sharing.Value is { } count && !(count >= NoExperts && double.IsFinite(count)))
        {
            throw new ArgumentOutOfRangeException(nameof(experts), count, "Expected a finite number of experts, 1 or more.");
        }

        Line perToken = Line.Computed(
            "flopsPerToken",
            "FLOPs a token",
            Dimension.FlopPerToken,
            "6 × parameters / experts",
            static parts => TrainingFlops.FlopsPerParameterAndToken * parts[0] / parts[1],
            parameters,
            sharing
        );
        return TrainingFlops.OfRun(tokens, perToken) with { Name = "Training FLOPs by the barrier law" };
    }

    /// <summary>Time for which devices are held, device-seconds: C / (rate × MFU).</summary>
    /// <param name="flops">C, from <see cref="Flops"/>.</param>
    /// <param name="peak">A device's peak rate, FLOP/s, above zero.</param>
    /// <param name="utilisation">Model FLOPs utilisation, above 0 to 1.</param>
    public static Line DeviceSeconds(Line flops, Line peak, Line utilisation)
    {
        ArgumentNullException.ThrowIfNull(flops);
        ArgumentNullException.ThrowIfNull(utilisation);
        Bounds.Positive(flops);
        Bounds.Positive(peak);
        if (utilisation.Value is { } share)
        {
            Bounds.Fraction(share, nameof(utilisation));
        }

        return Line.Computed(
            "deviceSeconds",
            "Device-time by the barrier law",
            Dimension.Seconds,
            "training FLOPs / (peak rate × MFU)",
            static parts => parts[0] / (parts[1] * parts[2]),
            flops,
            peak,
            utilisation
        );
    }
}
