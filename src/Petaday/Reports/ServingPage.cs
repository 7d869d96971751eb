using System.Collections.Immutable;
using System.Globalization;
using Petaday.Quantities;
using Petaday.Scenarios.ServingCases;
using Petaday.Serving;

namespace Petaday.Reports;

/// <summary>An answer about serving, in the order in which one asks: how many machines, how dear, how fast; then why.</summary>
public static class ServingPage
{
    internal const string MoneyHeading = "Money of a month";
    internal const string NotesHeading = "Notes";

    /// <summary>The page of one answer that has an estimate, or of several side by side with the cheapest opened below.</summary>
    public static Page Of(IReadOnlyList<ServingAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ServingAnswer? best = Cheapest(answers);
        IEnumerable<Block> several = answers.Count > 1 ? [new Heading("Serving", 1), ServingTable.Of(answers)] : [];
        return new Page([.. several, .. best is null ? [] : One(best, answers.Count > 1 ? 2 : 1)]);
    }

    /// <summary>The answer whose month costs least on the basis that was asked for; null where none has an estimate.</summary>
    public static ServingAnswer? Cheapest(IEnumerable<ServingAnswer> answers) =>
        answers
            .Where(answer => answer.Estimate is not null)
            .OrderBy(answer => answer.Estimate!.PerMonth.Value ?? double.PositiveInfinity)
            .FirstOrDefault();

    private static IEnumerable<Block> One(ServingAnswer answer, int level)
    {
        var estimate = answer.Estimate!;
        yield return new Heading(answer.Case.Name, level);
        yield return new Paragraph(Title(answer));
        yield return new FactList([.. Headline(estimate)]);
        yield return new Heading(MoneyHeading);
        yield return Money(estimate.Cost);
        if (estimate.Point is { } point)
        {
            yield return new Heading("One replica");
            yield return new FactList([.. Replica(point)]);
            yield return new Heading("A token for each sequence in flight");
            yield return Step(point);
        }

        if (!answer.Notes.IsEmpty)
        {
            yield return new Heading(NotesHeading);
            yield return new Notes(answer.Notes);
        }
    }

    private static string Title(ServingAnswer answer)
    {
        string machines =
            $"{Sizes.Count(Whole(answer.Estimate!.Fleet.Devices.Value))} x {answer.Case.System.Spec.Accelerator.Id} ({answer.Case.System.Spec.Id}) at {answer.Case.Question.Site.Name}";
        var format = answer.Case.Question.Format;
        return answer.Estimate.Point is null
            ? $"{answer.Case.Model.Id} on {machines}, at a stated device time of a token"
            : $"{answer.Case.Model.Id} in {ServingWords.Of(format.Weights)} (cache {ServingWords.Of(format.Cache)}) on {machines}";
    }

    private static IEnumerable<Fact> Headline(ServingEstimate estimate)
    {
        var (fleet, footprint) = (estimate.Fleet, estimate.Footprint);
        double? requests = estimate.Demand.Requests.Value;
        yield return new Fact(
            "Demand",
            $"{Sizes.Number(requests)} requests/s",
            $"peak {Sizes.Number(estimate.Demand.PeakRequests.Value)}; {Sizes.Of(estimate.Demand.InputRate.Value, Dimension.TokensPerSecond)} in, {Sizes.Of(estimate.Demand.OutputRate.Value, Dimension.TokensPerSecond)} out"
        );
        yield return new Fact(
            "Devices",
            Sizes.Count(Whole(fleet.Devices.Value)),
            $"{Sizes.Count(Whole(fleet.Replicas.Value))} replicas of {estimate.Rate.Devices}; {Sizes.Count(Whole(fleet.Servers.Value))} servers; mean load {Sizes.Share(fleet.Load.Value ?? 0)}"
        );
        if (fleet.BusyDevices is { Value: { } busy, Interval: { } range })
        {
            yield return new Fact(
                "How sure",
                $"{Sizes.Number(range.Low / busy)} to {Sizes.Number(range.High / busy)} times the devices and the cost of a token",
                "90 %, from what published software reached of the modelled speed"
            );
        }

        yield return new Fact("To buy", Sizes.Of(estimate.Cost.Capital.Value, Dimension.Money));
        yield return new Fact(
            "Power",
            Sizes.Of(footprint.AverageWatts.Value, Dimension.Watts),
            $"rated {Sizes.Of(footprint.PeakWatts.Value, Dimension.Watts)}; {Sizes.Energy(footprint.Energy.Facility.Value)} a month"
        );
        yield return new Fact(
            "Carbon",
            $"{Sizes.Of(footprint.CarbonPerRequest.Value, Dimension.Carbon)} a request",
            $"{Sizes.Of(footprint.Carbon.Operational.Value, Dimension.Carbon)} of electricity and {Sizes.Of(footprint.Carbon.Embodied.Value, Dimension.Carbon)} of hardware a month; {Sizes.Of(footprint.CarbonPerToken.Value * 1e6, Dimension.Carbon)} a million tokens"
        );
        yield return new Fact("Water", Sizes.Of(footprint.Water.Value, Dimension.Water), "a month");
    }

    private static IEnumerable<Fact> Replica(OperatingPoint point)
    {
        var layout = point.Layout;
        yield return new Fact(
            "Layout",
            $"tensor {layout.Tensor}, pipeline {layout.Pipeline}" + (layout.Data > 1 ? $", experts over {layout.Expert}" : ""),
            string.Create(CultureInfo.InvariantCulture, $"{point.Batch:0} sequences in flight")
        );
        yield return new Fact(
            "Speed of a user",
            $"{Sizes.Number(1 / point.TokenSeconds)} tokens/s",
            double.IsFinite(point.FirstTokenSeconds)
                ? $"first token after {Sizes.Time(point.FirstTokenSeconds)} at the peak"
                : "no bound on the first token where replicas are loaded in full"
        );
        yield return new Fact(
            "Speed of a device",
            Sizes.Of(point.OutputTokensPerSecondPerDevice, Dimension.TokensPerSecond),
            $"{Sizes.Of(point.DecodeTokensPerSecondPerDevice, Dimension.TokensPerSecond)} decoding alone; {Sizes.Of(point.PromptTokensPerSecondPerDevice, Dimension.TokensPerSecond)} of prompts alone"
        );
        yield return new Fact(
            "Memory of a device",
            $"{Sizes.Memory(point.Memory.WeightBytes)} of weights",
            $"room for {Sizes.Memory(point.Memory.UsableBytes - point.Memory.WeightBytes)} of cache, {Sizes.Number(point.Memory.SequenceBytes / 1e6)} MB a sequence"
        );
    }

    private static BarList Step(OperatingPoint point)
    {
        double whole = point.Step.Total;
        Bar bar(string label, double seconds) => new(label, Sizes.Time(seconds), seconds / whole);
        return new BarList([
            bar("products", point.Step.Matmul),
            bar("attention", point.Step.Attention),
            bar("elementwise", point.Step.Elementwise),
            bar("traffic", point.Step.Traffic),
        ]);
    }

    private static Grid Money(ServingCost cost) =>
        new(
            ["basis", "a month", "1M prompt tokens", "1M output tokens", "1M of either", "a request"],
            [false, true, true, true, true, true],
            [.. cost.Bases.Select(basis => Row(basis, ReferenceEquals(basis, cost.Chosen)))]
        );

    private static ImmutableArray<string> Row(BasisCost cost, bool isChosen) =>
        [
            cost.Month.Name + (isChosen ? " *" : ""),
            Sizes.Of(cost.Month.Value, Dimension.Money),
            Million(cost.PerInputToken.Value),
            Million(cost.PerOutputToken.Value),
            Million(cost.PerToken.Value),
            Sizes.Of(cost.PerRequest.Value, Dimension.Money),
        ];

    internal static string Million(double? perToken) => Sizes.Of(perToken * 1e6, Dimension.Money);

    internal static long Whole(double? count) => count is { } known && known < long.MaxValue ? (long)known : 0;
}
