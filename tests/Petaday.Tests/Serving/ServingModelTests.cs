using Petaday.Catalog;
using Petaday.Economics;
using Petaday.Environment;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Serving;

namespace Petaday.Tests.Serving;

/// <summary>Machines, money and footprint of a demand.</summary>
public sealed class ServingModelTests
{
    private static readonly ServingBook Book = ServingBook.Read(Machines.Shipped);

    [Fact]
    public void Every_line_is_made_by_its_parts_and_none_is_not_a_number()
    {
        foreach (string system in new[] { "dgx-h100", "dgx-a100-80gb", "mi300x-8", "tpu-v5p-pod", "l40s-8" })
        {
            var estimate = Estimate(system);
            foreach (var line in Lines(estimate).SelectMany(line => line.Everything()))
            {
                line.Unsound().ShouldBeEmpty(line.Key);
                (line.Value is null || double.IsFinite(line.Value.Value)).ShouldBeTrue(line.Key);
            }
        }
    }

    [Fact]
    public void Tokens_of_prompts_and_answers_carry_the_whole_cost()
    {
        var estimate = Estimate("dgx-h100");
        double month = Book.Month.Value!.Value;
        double input = estimate.Demand.InputRate.Value!.Value * month;
        double output = estimate.Demand.OutputRate.Value!.Value * month;
        foreach (var basis in estimate.Cost.Bases)
        {
            double whole = (input * basis.PerInputToken.Value!.Value) + (output * basis.PerOutputToken.Value!.Value);
            whole.ShouldBe(basis.Month.Value!.Value, 1e-9 * whole);
            ((input + output) * basis.PerToken.Value!.Value).ShouldBe(whole, 1e-9 * whole);
        }
    }

    [Fact]
    public void A_rent_twice_as_high_costs_twice_as_much()
    {
        var once = Estimate("dgx-h100", rent: 2);
        var twice = Estimate("dgx-h100", rent: 4);
        twice.PerMonth.Value.ShouldBe(2 * once.PerMonth.Value);
        twice.PerOutputToken.Value.ShouldBe(2 * once.PerOutputToken.Value);
        // 2 USD an hour for 730.5 hours.
        once.PerMonth.Value!.Value.ShouldBe(2 * 730.5 * once.Fleet.Devices.Value!.Value, 1e-6);
    }

    [Fact]
    public void Replicas_carry_the_peak_and_no_replica_is_idle_for_it()
    {
        var estimate = Estimate("dgx-h100");
        double needed = estimate.Fleet.Work.Value!.Value * 1.5 / 0.8;
        estimate.Fleet.Replicas.Value!.Value.ShouldBeInRange(needed, needed + 1);
        estimate.Fleet.Load.Value!.Value.ShouldBeLessThanOrEqualTo(0.8 / 1.5);
    }

    [Fact]
    public void The_interval_is_that_of_the_software_and_holds_the_value()
    {
        var estimate = Estimate("dgx-h100");
        var range = ServingFactors.Read(Machines.Shipped).DenseShare.Interval.ShouldNotBeNull();
        double share = ServingFactors.Read(Machines.Shipped).DenseShare.Value!.Value;
        foreach (var line in new[] { estimate.PerOutputToken, estimate.PerInputToken, estimate.Fleet.BusyDevices })
        {
            var interval = line.Interval.ShouldNotBeNull(line.Key);
            interval.Low.ShouldBe(line.Value!.Value * share / range.High, 1e-9 * interval.Low);
            interval.High.ShouldBe(line.Value!.Value * share / range.Low, 1e-9 * interval.High);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_demand_that_cannot_be_is_refused(double tokens)
    {
        var question = Question("dgx-h100", 2);
        Should.Throw<ArgumentOutOfRangeException>(() =>
            ServingModel.Estimate(question with { Demand = question.Demand with { OutputTokens = PerRequest(tokens) } }, Book)
        );
    }

    [Theory]
    [InlineData(0.5, 0.8, 0)]
    [InlineData(1.5, 0, 0)]
    [InlineData(1.5, 1.1, 0)]
    [InlineData(1.5, 0.8, 1)]
    [InlineData(1.5, 0.8, -0.1)]
    public void Shares_and_peaks_keep_their_ranges(double peak, double use, double cached)
    {
        var question = Question("dgx-h100", 2);
        var demand = question.Demand with { PeakFactor = Plain(peak), PeakUse = Plain(use), CachedShare = Plain(cached) };
        Should.Throw<ArgumentOutOfRangeException>(() => ServingModel.Estimate(question with { Demand = demand }, Book));
    }

    private static IEnumerable<Line> Lines(ServingEstimate estimate) =>
        [
            estimate.Fleet.Replicas,
            estimate.Fleet.Devices,
            estimate.Fleet.Servers,
            estimate.Fleet.Load,
            estimate.Fleet.BusyDevices,
            estimate.Footprint.Energy.Facility,
            estimate.Footprint.CarbonPerRequest,
            estimate.Footprint.Water,
            estimate.Cost.Capital,
            .. estimate.Cost.Bases.SelectMany(basis =>
                new[] { basis.Month, basis.PerInputToken, basis.PerOutputToken, basis.PerToken, basis.PerRequest }
            ),
        ];

    private static ServingEstimate Estimate(string system, double? rent = null) =>
        ServingModel.Estimate(Question(system, rent), Book).Estimate.ShouldNotBeNull(system);

    private static ServingQuestion Question(string system, double? rent)
    {
        var entry = Machines.Shipped.Find(EntryKind.Systems, system, []).ShouldNotBeNull();
        var spec = Machines.System(system);
        var accelerator = Machines.Shipped.Find(EntryKind.Accelerators, spec.Accelerator.Id, []).ShouldNotBeNull();
        var site = Machines.Shipped.Find(EntryKind.Sites, "us-va", []).ShouldNotBeNull();
        var machine = ServingMachine.Of(spec, entry, accelerator);
        if (rent is { } price)
        {
            var line = new Line("rent", "Rent", price / 3600, Dimension.MoneyPerSecond);
            machine = machine with { Prices = machine.Prices with { OnDemand = line } };
        }

        var demand = new ServingDemand(
            new Line("requests", "Requests", 100, Dimension.Requests / Dimension.Seconds),
            PerRequest(1000),
            PerRequest(200),
            Plain(0),
            Plain(1.5),
            Plain(0.8)
        );
        return new ServingQuestion(
            Machines.Model("llama-3.1-8b"),
            machine,
            demand,
            Machines.Wide,
            new LatencyTargets(null, 10),
            GridSiteReader.Read(site, Machines.Shipped, Book.Factors.Energy),
            MoneyBasis.OnDemand
        );
    }

    private static Line PerRequest(double tokens) => new("tokens", "Tokens", tokens, Dimension.Tokens / Dimension.Requests);

    private static Line Plain(double value) => new("plain", "Plain", value, Dimension.None);
}
