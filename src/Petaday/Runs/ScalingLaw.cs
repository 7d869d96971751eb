using System.Collections.Immutable;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Runs;

/// <summary>A law that predicts the training loss from parameters and tokens, with the range that it was fitted on.</summary>
/// <param name="Id">Its id in catalog/factors/loss.yaml.</param>
/// <param name="Form">The equation.</param>
/// <param name="Constants">Its constants by symbol; where standard errors are published, with their 90 % interval.</param>
/// <param name="Parameters">Parameters of the models that it was fitted on.</param>
/// <param name="Tokens">Tokens that they were trained on.</param>
public sealed record ScalingLaw(string Id, LossForm Form, ImmutableDictionary<string, Line> Constants, Interval Parameters, Interval Tokens)
{
    /// <summary>The symbol of R*_N of Muennighoff et al. 2023: how fast parameters beyond what the unique tokens call for lose their worth.</summary>
    public const string RepeatedParameters = "repeatedParameters";

    /// <summary>A constant's value. Throws <see cref="KeyNotFoundException"/>: the catalog is checked when it is read.</summary>
    public double this[string symbol] =>
        Constants[symbol].Value ?? throw new KeyNotFoundException($"The law '{Id}' has no value for '{symbol}'.");

    /// <summary>The loss that no model and no data get below, nats a token: E, or 0 for Kaplan's form.</summary>
    public double Floor => Form == LossForm.Chinchilla ? this["E"] : 0;
}
