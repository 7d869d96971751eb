using System.Collections.Immutable;
using Petaday.Explanations;
using Petaday.Planning;
using Petaday.Quantities;
using Petaday.Runs;

namespace Petaday.Scenarios;

/// <summary>The tree of an answer: groups and keys are those of the JSON result, so that <c>explain step.seconds</c> finds what JSON calls so.</summary>
internal sealed class AnswerTree(
    Case one,
    Candidate candidate,
    StepLines step,
    Line seconds,
    Line flopsPerToken,
    RunPlan run,
    Consumption use,
    ImmutableSortedDictionary<string, Interval> intervals,
    Knowledge knowledge
)
{
    /// <summary>The root.</summary>
    public Line Root() =>
        Group(
            "answer",
            one.Name,
            Model(),
            System(),
            Step(),
            Memory(),
            Run(),
            Energy(),
            Carbon(),
            Group("water", "Water", use.Water with { Key = "cubicMetres" }),
            Cost()
        );

    private Line Model() => Group("model", one.Model.Name, ModelLines.Parameters(one), ModelLines.ActiveParameters(one), flopsPerToken);

    private Line System()
    {
        var inputs = new InputLines(one, knowledge);
        return Group(
            "system",
            one.System.Spec.Name,
            Plain("devices", "Devices", one.Devices),
            inputs.Peak(),
            inputs.Capacity(),
            inputs.Bandwidth(),
            inputs.ScaleUp(),
            inputs.Fabric()
        );
    }

    private Line Step()
    {
        var estimate = candidate.Estimate;
        var devices = Plain("devices", "Devices", one.Devices);
        return Group(
            "step",
            "One step",
            seconds,
            Ranged(step.Utilisation("mfu", "Model FLOPs utilisation", estimate.Mfu, estimate.ModelFlops, seconds), "step.mfu", 1),
            step.Utilisation("hfu", "Hardware FLOPs utilisation", estimate.Hfu, estimate.HardwareFlops, seconds),
            Ranged(
                Line.Computed(
                    "tokensPerSecondPerDevice",
                    "Throughput of a device",
                    Dimension.TokensPerSecond,
                    "tokens of a step / time of a step / devices",
                    static parts => parts[0] / parts[1] / parts[2],
                    new Line("tokensPerStep", "Tokens of a step", one.Recipe.TokensPerStep, Dimension.Tokens),
                    seconds,
                    devices
                ),
                "step.tokensPerSecondPerDevice",
                1
            ),
            Line.Computed(
                "tflopsPerDevice",
                "Model FLOPs of a second on a device",
                Dimension.FlopPerSecond,
                "FLOPs of a step / time of a step / devices",
                static parts => parts[0] / parts[1] / parts[2],
                new Line("flops", "FLOPs of a step", estimate.ModelFlops, Dimension.Flop),
                seconds,
                devices
            )
        );
    }

    private Line Memory() =>
        Group("memory", "Memory", Ranged(step.Bytes(), "memory.bytesPerDevice", 1), new InputLines(one, knowledge).Capacity());

    private Line Run() =>
        Group(
            "run",
            "Run",
            run.Tokens,
            run.Flops,
            Ranged(run.ElapsedSeconds with { Key = "days" }, "run.days", Units.SecondsPerDay),
            Ranged(run.DeviceSeconds with { Key = "deviceHours" }, "run.deviceHours", Units.SecondsPerHour),
            run.Goodput,
            run.PredictedLoss,
            run.CheckpointBytes,
            run.CheckpointBytesKept
        );

    private Line Energy() =>
        Group(
            "energy",
            "Energy",
            Ranged(use.Energy.Facility with { Key = "megawattHours" }, "energy.megawattHours", 1e6 * Units.SecondsPerHour),
            use.Energy.AverageWatts with
            {
                Key = "averageMegawatts",
            },
            use.Energy.PeakWatts with
            {
                Key = "peakMegawatts",
            }
        );

    private Line Carbon() =>
        Group(
            "carbon",
            "Carbon",
            Ranged(use.Carbon.Operational with { Key = "operationalTonnes" }, "carbon.operationalTonnes", 1000),
            use.Carbon.Embodied with
            {
                Key = "embodiedTonnes",
            },
            use.Carbon.Market with
            {
                Key = "marketTonnes",
            },
            use.Carbon.Marginal with
            {
                Key = "marginalTonnes",
            }
        );

    private Line Cost() =>
        Group(
            "cost",
            "Cost",
            Ranged(use.Cost.Total with { Key = "total" }, "cost.total", 1),
            use.Cost.Rental with
            {
                Key = "rental",
            },
            use.Cost.Amortised with
            {
                Key = "amortised",
            },
            use.Cost.Acquisition with
            {
                Key = "acquisition",
            },
            use.Cost.Electricity with
            {
                Key = "electricity",
            }
        );

    /// <summary>A line with the answer's interval, which the JSON result has in a unit of its own.</summary>
    private Line Ranged(Line line, string key, double unit) =>
        intervals.TryGetValue(key, out var interval)
            ? line with
            {
                Interval = new Interval(interval.Low * unit, interval.High * unit),
            }
            : line;

    private static Line Plain(string key, string name, double value) => new(key, name, value, Dimension.None);

    private static Line Group(string key, string name, params Line[] parts) =>
        new(key, name, null, Dimension.None) { Parts = [.. parts], Combination = Combination.Other };
}
