using Petaday.Economics;
using Petaday.Economics.Project;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Scenarios.Projects;

/// <summary>From the answer of a run to what its project rests on: time, energy, prices, with what the scenario says of them.</summary>
internal sealed class ProjectRun(Case one, Scenario scenario, Answer answer, ProjectFigures figures, Knowledge knowledge)
{
    /// <summary>The inputs of the project's model.</summary>
    public ProjectInputs Inputs()
    {
        var predicted = Find("run.deviceHours") with { Key = "deviceSeconds" };
        var held = figures.Find("infrastructure.deviceHours") is { } given ? given with { Key = "deviceSeconds" } : predicted;
        var power = PowerOfDevice(predicted);
        var energy = Line.Product("energy", "Energy on the meter", power, held);
        return new ProjectInputs(
            new CostInputs(one.System.Spec.Accelerator.Id, one.Devices, held, energy, Consumption.Tariff(one), Prices(), one.Payment.Basis)
            {
                Start = ProjectNeeds.FirstDay(scenario),
            },
            Factors(),
            figures
        )
        {
            Elapsed = Elapsed(held),
            Tokens = Find("run.tokens"),
            FlopsPerToken = Short(Find("model.flopsPerToken"), "model.flopsPerToken"),
            Parameters = Short(Find("model.parameters"), "model.parameters"),
            DeviceRate = Rate(),
            DevicePeak = new InputLines(one, knowledge).Peak(),
            PeakWatts = Short(Find("energy.peakMegawatts"), "energy.peakMegawatts"),
        };
    }

    private Line Find(string path) =>
        answer.Explanation.Find(path) ?? throw new InvalidOperationException($"The answer's tree has no '{path}'.");

    private static Line Short(Line line, string path) => Runs.Reference.To(line, path);

    /// <summary>With hours that the scenario gives, the same number of devices takes them.</summary>
    private Line Elapsed(Line held) =>
        figures.Has("infrastructure.deviceHours")
            ? Line.Computed(
                "elapsedSeconds",
                "Time of the run",
                Dimension.Seconds,
                "device time / devices",
                static parts => parts[0] / parts[1],
                held,
                new Line("devices", "Devices", one.Devices, Dimension.None)
            )
            : Short(Find("run.days"), "run.days") with
            {
                Key = "elapsedSeconds",
            };

    private Line PowerOfDevice(Line predicted) =>
        Line.Computed(
            "devicePower",
            "Power of a device with its share of server and hall",
            Dimension.Watts,
            "energy of the predicted run / its device time",
            static parts => parts[1] > 0 ? parts[0] / parts[1] : 0,
            Plain(Find("energy.megawattHours"), "energy.megawattHours"),
            Plain(predicted, "run.deviceHours")
        );

    // Energy and time of the predicted run move together: their ratio has no spread of its own.
    private static Line Plain(Line line, string path) =>
        line.Value is null ? line : new Line(line.Key, line.Name, line.Value, line.Unit) { Note = "explained under " + path };

    private Line Rate() =>
        new(
            "deviceRate",
            "Model FLOPs of a second on a device in the final run",
            answer.Step.FlopPerSecondPerDevice,
            Dimension.FlopPerSecond
        )
        {
            Note = "explained under step.tflopsPerDevice",
            Interval = Find("step.tokensPerSecondPerDevice") is { Interval: { } range, Value: { } value }
                ? new Interval(
                    answer.Step.FlopPerSecondPerDevice * range.Low / value,
                    answer.Step.FlopPerSecondPerDevice * range.High / value
                )
                : null,
        };

    private PriceBook Prices()
    {
        var prices = Consumption.Prices(one);
        return figures.Find("infrastructure.devicePrice") is { } own ? prices with { Purchase = own, CoversServer = false } : prices;
    }

    private EconomicFactors Factors()
    {
        var factors = knowledge.Factors.Economics;
        if (figures.Find("infrastructure.serverMarkup") is { } markup)
        {
            factors = factors with { ServerMarkup = new Runs.FamilyTable(Table(markup)) };
        }

        if (figures.Find("infrastructure.interconnectShare") is { } share)
        {
            factors = factors with { InterconnectShare = share };
        }

        return figures.Find("infrastructure.life") is { } life ? factors with { Loss = StraightLine(life) } : factors;
    }

    private static System.Collections.Immutable.ImmutableSortedDictionary<string, Line> Table(Line markup) =>
        System.Collections.Immutable.ImmutableSortedDictionary<string, Line>.Empty.Add("default", markup);

    private Line StraightLine(Line life) =>
        Line.Computed(
            "writtenOff",
            "Share of its worth that hardware loses over time",
            Dimension.Frequency,
            "(1 − resale) / life",
            static parts => (1 - parts[0]) / parts[1],
            figures.Find("infrastructure.resale") ?? new Line("resale", "Resale", 0, Dimension.None),
            life
        );
}
