using Petaday.Economics;
using Petaday.Environment;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;
using Petaday.Training;

namespace Petaday.Scenarios;

/// <summary>
/// What a run takes wherever it stands and however it is paid for. Time, energy of the equipment, embodied carbon and what owned hardware loses do not know the site; the
/// rest is linear in them: energy x overhead, carbon x the grid's, money x a price. Made by the models of Runs, Environment and Economics, so that what
/// <see cref="At"/> gives is what they give for the whole.
/// </summary>
internal sealed class RunUse
{
    private readonly double? seconds;
    private readonly double? deviceSeconds;
    private readonly double? equipmentJoules;
    private readonly double? embodied;
    private readonly double? owned;
    private readonly double? goodput;
    private readonly PriceBook prices;

    private RunUse(RunPlan run, double? equipmentJoules, double? embodied, double? owned, PriceBook prices)
    {
        (seconds, deviceSeconds, goodput) = (run.ElapsedSeconds.Value, run.DeviceSeconds.Value, run.Goodput.Value);
        (this.equipmentJoules, this.embodied, this.owned, this.prices) = (equipmentJoules, embodied, owned, prices);
    }

    /// <summary>Works it out for a case whose step takes <paramref name="stepSeconds"/>, by part where known, with devices at work for a share of it.</summary>
    public static RunUse Of(Case one, double stepSeconds, StepTime? step, double busyFraction, Knowledge knowledge)
    {
        var factors = knowledge.Factors;
        var accelerator = one.System.Spec.Accelerator.Id;
        var run = RunModel.Plan(
            CaseRun.Inputs(one, new Line("stepSeconds", "Time of a step", stepSeconds, Dimension.Seconds), step) with
            {
                WithIntervals = false,
            },
            factors.Runs
        );
        var power = PowerInputs.Read(one.System.Accelerator, one.System.Entry, one.Devices) with
        {
            BusyFraction = new Line("busyFraction", "Share of a step in which the device works", busyFraction, Dimension.None),
        };
        var energy = EnergyModel.Estimate(power, run.DeviceSeconds, new Line("pue", "No overhead", 1, Dimension.None), factors.Energy);
        var book = PriceBook.Read(one.System.Accelerator, one.System.Entry);
        var free = new Line("tariff", "Electricity apart", 0, Dimension.MoneyPerJoule);
        var hardware = CostModel.Estimate(
            new CostInputs(accelerator, one.Devices, run.DeviceSeconds, energy.Facility, free, book, MoneyBasis.Own),
            factors.Economics
        );
        return new RunUse(
            run,
            energy.Equipment.Value,
            EmbodiedModel.Estimate(EmbodiedInputs.Read(one.System.Accelerator, run.DeviceSeconds), factors.Embodied).Value,
            hardware.Amortised.Parts.Where(part => part.Key != "electricity").Aggregate((double?)0, (sum, part) => sum + part.Value),
            book
        );
    }

    /// <summary>The figures at a site, on a price basis.</summary>
    public PlanFigures At(GridSite site, PaymentChoice payment, Shift shift)
    {
        var joules = equipmentJoules * shift.Time * site.Pue.Value;
        var electricity = joules * (payment.Tariff ?? site.Tariff.Value) * shift.Tariff;
        var held = deviceSeconds * shift.Time;
        return new PlanFigures(
            seconds * shift.Time,
            held,
            payment.Basis == MoneyBasis.Own
                ? (owned * shift.Time * shift.Price) + electricity
                : held * (payment.Rent ?? prices.Rent(payment.Basis).Value) * shift.Price,
            joules,
            joules * site.Carbon.Value * shift.Carbon,
            embodied * shift.Time
        );
    }

    /// <summary>By how much the run takes longer where devices fail <paramref name="factor"/> times as often; null where it would not end.</summary>
    public double? LongerBy(double factor, Case one, RunDefaults defaults)
    {
        if (goodput is null || one.Run.Reliability.Goodput is not null)
        {
            return null;
        }

        var inputs = CaseRun.Inputs(one, new Line("stepSeconds", "Time of a step", 1, Dimension.Seconds), null);
        double? At(double ratio) =>
            GoodputModel.Calendar(inputs.Job, Failing(one, ratio, defaults), defaults, withIntervals: false).Goodput.Value;
        return At(1) / At(factor);
    }

    private static ReliabilityInputs Failing(Case one, double factor, RunDefaults defaults)
    {
        var usual = one.Run.Reliability;
        var ratio =
            usual.FailureRatio
            ?? defaults.Reliability.ClusterRatio.For(one.System.Spec.Accelerator.Id)
            ?? new Line("failureRatio", "Failures over those of the family", 1, Dimension.None);
        return usual.DeviceTimePerInterruption is { } held
            ? usual with
            {
                DeviceTimePerInterruption = held with { Value = held.Value / factor, Interval = null },
            }
            : usual with
            {
                FailureRatio = ratio with { Value = ratio.Value * factor, Interval = null },
            };
    }
}
