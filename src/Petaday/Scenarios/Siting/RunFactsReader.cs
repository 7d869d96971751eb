using Petaday.Catalog;
using Petaday.Economics;
using Petaday.Environment;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Sites;

namespace Petaday.Scenarios.Siting;

/// <summary>What a scenario's run takes wherever it stands: from its model, or from machines and a time, or from an energy.</summary>
internal sealed class RunFactsReader(
    Scenario scenario,
    Knowledge knowledge,
    TimeProvider clock,
    DefaultsLog log,
    ICollection<Diagnostic> diagnostics
)
{
    private const double BytesPerParameter = 2;
    private static readonly Line NoOverhead = new("pue", "No overhead", 1, Dimension.None);

    /// <summary>The run; null, with diagnostics added, where it cannot be worked out.</summary>
    public RunFacts? Read(IProgress<double>? progress, CancellationToken cancellation)
    {
        if (scenario.At("model") is not null && scenario.At("siting.runTime") is null)
        {
            return OfModel(progress, cancellation);
        }

        if (scenario.At("siting.runTime") is null && scenario.At("siting.energy") is null)
        {
            diagnostics.Add(
                scenario.Root.Problem(
                    DiagnosticCodes.MissingKey,
                    "there is nothing to place",
                    "'model: <id>', or 'siting.runTime' with 'system.devices', or 'siting.energy'"
                )
            );
            return null;
        }

        return scenario.At("system") is null && scenario.At("siting.energy") is not null ? OfEnergy() : OfTime();
    }

    private RunFacts? OfModel(IProgress<double>? progress, CancellationToken cancellation)
    {
        // A step knows nothing of where it stands: any site will do for it.
        var anywhere = scenario with
        {
            Root = Overlay.Merge(scenario.Root, Overlay.Single("site", "us", "site", false)),
            Uncertain = [],
        };
        if (
            ScenarioResolver.Resolve(anywhere, knowledge, ScenarioWish.Estimate, diagnostics) is not { } resolved
            || StrategyChooser.Choose(resolved.Cases[0], anywhere, knowledge, clock, diagnostics, progress, cancellation) is not { } chosen
        )
        {
            return null;
        }

        var one = resolved.Cases[0];
        if (chosen.Infeasible is { } misfit || chosen.Candidate is not { } candidate)
        {
            diagnostics.Add(
                scenario.Root.Problem(
                    DiagnosticCodes.NotAllowed,
                    chosen.Infeasible?.Message ?? "no strategy is valid",
                    "more devices, or another model"
                )
            );
            return null;
        }

        var seconds = new StepLines(one, candidate, knowledge).Seconds(AnswerAccuracy.Of(one, knowledge.Accuracy).Time?.Ratio);
        var run = AnswerBuilder.Plan(one, seconds, ModelLines.FlopsPerToken(one), candidate.Estimate.Time, knowledge);
        foreach (var chosenDefault in one.Defaults.Where(chosen => chosen.Key != "money.devices"))
        {
            log.Take(chosenDefault.Key, chosenDefault.Value, chosenDefault.Value, chosenDefault.Why);
        }

        var busy = new Line("busyFraction", "Share of a step in which the device works", candidate.Estimate.BusyFraction, Dimension.None);
        var use = Use(one.Name, one.System, one.Devices, run.DeviceSeconds, run.ElapsedSeconds, busy);
        return new RunFacts(use, one.System.Entry.Id, seconds, Weights() ?? OfParameters(one));
    }

    private RunFacts? OfTime()
    {
        int before = diagnostics.Count;
        var systems = SystemResolver.Resolve(scenario, knowledge, log, diagnostics);
        if (scenario.Integer("system.devices") is not { } devices)
        {
            diagnostics.Add(
                (scenario.At("siting.runTime") ?? scenario.Root).Problem(
                    DiagnosticCodes.MissingKey,
                    "a run of a given time needs a number of devices",
                    "'system.devices' as well"
                )
            );
            return null;
        }

        if (systems.Count > 1)
        {
            diagnostics.Add(scenario.At("system.id")!.Problem(DiagnosticCodes.NotAllowed, "sites are ranked for one system", "one id"));
        }

        if (diagnostics.Count > before || Time() is not { } seconds)
        {
            return null;
        }

        var held = Line.Product("deviceSeconds", "Device time", new Line("devices", "Devices", devices, Dimension.None), seconds);
        var use = Use(scenario.Text("name") ?? "run", systems[0], devices, held, seconds, null);
        return new RunFacts(use, systems[0].Entry.Id, null, Weights());
    }

    private RunFacts OfEnergy()
    {
        var energy = Energy()!;
        var seconds = Time() ?? Line.Unknown("runSeconds", "Time of the run", Dimension.Seconds, "'siting.runTime' is not given");
        var peak = Line.Computed(
            "watts",
            "Average power of devices and servers",
            Dimension.Watts,
            "energy / time of the run",
            static p => p[0] / p[1],
            energy,
            seconds
        );
        return new RunFacts(
            new ProjectUse(scenario.Text("name") ?? "run", seconds, energy, peak, null, null, null, null),
            null,
            null,
            Weights()
        );
    }

    private ProjectUse Use(string name, SystemChoice system, int devices, Line held, Line elapsed, Line? busy)
    {
        var payment = Payment();
        var power = PowerInputs.Read(system.Accelerator, system.Entry, devices) with { BusyFraction = busy };
        var energy = EnergyModel.Estimate(power, held, NoOverhead, knowledge.Factors.Energy);
        var equipment = Energy() ?? energy.Equipment;
        var prices = PriceBook.Read(system.Accelerator, system.Entry);
        var free = new Line("tariff", "Electricity apart", 0, Dimension.MoneyPerJoule);
        var cost = CostModel.Estimate(
            new CostInputs(system.Spec.Accelerator.Id, devices, held, equipment, free, prices, MoneyBasis.Own),
            knowledge.Factors.Economics
        );
        bool rents = payment.Basis != MoneyBasis.Own;
        return new ProjectUse(
            name,
            elapsed,
            equipment,
            energy.PeakWatts with
            {
                Name = "Peak power of devices and servers",
            },
            new Line("devices", "Devices", devices, Dimension.None) { Input = "system.devices" },
            rents ? Rent(payment, prices) : null,
            rents
                ? null
                : Line.Sum(
                    "hardware",
                    "What owned hardware loses in worth",
                    Dimension.Money,
                    cost.Amortised.Parts.Where(part => part.Key != "electricity")
                ),
            EmbodiedModel.Estimate(EmbodiedInputs.Read(system.Accelerator, held), knowledge.Factors.Embodied)
        );
    }

    // Rent holds the electricity, so that it is the same everywhere unless offers differ: sites differ for those who own.
    private PaymentChoice Payment() =>
        scenario.At("money.devices") is null && scenario.At("money.pricePerDeviceHour") is null
            ? log.Take(
                "money.devices",
                new PaymentChoice(MoneyBasis.Own, null, null),
                "own",
                "rent is one price wherever it stands, with its electricity: sites differ for those who pay for it themselves"
            )
            : PaymentResolver.Resolve(scenario, ScenarioWish.Estimate, log, diagnostics)[0];

    private static Line Rent(PaymentChoice payment, PriceBook prices) =>
        payment.Rent is { } own
            ? new Line("rent", "Rent of a device", own, Dimension.MoneyPerSecond) { Input = "money.pricePerDeviceHour" }
            : prices.Rent(payment.Basis) with
            {
                Key = "rent",
            };

    private Line? Time() =>
        scenario.Amount("siting.runTime", Dimension.Seconds) is { } time
            ? new Line("runSeconds", "Time of the run", time, Dimension.Seconds) { Input = "siting.runTime" }
            : null;

    private Line? Energy() =>
        scenario.Amount("siting.energy", Dimension.Joules) is { } energy
            ? new Line("equipment", "Energy of devices and servers", energy, Dimension.Joules) { Input = "siting.energy" }
            : null;

    private Line? Weights() =>
        scenario.Amount("siting.weights", Dimension.Bytes) is { } bytes
            ? new Line("weights", "Weights of the model", bytes, Dimension.Bytes) { Input = "siting.weights" }
            : null;

    private static Line OfParameters(Case one) =>
        new("weights", "Weights of the model", one.Model.Parameters.Total * BytesPerParameter, Dimension.Bytes)
        {
            Note = "2 bytes a parameter",
        };
}
