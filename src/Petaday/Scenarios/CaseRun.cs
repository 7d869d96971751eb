using Petaday.Architectures;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;
using Petaday.Training;

namespace Petaday.Scenarios;

/// <summary>The run of a case: what of its model, machines and recipe its calendar needs.</summary>
internal static class CaseRun
{
    // Weights in the format of the products and a copy in 32 bits beside the optimizer's states.
    private const double WeightBytes = 2;
    private const double MasterBytes = 4;

    /// <summary>What the run of a case does.</summary>
    /// <param name="one">The case.</param>
    /// <param name="seconds">Time of a step.</param>
    /// <param name="step">The step by part, of which a batch ramp takes what does not shrink with the batch; null where not known.</param>
    public static RunInputs Inputs(Case one, Line seconds, StepTime? step)
    {
        var spec = one.System.Spec;
        return new RunInputs(one.Tokens, one.Recipe.TokensPerStep, seconds, one.Devices)
        {
            AcceleratorId = spec.Accelerator.Id,
            DevicesPerNode = spec.DevicesPerNode,
            CheckpointBytes = one.Run.CheckpointBytes ?? Bytes(one),
            CheckpointsKept = one.Run.CheckpointsKept,
            HostBandwidth = Rate("hostBandwidth", "Link to the host", spec.Accelerator.HostBytesPerSecond),
            FabricBandwidth = Rate("fabricBandwidth", "Link to other nodes", spec.Fabric?.BytesPerSecond),
            Ramp = Ramp(one, step),
            LongContext = LongContext(one),
            Reliability = one.Run.Reliability,
        };
    }

    /// <summary>Size of a checkpoint: weights, their copy in 32 bits and the optimizer's states of the parameters that learn.</summary>
    private static Line Bytes(Case one)
    {
        double states = OptimizerModel.StateBytes(one.Recipe.Optimizer);
        double perParameter = one.Recipe.Precision == Hardware.Precision.Fp32 ? MasterBytes + states : WeightBytes + MasterBytes + states;
        return Line.Product(
            "checkpointBytes",
            "Size of a checkpoint",
            new Line("parameters", "Parameters that learn", Learning(one), Dimension.None),
            new Line("bytesPerParameter", "Bytes of a parameter", perParameter, Dimension.Bytes)
            {
                Note = "weights, their 32-bit copy and the optimizer's states",
            }
        );
    }

    // Adapters on every linear layer: r (in + out) of each, against in x out.
    private static double Learning(Case one) =>
        one.Recipe.Task is TrainingTask.Lora or TrainingTask.Qlora
            ? one.Model.Parameters.Total * 2 * one.Recipe.LoraRank / one.Model.Architecture.Hidden
            : one.Model.Parameters.Total;

    private static Line? Rate(string key, string name, double? value) =>
        value is { } known ? new Line(key, name, known, Dimension.BytesPerSecond) : null;

    private static BatchRamp? Ramp(Case one, StepTime? step)
    {
        var run = one.Run;
        if (run.RampTokens is not { } tokens || (run.RampFromTokens ?? InTokens(run.RampFromSequences, one)) is not { } first)
        {
            return null;
        }

        return new BatchRamp(
            AtMost(first, one.Recipe.TokensPerStep),
            AtMost(tokens, one.Tokens),
            new Line("fixedShare", "Share of a step that a smaller batch does not shorten", Fixed(step), Dimension.None)
            {
                Note = "pipeline bubble, traffic of weights and gradients, update",
            }
        );
    }

    private static double Fixed(StepTime? step) =>
        step is null
            ? 0
            : step.Parts.Where(part => part.Key is "pipelineBubble" or "dataParallel" or "optimizer" or "fixed").Sum(part => part.Amount)
                / step.Seconds;

    private static Line? InTokens(Line? sequences, Case one) =>
        sequences is { Value: { } count } ? sequences with { Value = count * one.Recipe.SequenceLength, Unit = Dimension.Tokens } : null;

    private static Line AtMost(Line line, double most) =>
        line.Value > most ? line with { Value = most, Input = null, Note = "no more than the run has" } : line;

    private static LongContextStage? LongContext(Case one)
    {
        if (one.Run is not { LongTokens: { } tokens, LongSequence: { } sequence })
        {
            return null;
        }

        var flops = new Line(
            "flopsRatio",
            "FLOPs of a token there over elsewhere",
            PerToken(one, sequence) / PerToken(one, one.Recipe.SequenceLength),
            Dimension.None
        );
        return new LongContextStage(
            AtMost(tokens, one.Tokens),
            one.Run.LongTimeRatio
                ?? flops with
                {
                    Key = "timeRatio",
                    Name = "Time of a token there over elsewhere",
                    Note = "as their FLOPs: at the same utilisation",
                },
            flops
        );
    }

    private static double PerToken(Case one, int sequence)
    {
        var rules = new CountingRules(sequence) { FrozenWeights = one.Recipe.Task is TrainingTask.Lora or TrainingTask.Qlora };
        var counts = OperatorCount.Of(one.Model.Architecture, rules);
        return counts.Operators.Sum(part => part.Forward + part.Backward) / counts.Tokens;
    }
}
