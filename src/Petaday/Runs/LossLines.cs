using System.Globalization;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Runs;

/// <summary>The predicted loss of a run as a line: its law, what a mixture of experts and repeated tokens count for, its interval, its limits.</summary>
internal static class LossLines
{
    /// <summary>The line of a run whose parameters are known.</summary>
    public static Line Of(RunInputs inputs, RunDefaults defaults)
    {
        ScalingLaw law = defaults.Law(inputs.ScalingLaw);
        double total = inputs.Parameters.GetValueOrDefault();
        double active = inputs.ActiveParameters ?? total;
        bool without = law.Form == LossForm.Kaplan && inputs.NonEmbeddingParameters is not null;
        double tables = without ? total - inputs.NonEmbeddingParameters.GetValueOrDefault() : 0;
        Interval share = defaults.Loss.ExpertShare.Interval ?? new Interval(0, 1);
        double Parameters(double weight) => EffectiveParameters.Of(total - tables, Math.Max(1, active - tables), weight);
        var question = new LossQuestion(
            law,
            Parameters(defaults.Loss.ExpertShare.Value.GetValueOrDefault()),
            inputs.UniqueTokens,
            defaults.Loss.Repetition.Value.GetValueOrDefault()
        );
        double tokens = question.EffectiveTokens(inputs.Tokens);
        Line loss = LossModel.Predict(law, question.EffectiveParameters, tokens);
        return loss with
        {
            Interval = LossInterval.Of(
                law,
                question.EffectiveParameters,
                tokens,
                active == total ? null : new Interval(Parameters(share.Low), Parameters(share.High))
            ),
            Note = Joined(
                loss.Note,
                active == total ? null : Mixture(question.Parameters, defaults.Loss.ExpertShare),
                inputs.UniqueTokens < inputs.Tokens ? Repeated(inputs, tokens) : null,
                law.Form == LossForm.Kaplan && !without ? "Embeddings are counted in N: the law means N without them." : null,
                Exhausted(inputs, defaults.Loss.PublicText)
            ),
        };
    }

    private static string? Joined(params IEnumerable<string?> notes) =>
        string.Join(" ", notes.OfType<string>()) is { Length: > 0 } all ? all : null;

    private static string Mixture(double parameters, Line share) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"A mixture of experts counts as {parameters:0.##e+0} dense parameters (active^(1-w) x total^w, w = {share.Value:0.##}, {share.Interval?.Low:0.##} to {share.Interval?.High:0.##}; one pair of published models, unverified at other sizes)."
        );

    private static string Repeated(RunInputs inputs, double tokens) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{inputs.Tokens / inputs.UniqueTokens:0.#} passes over {inputs.UniqueTokens:0.##e+0} unique tokens count as {tokens:0.##e+0} tokens (Muennighoff et al. 2023)."
        );

    private static string? Exhausted(RunInputs inputs, Line text) =>
        (inputs.UniqueTokens ?? inputs.Tokens) > text.Value
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"More tokens than there is public text: about {text.Value:0.##e+0} ({text.Interval?.Low:0.##e+0} to {text.Interval?.High:0.##e+0}, Villalobos et al. 2024)."
            )
            : null;
}
