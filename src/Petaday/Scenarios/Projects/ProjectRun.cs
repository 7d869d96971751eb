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
        var power = PowerOfDevice();
        var energy = Line.Product("energy", "Energy on the meter", power, held);
        return new ProjectInputs(
            new CostInputs(one.System.Spec.Accelerator.Id, one.Devices, held, energy, Consumption.Tariff(one), Prices(), one.Payment.Basis)
            {
                Start = ProjectNeeds.Day(scenario, ProjectNeeds.Start),
                PriceDate = ProjectNeeds.Day(scenario, ProjectNeeds.PriceDate),
                Terms = PaymentResolver.Terms(scenario),
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

    // Of the hall's power, not of energy over time: what the site's overhead or the devices' power may be reaches the project's electricity.
    private Line PowerOfDevice() =>
        Line.Computed(
            "devicePower",
            "Power of a device with its share of server and hall",
            Dimension.Watts,
            "average power of the hall / devices",
            static parts => parts[0] / parts[1],
            Short(Find("energy.averageMegawatts"), "energy.averageMegawatts"),
            new Line("devices", "Devices", one.Devices, Dimension.None)
        );

    private Line Rate() =>
        Short(Find("step.tflopsPerDevice"), "step.tflopsPerDevice") with
        {
            Key = "deviceRate",
            Name = "Model FLOPs of a second on a device in the final run",
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
