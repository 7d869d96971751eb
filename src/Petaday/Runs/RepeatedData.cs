namespace Petaday.Runs;

/// <summary>What tokens are worth that are seen more than once, and parameters that few unique tokens feed (Muennighoff et al. 2023, arXiv:2305.16264, equations 5 and 6).</summary>
public static class RepeatedData
{
    /// <summary>Unique tokens that would do as much: U + U R (1 − exp(−(D/U − 1)/R)); D itself where none is repeated.</summary>
    /// <param name="tokens">D, above zero.</param>
    /// <param name="unique">U, above zero.</param>
    /// <param name="repetition">R*_D, above zero.</param>
    public static double EffectiveTokens(double tokens, double unique, double repetition) => Worth(tokens, unique, repetition);

    /// <summary>Tokens to train on for <paramref name="effective"/> to be reached; infinite where no repetition does.</summary>
    public static double TokensFor(double effective, double unique, double repetition)
    {
        if (effective <= unique)
        {
            return effective;
        }

        double lost = (effective / unique - 1) / repetition;
        return lost < 1 ? unique * (1 - (repetition * Math.Log(1 - lost))) : double.PositiveInfinity;
    }

    /// <summary>
    /// Parameters that count where only <paramref name="unique"/> tokens feed them: those beyond the best number for as many tokens lose their worth as repeated tokens do.
    /// </summary>
    /// <param name="law">A law of Chinchilla's form with R*_N; another leaves the parameters as they are.</param>
    /// <param name="parameters">N, above zero.</param>
    /// <param name="unique">U, above zero.</param>
    public static double EffectiveParameters(ScalingLaw law, double parameters, double unique)
    {
        if (law.Form != LossForm.Chinchilla || !law.Constants.ContainsKey(ScalingLaw.RepeatedParameters))
        {
            return parameters;
        }

        double fed = Math.Min(parameters, BestParameters(law, unique));
        return Worth(parameters, fed, law[ScalingLaw.RepeatedParameters]);
    }

    /// <summary>The number of parameters for which <paramref name="tokens"/> is the best number of tokens: α A / N^α = β B / D^β.</summary>
    public static double BestParameters(ScalingLaw law, double tokens) =>
        Math.Pow(law["alpha"] * law["A"] / (law["beta"] * law["B"]) * Math.Pow(tokens, law["beta"]), 1 / law["alpha"]);

    private static double Worth(double amount, double unique, double repetition) =>
        amount <= unique ? amount : unique * (1 + (repetition * (1 - Math.Exp(-((amount / unique) - 1) / repetition))));
}
