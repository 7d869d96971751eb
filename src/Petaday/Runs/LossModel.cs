using System.Collections.Immutable;
using System.Globalization;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Runs;

/// <summary>The training loss that a scaling law predicts, in nats a token.</summary>
public static class LossModel
{
    /// <summary>The loss of a model of N parameters after D tokens, by one law. Outside what the law was fitted on the note says so.</summary>
    /// <param name="law">The law.</param>
    /// <param name="parameters">N: all parameters, or without embeddings for Kaplan's law; above zero.</param>
    /// <param name="tokens">D, above zero.</param>
    public static Line Predict(ScalingLaw law, double parameters, double tokens)
    {
        Bounds.Positive(parameters);
        Bounds.Positive(tokens);
        return law.Form switch
        {
            LossForm.Chinchilla => Chinchilla(law, parameters, tokens),
            _ => Kaplan(law, parameters, tokens),
        } with
        {
            Note = Extrapolation(law, parameters, tokens),
        };
    }

    /// <summary>The same as a number alone: what searches call.</summary>
    public static double Loss(ScalingLaw law, double parameters, double tokens) =>
        law.Form == LossForm.Chinchilla
            ? law["E"] + (law["A"] / Math.Pow(parameters, law["alpha"])) + (law["B"] / Math.Pow(tokens, law["beta"]))
            : Math.Pow(Math.Pow(law["Nc"] / parameters, law["alphaN"] / law["alphaD"]) + (law["Dc"] / tokens), law["alphaD"]);

    /// <summary>The fewest tokens after which the loss of a model of N parameters is at most <paramref name="loss"/>; infinite where no number of tokens does.</summary>
    public static double TokensFor(ScalingLaw law, double parameters, double loss)
    {
        double left =
            law.Form == LossForm.Chinchilla
                ? loss - law["E"] - (law["A"] / Math.Pow(parameters, law["alpha"]))
                : (loss > 0 ? Math.Pow(loss, 1 / law["alphaD"]) : 0) - Math.Pow(law["Nc"] / parameters, law["alphaN"] / law["alphaD"]);
        return !(left > 0) ? double.PositiveInfinity
            : law.Form == LossForm.Chinchilla ? Math.Pow(law["B"] / left, 1 / law["beta"])
            : law["Dc"] / left;
    }

    private static Line Chinchilla(ScalingLaw law, double parameters, double tokens) =>
        Line.Sum(
            "predictedLoss",
            "Predicted training loss",
            Dimension.None,
            law.Constants["E"] with
            {
                Name = "Loss of the data itself",
            },
            Term(
                "modelTerm",
                "What the model's size leaves",
                "A / N^alpha",
                law["A"] / Math.Pow(parameters, law["alpha"]),
                law.Constants["A"],
                law.Constants["alpha"]
            ),
            Term(
                "dataTerm",
                "What the data's size leaves",
                "B / D^beta",
                law["B"] / Math.Pow(tokens, law["beta"]),
                law.Constants["B"],
                law.Constants["beta"]
            )
        ) with
        {
            Formula = "E + A / N^alpha + B / D^beta",
        };

    private static Line Kaplan(ScalingLaw law, double parameters, double tokens)
    {
        double model = Math.Pow(law["Nc"] / parameters, law["alphaN"] / law["alphaD"]);
        double loss = Math.Pow(model + (law["Dc"] / tokens), law["alphaD"]);
        ImmutableArray<Line> constants = [.. law.Constants.Values.OrderBy(constant => constant.Key, StringComparer.Ordinal)];
        return Line.From(
            "predictedLoss",
            "Predicted training loss",
            new Quantity(loss, Dimension.None),
            Dimension.None,
            "((Nc / N)^(alphaN / alphaD) + Dc / D)^alphaD, N without embeddings",
            constants
        );
    }

    private static Line Term(string key, string name, string formula, double value, params IEnumerable<Line> constants) =>
        Line.From(key, name, new Quantity(value, Dimension.None), Dimension.None, formula, constants);

    private static string? Extrapolation(ScalingLaw law, double parameters, double tokens)
    {
        List<string> beyond = [];
        Compare(beyond, "parameters", parameters, law.Parameters);
        Compare(beyond, "tokens", tokens, law.Tokens);
        return beyond.Count == 0 ? null : $"Extrapolated: the law {law.Id} was fitted on {string.Join(" and on ", beyond)}.";
    }

    private static void Compare(List<string> beyond, string what, double value, Interval fitted)
    {
        if (value < fitted.Low || value > fitted.High)
        {
            beyond.Add(
                string.Create(CultureInfo.InvariantCulture, $"{fitted.Low:0.##e+0} to {fitted.High:0.##e+0} {what}, not {value:0.##e+0}")
            );
        }
    }
}
