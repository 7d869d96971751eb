using System.Collections.Immutable;
using Petaday.Quantities;
using Petaday.Scenarios;
using Petaday.Training;

namespace Petaday.Reports;

/// <summary>An answer in the order in which a tired engineer asks: does it fit, how long, how dear; then why.</summary>
public static class AnswerPage
{
    /// <summary>Heading of the part on memory.</summary>
    public const string MemoryHeading = "Memory of the fullest device";

    /// <summary>Heading of the part on a step.</summary>
    public const string StepHeading = "One step";

    /// <summary>Heading of the part on where the run's time goes.</summary>
    public const string CalendarHeading = "Where the time goes";

    /// <summary>Heading of the part on money.</summary>
    public const string CostHeading = "Cost";

    /// <summary>Heading of the defaults that were chosen.</summary>
    public const string ChosenHeading = "Chosen where the scenario is silent";

    /// <summary>Heading of the limits of the method that apply.</summary>
    public const string NotesHeading = "Notes";

    // What rounds to 0.0 % of the whole is left to JSON and `explain`.
    private const double LeastShown = 0.0005;

    /// <summary>The page of an answer.</summary>
    /// <param name="answer">What to show.</param>
    public static Page Of(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Heading(answer.Explanation.Name, 1));
        blocks.Add(new Paragraph(Title(answer)));
        blocks.Add(new FactList([.. Headline(answer)]));
        blocks.Add(new Heading(MemoryHeading));
        blocks.Add(Parts(answer.Memory.Breakdown, answer.Memory.CapacityBytes, amount => Sizes.Memory(amount)));
        blocks.Add(new Heading(StepHeading));
        blocks.Add(Parts(answer.Step.Breakdown, answer.Step.Seconds, Sizes.Time));
        blocks.AddRange(AnswerBlocks.Calendar(answer.Run));
        blocks.AddRange(AnswerBlocks.Cost(answer.Cost));
        blocks.Add(new Heading("Strategy"));
        blocks.Add(StrategyFacts(answer));
        if (answer.Advice is { } advice)
        {
            blocks.Add(new Heading("Advice"));
            blocks.AddRange(AdviceReport.Blocks(advice));
        }

        AddNotes(blocks, answer);
        return new Page(blocks.ToImmutable());
    }

    /// <summary>Model and machines in a line.</summary>
    public static string Title(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return $"{answer.Model.Id} on {Sizes.Count(answer.System.Devices)} x {answer.System.Accelerator} ({answer.System.Id})";
    }

    /// <summary>Whether it fits, in a few words.</summary>
    public static string Fit(MemoryAnswer memory)
    {
        ArgumentNullException.ThrowIfNull(memory);
        string used = $"{Sizes.Memory(memory.BytesPerDevice)} of {Sizes.Memory(memory.CapacityBytes)} a device";
        return memory.Fits ? $"yes, {used}" : $"NO, {used}";
    }

    private static IEnumerable<Fact> Headline(Answer answer)
    {
        yield return new Fact(
            "Fits",
            Fit(answer.Memory),
            Range(answer, "memory.bytesPerDevice", Sizes.Memory),
            answer.Memory.Fits ? Tone.Good : Tone.Bad
        );
        yield return new Fact("Step", Sizes.Time(answer.Step.Seconds), Range(answer, "step.seconds", Sizes.Time));
        yield return new Fact(
            "MFU",
            Sizes.Share(answer.Step.Mfu),
            Ranged(answer, "step.mfu", Sizes.Share)
                + $"HFU {Sizes.Share(answer.Step.Hfu)}; {Sizes.Of(answer.Step.FlopPerSecondPerDevice, Dimension.FlopPerSecond)} and {Sizes.Of(answer.Step.TokensPerSecondPerDevice, Dimension.TokensPerSecond)} a device"
        );
        yield return new Fact(
            "Duration",
            Sizes.Of(answer.Run.Seconds, Dimension.Seconds),
            Range(answer, "run.days", days => Sizes.Time(days * 86_400)) ?? Tokens(answer.Run)
        );
        yield return new Fact(
            "Device-hours",
            Sizes.Number(answer.Run.DeviceSeconds / 3_600),
            Ranged(answer, "run.deviceHours", hours => Sizes.Number(hours))
                + (answer.Run.Goodput is { } goodput ? $"goodput {Sizes.Share(goodput)}" : "goodput not known")
        );
        yield return new Fact(
            "Compute",
            Sizes.Of(answer.Run.Flops, Dimension.Flop),
            $"{Sizes.Number(answer.Run.Flops / 8.64e19)} PF-days; {Tokens(answer.Run)}"
        );
        yield return new Fact(
            "Cost",
            Sizes.Of(answer.Cost.Total, Dimension.Money),
            Range(answer, "cost.total", money => Sizes.Of(money, Dimension.Money))
        );
        yield return new Fact("  rental", Sizes.Of(answer.Cost.Rental, Dimension.Money), "the devices at a rental price");
        yield return new Fact("  amortised", Sizes.Of(answer.Cost.Amortised, Dimension.Money), "the devices at their owner's cost");
        yield return new Fact("  acquisition", Sizes.Of(answer.Cost.Acquisition, Dimension.Money), "buying the cluster");
        yield return new Fact(
            "Energy",
            Sizes.Energy(answer.Energy.Joules),
            Ranged(answer, "energy.megawattHours", hours => Sizes.Energy(hours * 3.6e9)) + Power(answer.Energy)
        );
        yield return new Fact(
            "Carbon",
            Sizes.Of(Sum(answer.Carbon), Dimension.Carbon),
            $"operational {Sizes.Of(answer.Carbon.OperationalKilograms, Dimension.Carbon)}{Bracketed(answer, "carbon.operationalTonnes", tonnes => Sizes.Of(tonnes * 1000, Dimension.Carbon))}, embodied {Sizes.Of(answer.Carbon.EmbodiedKilograms, Dimension.Carbon)}"
        );
        yield return new Fact("Water", Sizes.Of(answer.WaterCubicMetres, Dimension.Water));
        if (answer.Run.PredictedLoss is { } loss)
        {
            yield return new Fact(
                "Loss",
                Loss(loss),
                Ranged(answer, "run.predictedLoss", Loss) + "what a scaling law expects, nats a token"
            );
        }
    }

    private static string Loss(double loss) => loss.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture);

    private static string Tokens(RunAnswer run) => Sizes.Of(run.Tokens, Dimension.Tokens);

    private static string? Range(Answer answer, string key, Func<double, string> write) =>
        answer.Intervals.TryGetValue(key, out var interval) ? $"90 %: {write(interval.Low)} to {write(interval.High)}" : null;

    private static string Ranged(Answer answer, string key, Func<double, string> write) =>
        Range(answer, key, write) is { } range ? range + "; " : "";

    private static string Bracketed(Answer answer, string key, Func<double, string> write) =>
        Range(answer, key, write) is { } range ? $" ({range})" : "";

    private static string? Power(EnergyAnswer energy) =>
        energy.AverageWatts is null
            ? null
            : $"average {Sizes.Of(energy.AverageWatts, Dimension.Watts)}, peak {Sizes.Of(energy.PeakWatts, Dimension.Watts)}";

    private static double? Sum(CarbonAnswer carbon) =>
        carbon.EmbodiedKilograms is null && carbon.OperationalKilograms is null
            ? null
            : (carbon.OperationalKilograms ?? 0) + (carbon.EmbodiedKilograms ?? 0);

    private static BarList Parts(ImmutableArray<NamedAmount> parts, double whole, Func<double, string> write) =>
        new([
            .. parts
                .Where(part => part.Amount / whole >= LeastShown)
                .Select(part => new Bar(Sizes.Label(part.Key), write(part.Amount), part.Amount / whole)),
        ]);

    private static FactList StrategyFacts(Answer answer)
    {
        var layout = answer.Strategy.Layout;
        return new FactList([
            new Fact("Tensor", Sizes.Count(layout.Tensor), layout.SequenceParallel ? "with sequence parallelism" : null),
            new Fact("Context", Sizes.Count(layout.Context)),
            new Fact(
                "Pipeline",
                Sizes.Count(layout.Pipeline),
                layout.Pipeline > 1 ? $"{Words.Of(layout.Schedule)}, {layout.VirtualPipeline} chunk(s) a stage" : null
            ),
            new Fact("Data", Sizes.Count(layout.Data), Sharding(layout)),
            new Fact("Expert", Sizes.Count(layout.Expert)),
            new Fact(
                "Micro-batch",
                Sizes.Count(layout.MicroBatch),
                $"{Sizes.Count(answer.Strategy.MicroBatches)} a step; global batch {Sizes.Count(answer.Strategy.GlobalBatchSequences)} sequences"
            ),
            new Fact(
                "Recompute",
                Words.Of(layout.Recompute),
                layout.RecomputeLayers > 0 ? $"{layout.RecomputeLayers} layers a stage" : null
            ),
            .. Offloaded(layout) is { } offloaded ? [new Fact("In host memory", offloaded)] : Array.Empty<Fact>(),
            .. answer.Search is { } search
                ?
                [
                    new Fact(
                        "Searched",
                        $"{Sizes.Count(search.Candidates)} strategies",
                        $"{Sizes.Count(search.Evaluated)} evaluated, {Sizes.Count(search.Feasible)} feasible{(search.Partial ? "; stopped before the end: a better one may be left" : "")}"
                    ),
                ]
                : Array.Empty<Fact>(),
        ]);
    }

    private static string Sharding(Training.Strategy layout) =>
        $"ZeRO stage {layout.ZeroStage}"
        + (layout.ShardGroup > 0 ? $" over groups of {Sizes.Count(layout.ShardGroup)} ranks" : "")
        + (layout.OverlapGradients ? "" : ", gradients reduced without overlap")
        + (layout.OverlapWeights ? "" : ", weights gathered without overlap");

    /// <summary>What is in host memory; null for nothing.</summary>
    private static string? Offloaded(Training.Strategy layout) =>
        (layout.OffloadOptimizer, layout.OffloadActivations) switch
        {
            (true, true) => "optimizer states and activations",
            (true, false) => "optimizer states",
            (false, true) => "activations",
            _ => null,
        };

    private static void AddNotes(ImmutableArray<Block>.Builder blocks, Answer answer)
    {
        if (answer.Defaults.Length > 0)
        {
            blocks.Add(new Heading(ChosenHeading));
            blocks.Add(new FactList([.. answer.Defaults.Select(chosen => new Fact(chosen.Key, chosen.Value, chosen.Why))]));
        }

        if (answer.Limits.Length > 0)
        {
            blocks.Add(new Heading(NotesHeading));
            blocks.Add(new Notes(answer.Limits));
        }
    }
}
