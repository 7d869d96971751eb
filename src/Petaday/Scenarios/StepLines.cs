using System.Collections.Immutable;
using Petaday.Explanations;
using Petaday.Planning;
using Petaday.Quantities;
using Petaday.Training;

namespace Petaday.Scenarios;

/// <summary>The time and the memory of a step as lines, down to the hardware's figures and the free parameters that they rest on.</summary>
internal sealed class StepLines(Case one, Candidate candidate, Knowledge knowledge)
{
    private readonly InputLines inputs = new(one, knowledge);

    /// <summary>Seconds of a step; its parts add up to it.</summary>
    /// <param name="ratio">Measured over predicted in published runs; null where not known.</param>
    public Line Seconds(Interval? ratio) =>
        Line.Sum(
            "seconds",
            "Time of a step",
            Dimension.Seconds,
            candidate.Estimate.Time.Parts.Select(part => Part(part, Dimension.Seconds))
        ) with
        {
            Interval = ratio is { } known ? Interval.Around(candidate.Estimate.Time.Seconds, known) : null,
        };

    /// <summary>Bytes on the fullest device; its parts add up to it.</summary>
    public Line Bytes() =>
        Line.Sum(
            "bytesPerDevice",
            "Memory of the fullest device",
            Dimension.Bytes,
            candidate.Estimate.Memory.Parts.Select(part => Part(part, Dimension.Bytes))
        );

    /// <summary>Model FLOPs over peak FLOPs.</summary>
    public Line Utilisation(string key, string name, double value, double flops, Line seconds)
    {
        const string Formula = "FLOPs of a step / (time of a step x devices x peak of a device)";
        Line[] parts =
        [
            new Line("flops", "FLOPs of a step", flops, Dimension.Flop),
            seconds,
            new Line("devices", "Devices", one.Devices, Dimension.None),
            inputs.Peak(),
        ];
        var worked = Line.Computed(key, name, Dimension.None, Formula, static of => of[0] / (of[1] * of[2] * of[3]), parts);
        // A format without a peak of its own is held to another's, which the line of the peak does not show.
        return worked.Value == value ? worked : Line.From(key, name, new Quantity(value, Dimension.None), Dimension.None, Formula, parts);
    }

    private Line Part(NamedAmount part, Dimension unit)
    {
        var (name, formula, rests) = Describe(part.Key);
        return new Line(part.Key, name, part.Amount, unit)
        {
            Formula = formula,
            Parts = [.. rests],
            Combination = formula is null ? Combination.Leaf : Combination.Other,
        };
    }

    private (string Name, string? Formula, ImmutableArray<Line> Inputs) Describe(string key) =>
        key switch
        {
            "matrixProducts" => (
                "Matrix products",
                "FLOPs of each product / rate that its shape sustains (tiles, waves, inner length) + a fixed time a kernel; memory traffic where that is longer",
                [
                    inputs.Peak(),
                    inputs.Device("matmulFraction"),
                    inputs.Device("innerHalfLength"),
                    inputs.Device("kernelSeconds"),
                    inputs.Software("efficiency"),
                ]
            ),
            "attention" => (
                "Attention",
                "FLOPs of scores and values below the diagonal / rate that fused attention sustains",
                [
                    inputs.Peak(wide: true),
                    inputs.Device("attentionForwardFraction"),
                    inputs.Device("attentionBackwardFraction"),
                    inputs.Device("flash2Share"),
                ]
            ),
            "elementwise" => (
                "Elementwise work",
                "bytes that norms, activations, residuals and casts move / sustained bandwidth",
                [inputs.Bandwidth(), inputs.Device("memoryFraction"), inputs.Device("kernelSeconds")]
            ),
            "recompute" => (
                "Recomputation",
                "forward work done again in the backward pass",
                [inputs.Peak(), inputs.Device("matmulFraction")]
            ),
            "hostLaunch" => (
                "Waiting for launches",
                "kernels x host time a launch, beyond the kernels' own time",
                [inputs.Software("hostLaunchSeconds")]
            ),
            "tensorParallel" => (
                "Tensor-parallel traffic",
                "bytes of each collective / sustained bandwidth + latency a hop, less what is overlapped",
                [inputs.ScaleUp(), inputs.Network("scaleUp"), inputs.Software("exposedTensorParallel")]
            ),
            "contextParallel" => (
                "Context-parallel traffic",
                "keys and values passed around the context group, less what attention hides",
                [inputs.ScaleUp(), inputs.Fabric()]
            ),
            "expertParallel" => (
                "Expert all-to-all",
                "tokens sent to their experts and back / sustained bandwidth",
                [inputs.ScaleUp(), inputs.Fabric()]
            ),
            "pipelineSends" => (
                "Pipeline sends",
                "activations handed from stage to stage / bandwidth, those that nothing hides",
                [inputs.Fabric(), inputs.Network("fabric")]
            ),
            "pipelineBubble" => (
                "Pipeline bubble",
                $"stages idle while the pipeline fills and drains ({Words.Of(candidate.Strategy.Schedule)})",
                [
                    new Line("pipeline", "Pipeline stages", candidate.Strategy.Pipeline, Dimension.None),
                    new Line(
                        "microBatches",
                        "Micro-batches",
                        candidate.Strategy.MicroBatches(one.Recipe.GlobalBatchSequences),
                        Dimension.None
                    ),
                ]
            ),
            "dataParallel" => (
                "Data-parallel traffic",
                "gradients reduced and weights gathered, less what hides under the passes",
                [inputs.Fabric(), inputs.Network("fabric"), inputs.Software("exposedDataParallel"), inputs.Software("contention")]
            ),
            "optimizer" => (
                "Optimizer",
                "bytes of weights, gradients and states / sustained bandwidth",
                [inputs.Bandwidth(), inputs.Device("memoryFraction")]
            ),
            "offload" => ("Offload", "kept activations over the host link beyond what compute hides", [inputs.Host()]),
            "straggling" => ("Stragglers", "share of the step a doubling of nodes", [inputs.Software("straggling")]),
            "fixed" => ("Data loading and logging", "fixed a step", [inputs.Software("stepSeconds")]),
            "weights" => (
                "Weights",
                "parameters of the stage on a device x bytes of their format, sharded under ZeRO 3",
                [inputs.Parameters()]
            ),
            "gradients" => ("Gradients", "parameters x bytes of their format, sharded from ZeRO 2", [inputs.Parameters()]),
            "optimizerStates" => (
                "Optimizer states",
                "parameters x bytes of master weights and moments, sharded from ZeRO 1",
                [inputs.Parameters()]
            ),
            "gradientCopy" => (
                "Copy of gradients for the update",
                "parameters a device updates x bytes of the copy",
                [inputs.Parameters()]
            ),
            "activations" => ("Activations", "bytes kept of a micro-batch x micro-batches in flight", []),
            "recomputation" => ("Working memory of a layer", "activations that exist while a layer runs", []),
            "gatheredSequence" => (
                "Gathered sequence",
                "a layer's whole input and its gradient, while it runs, under sequence parallelism",
                []
            ),
            "logits" => ("Logits", "tokens of a micro-batch x vocabulary of a rank x bytes", []),
            "gatheredWeights" => ("Gathered weights", "weights and gradients that are whole at once, under ZeRO 3", []),
            "fragmentation" => ("Fragmentation", "share of activations and buffers", [inputs.Software("memoryOverhead")]),
            "communicators" => ("Communicators", "groups of devices x buffers of each", [inputs.Software("communicatorBytes")]),
            "software" => ("Software", "context and libraries", [inputs.Software("memoryBase")]),
            _ => (key, null, []),
        };
}
