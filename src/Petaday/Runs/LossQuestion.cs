namespace Petaday.Runs;

/// <summary>What a law is asked with, apart from tokens: how many parameters, and how many tokens there are to see.</summary>
/// <param name="Law">The law.</param>
/// <param name="Parameters">N as the law means it, a mixture of experts at its <see cref="Runs.EffectiveParameters"/>; above zero.</param>
/// <param name="UniqueTokens">Tokens there are; null where none has to be seen twice.</param>
/// <param name="Repetition">R*_D of <see cref="RepeatedData"/>.</param>
public readonly record struct LossQuestion(ScalingLaw Law, double Parameters, double? UniqueTokens, double Repetition)
{
    /// <summary>Parameters that count.</summary>
    public double EffectiveParameters =>
        UniqueTokens is { } unique ? RepeatedData.EffectiveParameters(Law, Parameters, unique) : Parameters;

    /// <summary>Tokens that count, of so many trained on.</summary>
    public double EffectiveTokens(double tokens) =>
        UniqueTokens is { } unique ? RepeatedData.EffectiveTokens(tokens, unique, Repetition) : tokens;

    /// <summary>The loss after so many tokens, nats a token.</summary>
    public double Loss(double tokens) => LossModel.Loss(Law, EffectiveParameters, EffectiveTokens(tokens));

    /// <summary>The fewest tokens after which the loss is at most <paramref name="loss"/>; infinite where no number does.</summary>
    public double TokensFor(double loss)
    {
        double effective = LossModel.TokensFor(Law, EffectiveParameters, loss);
        return UniqueTokens is { } unique ? RepeatedData.TokensFor(effective, unique, Repetition) : effective;
    }
}
