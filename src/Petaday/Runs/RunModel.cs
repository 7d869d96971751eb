using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Runs;

/// <summary>From tokens and the time of a step to a calendar: steps, FLOPs, goodput, days and device-hours.</summary>
public static class RunModel
{
    /// <summary>
    /// The plan of a run. Where the step's time is not known, neither are the days and device-hours: null with the reason.
    /// Throws <see cref="ArgumentOutOfRangeException"/> for a number that is not finite or not above zero.
    /// </summary>
    /// <param name="inputs">The run.</param>
    /// <param name="defaults">What published runs saw, from the catalog.</param>
    public static RunPlan Plan(RunInputs inputs, RunDefaults defaults)
    {
        Check(inputs);
        Line tokens = new("tokens", "Training tokens", inputs.Tokens, Dimension.Tokens) { Input = "recipe.tokens" };
        Line steps = Steps(tokens, inputs.TokensPerStep);
        Line training = Line.Product("trainingSeconds", "Training time without failures", steps, inputs.StepSeconds);
        Line goodput = GoodputModel.Of(inputs.Devices, inputs.AcceleratorId, inputs.Reliability, defaults);
        Line elapsed = Elapsed(training, goodput);
        Line flops = TrainingFlops.OfRun(tokens, FlopsPerToken(inputs));
        Line loss = Loss(inputs, defaults);
        return new RunPlan
        {
            Tokens = tokens,
            Steps = steps,
            Flops = flops,
            Goodput = goodput,
            TrainingSeconds = training,
            ElapsedSeconds = elapsed,
            DeviceSeconds = Line.Product(
                "deviceSeconds",
                "Device time",
                new Line("devices", "Devices", inputs.Devices, Dimension.None),
                elapsed
            ),
            PredictedLoss = loss,
            Notes =
            [
                .. new[] { flops, goodput, elapsed, loss }
                    .SelectMany(line => line.Everything())
                    .Where(IsRemark)
                    .Select(line => $"{line.Name}: {line.Note}")
                    .Distinct(StringComparer.Ordinal),
            ],
        };
    }

    // A figure's own note stays with the figure; what was worked out or is missing is said aloud.
    private static bool IsRemark(Line line) => line.Note is not null && (line.Value is null || !line.Parts.IsEmpty);

    private static Line Steps(Line tokens, double tokensPerStep) =>
        Line.Computed(
            "steps",
            "Optimizer updates",
            Dimension.None,
            "tokens / tokens of a global batch, rounded up",
            static parts => Math.Ceiling(parts[0] / parts[1]),
            tokens,
            new Line("tokensPerStep", "Tokens of a global batch", tokensPerStep, Dimension.Tokens)
        );

    private static Line Elapsed(Line training, Line goodput) =>
        Line.Computed(
            "elapsedSeconds",
            "Time on the wall",
            Dimension.Seconds,
            "training time / goodput",
            static parts => parts[0] / parts[1],
            training,
            goodput
        ) with
        {
            Interval =
                training.Value is { } seconds && goodput.Interval is { } range
                    ? new Interval(seconds / range.High, seconds / range.Low)
                    : null,
        };

    private static Line FlopsPerToken(RunInputs inputs) =>
        inputs.FlopsPerToken
        ?? (
            (inputs.ActiveParameters ?? inputs.Parameters) is { } parameters
                ? TrainingFlops.PerToken(parameters)
                : Line.Unknown(
                    "flopsPerToken",
                    "FLOPs a token",
                    Dimension.FlopPerToken,
                    "neither the architecture's FLOPs nor its parameters are known"
                )
        );

    private static Line Loss(RunInputs inputs, RunDefaults defaults) =>
        inputs.Parameters is null
            ? Line.Unknown("predictedLoss", "Predicted training loss", Dimension.None, "the number of parameters is not known")
            : LossLines.Of(inputs, defaults);

    private static void Check(RunInputs inputs)
    {
        Bounds.Positive(inputs.Tokens);
        Bounds.Positive(inputs.TokensPerStep);
        Bounds.Positive(inputs.StepSeconds);
        Bounds.Positive(inputs.FlopsPerToken);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs.Devices, 1);
        foreach (
            double? parameters in (ReadOnlySpan<double?>)
                [inputs.Parameters, inputs.ActiveParameters, inputs.NonEmbeddingParameters, inputs.UniqueTokens]
        )
        {
            if (parameters is { } given)
            {
                Bounds.Positive(given, "parameters");
            }
        }
    }
}
