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
        Line training = Line.Product("training", "Training", steps, inputs.StepSeconds);
        RunCalendar calendar = Calendar(inputs, tokens, training, defaults);
        Line elapsed = calendar.Elapsed;
        Line goodput = training.Value is null ? GoodputModel.Of(inputs.Job, inputs.Reliability, defaults) : calendar.Goodput;
        Line flops = Flops(inputs, tokens);
        Line bytes =
            inputs.CheckpointBytes ?? Line.Unknown("checkpointBytes", "Size of a checkpoint", Dimension.Bytes, "the model is not known");
        Line loss = Loss(inputs, defaults);
        return new RunPlan
        {
            Tokens = tokens,
            Steps = steps,
            Flops = flops,
            Goodput = goodput,
            TrainingSeconds = training,
            ElapsedSeconds = elapsed,
            DeviceSeconds = DeviceSeconds(inputs, elapsed),
            Calendar = calendar.Lines,
            MeanTimeBetweenInterruptions = calendar.MeanTimeBetweenInterruptions,
            CheckpointInterval = calendar.CheckpointInterval,
            CheckpointBytes = bytes,
            CheckpointBytesKept = Line.Product(
                "checkpointBytesKept",
                "Checkpoints kept in storage",
                Reference.To(bytes, "run.checkpointBytes"),
                inputs.CheckpointsKept ?? defaults.Reliability.CheckpointsKept
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

    private static Line DeviceSeconds(RunInputs inputs, Line elapsed)
    {
        Line devices = new("devices", "Devices", inputs.Devices, Dimension.None);
        return inputs.Reliability.Spares is { Value: > 0 } spares
            ? Line.Product(
                "deviceSeconds",
                "Device time",
                Line.Computed(
                    "held",
                    "Devices held",
                    Dimension.None,
                    "devices x (1 + spares)",
                    static v => v[0] * (1 + v[1]),
                    devices,
                    spares
                ),
                elapsed
            )
            : Line.Product("deviceSeconds", "Device time", devices, elapsed);
    }

    private static RunCalendar Calendar(RunInputs inputs, Line tokens, Line training, RunDefaults defaults)
    {
        ReliabilityDefaults reliability = defaults.Reliability;
        ReliabilityCheck.Of(inputs.Job, inputs.Reliability, reliability);
        return RunCalendar.Of(
            inputs.Job,
            ForwardLines.Of(
                training,
                inputs.Job,
                inputs.Reliability,
                reliability,
                inputs.Ramp?.Longer(inputs.TokensPerStep, tokens, inputs.StepSeconds),
                inputs.LongContext?.Longer(inputs.TokensPerStep, inputs.StepSeconds)
            ),
            inputs.Reliability,
            reliability,
            inputs.WithIntervals
        );
    }

    private static Line Flops(RunInputs inputs, Line tokens)
    {
        Line perToken = FlopsPerToken(inputs);
        Line all = TrainingFlops.OfRun(tokens, perToken);
        return inputs.LongContext is { } stage
            ? Line.Sum(
                all.Key,
                all.Name,
                all.Unit,
                all with
                {
                    Key = "main",
                    Name = "FLOPs at the usual sequence",
                },
                stage.MoreFlops(perToken)
            )
            : all;
    }

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
        inputs.Ramp?.Check(inputs.TokensPerStep, inputs.Tokens);
        inputs.LongContext?.Check(inputs.Tokens);
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
