using Petaday.Quantities;

namespace Petaday.Runs;

/// <summary>
/// How sure a predicted loss is: the published standard errors of the law's constants, and what is not known of mixtures of experts. Covariances of the constants are not
/// published: taken as independent, which makes the interval wider than the fit's own. It says nothing of other data or tokenizers.
/// </summary>
public static class LossInterval
{
    /// <summary>Standard deviations that nine in ten values of a normal distribution lie within.</summary>
    public const double NineInTen = 1.644854;

    /// <summary>The 90 % interval, nats a token; null where the law's errors are not published.</summary>
    /// <param name="law">The law.</param>
    /// <param name="parameters">Parameters that count.</param>
    /// <param name="tokens">Tokens that count.</param>
    /// <param name="parametersRange">Where these parameters may lie, of a mixture of experts; null where they are known.</param>
    public static Interval? Of(ScalingLaw law, double parameters, double tokens, Interval? parametersRange)
    {
        if (law.Form != LossForm.Chinchilla || law.Constants["A"].Interval is null)
        {
            return null;
        }

        double loss = LossModel.Loss(law, parameters, tokens);
        double model = law["A"] / Math.Pow(parameters, law["alpha"]);
        double data = law["B"] / Math.Pow(tokens, law["beta"]);
        double constants = Norm(
            Half(law, "E"),
            model * Half(law, "A") / law["A"],
            model * Math.Log(parameters) * Half(law, "alpha"),
            data * Half(law, "B") / law["B"],
            data * Math.Log(tokens) * Half(law, "beta")
        );
        double less = parametersRange is { } range ? loss - LossModel.Loss(law, range.High, tokens) : 0;
        double more = parametersRange is { } other ? LossModel.Loss(law, other.Low, tokens) - loss : 0;
        return new Interval(Math.Max(0, loss - Norm(constants, less)), loss + Norm(constants, more));
    }

    private static double Half(ScalingLaw law, string symbol) =>
        law.Constants[symbol] is { Value: { } value, Interval: { } range } ? range.High - value : 0;

    private static double Norm(params ReadOnlySpan<double> parts)
    {
        double sum = 0;
        foreach (double part in parts)
        {
            sum += part * part;
        }

        return Math.Sqrt(sum);
    }
}
