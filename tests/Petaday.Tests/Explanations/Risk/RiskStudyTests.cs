using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Petaday.Explanations;
using Petaday.Explanations.Risk;
using Petaday.Quantities;
using Petaday.Quantities.Distributions;
using Interval = Petaday.Quantities.Interval;

namespace Petaday.Tests.Explanations.Risk;

public sealed class RiskStudyTests
{
    private static readonly RiskOptions Usual = new() { Draws = 20_000, Seed = 42 };

    // X ~ N(10, 1), Y ~ N(20, 2), Z ~ N(30, 3): the sum is N(60, √14), and the variances' shares are 1, 4 and 9 of 14.
    [Fact]
    public void A_sum_of_normals_has_the_percentiles_and_indices_of_theory()
    {
        var risk = Study(
            Line.Sum("sum", "Sum", Dimension.None, Leaf("x", 10), Leaf("y", 20), Leaf("z", 30)),
            new()
            {
                ["x"] = Normal(10, 1),
                ["y"] = Normal(20, 2),
                ["z"] = Normal(30, 3),
            }
        );
        var spread = risk.Find("sum")!.Spread!;
        double deviation = Math.Sqrt(14);
        spread.Mean.ShouldBe(60, 0.1);
        spread.P50.ShouldBe(60, 0.1);
        spread.P5.ShouldBe(60 - (1.644854 * deviation), 0.15);
        spread.P95.ShouldBe(60 + (1.644854 * deviation), 0.15);
        spread.P25.ShouldBe(60 - (0.674490 * deviation), 0.1);
        spread.P10.ShouldBe(60 - (1.281552 * deviation), 0.12);
        Drivers(risk).ShouldBe(["z", "y", "x"]);
        foreach (var (name, share) in new[] { ("x", 1 / 14.0), ("y", 4 / 14.0), ("z", 9 / 14.0) })
        {
            Driver(risk, name).FirstOrder.ShouldBe(share, 0.03);
            Driver(risk, name).Total.ShouldBe(share, 0.03);
        }
    }

    // Ishigami and Homma 1990 with a = 7, b = 0.1: first order 0.3139, 0.4424, 0; total 0.5576, 0.4424, 0.2437 (Saltelli et al. 2000).
    [Fact]
    public void The_Ishigami_function_has_its_known_indices()
    {
        var uniform = Distribution.Uniform(Dimension.None, -Math.PI, Math.PI);
        var risk = Study(
            Line.Computed(
                "f",
                "Ishigami",
                Dimension.None,
                "sin x + 7 sin² y + 0.1 z⁴ sin x",
                static of => Math.Sin(of[0]) + (7 * Math.Pow(Math.Sin(of[1]), 2)) + (0.1 * Math.Pow(of[2], 4) * Math.Sin(of[0])),
                Leaf("x", 0),
                Leaf("y", 0),
                Leaf("z", 0)
            ),
            new()
            {
                ["x"] = uniform,
                ["y"] = uniform,
                ["z"] = uniform,
            }
        );
        risk.Find("f")!.Spread!.Mean.ShouldBe(3.5, 0.1);
        Driver(risk, "x").FirstOrder.ShouldBe(0.3139, 0.05);
        Driver(risk, "y").FirstOrder.ShouldBe(0.4424, 0.05);
        Driver(risk, "z").FirstOrder.ShouldBe(0, 0.05);
        Driver(risk, "x").Total.ShouldBe(0.5576, 0.03);
        Driver(risk, "y").Total.ShouldBe(0.4424, 0.03);
        Driver(risk, "z").Total.ShouldBe(0.2437, 0.03);
    }

    // The product of lognormals is lognormal: medians multiply, the logarithms' spreads add as squares.
    [Fact]
    public void A_product_of_cited_ranges_is_lognormal()
    {
        var root = Group(
            Line.Product(
                "cost",
                "Cost",
                Cited("hours", 100, Dimension.Seconds, 50, 200),
                Cited("price", 3, Dimension.MoneyPerSecond, 1.5, 6)
            )
        );
        var spread = RiskStudy.Of(root, Usual, "cost").Find("cost")!.Spread!;
        spread.P50.ShouldBe(300, 8);
        spread.P95.ShouldBe(300 * Math.Pow(2, Math.Sqrt(2)), 20);
        spread.P5.ShouldBe(300 / Math.Pow(2, Math.Sqrt(2)), 4);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_on_one_thread_and_on_many()
    {
        var root = Tree();
        var one = RiskStudy.Of(root, Usual with { Threads = 1 }, "total");
        foreach (int threads in new[] { 2, 7 })
        {
            var other = RiskStudy.Of(root, Usual with { Threads = threads }, "total");
            other.Lines.Select(line => line.Spread).ShouldBe(one.Lines.Select(line => line.Spread));
            other.Targets[0].Drivers.ShouldBe(one.Targets[0].Drivers);
        }

        RiskStudy.Of(root, Usual with { Seed = 43 }, "total").Find("total")!.Spread.ShouldNotBe(one.Find("total")!.Spread);
    }

    [Fact]
    public void Without_spread_every_percentile_is_the_estimate_to_the_bit()
    {
        foreach (var combination in new[] { 0, 1, 2 })
        {
            var parts = new[] { 0.1, 0.7, 1 / 3.0 }.Select((value, place) => Leaf($"x{place}", value)).ToArray();
            var root = combination switch
            {
                0 => Line.Sum("y", "Y", Dimension.None, parts),
                1 => Line.Product("y", "Y", parts),
                _ => Line.Computed("y", "Y", Dimension.None, "x / y − z", static of => (of[0] / of[1]) - of[2], parts),
            };
            // One moves and adds nothing: the rest must come out as it went in, through the same operations.
            var moving = Line.Computed("nothing", "Nothing", Dimension.None, "0 × w", static of => 0 * of[0], Leaf("w", 5));
            var whole = Line.Sum("whole", "Whole", Dimension.None, root, moving);
            var spread = Study(whole, new() { ["w"] = Normal(5, 1) }).Find("whole")!.Spread!;
            new[] { spread.P5, spread.P10, spread.P25, spread.P50, spread.P75, spread.P90, spread.P95, spread.Mean }.ShouldAllBe(value =>
                value == whole.Value
            );
            Study(root, parts.ToDictionary(part => part.Key, part => Normal(part.Value!.Value, 0))).Variables.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Percentiles_are_ordered_and_more_spread_never_narrows_them() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll<NormalFloat, NormalFloat, int>(
                (first, second, bits) =>
                {
                    var (spread, more) = (bits & 0xff, (bits >> 8) & 0xff);
                    double price = 1 + (Math.Abs(first.Get) % 1e6);
                    double hours = 1 + (Math.Abs(second.Get) % 1e6);
                    var narrow = Cost(price, hours, 1 + (spread / 256.0));
                    var wide = Cost(price, hours, 1 + (spread / 256.0) + (more / 64.0));
                    double[] ordered = [narrow.P5, narrow.P10, narrow.P25, narrow.P50, narrow.P75, narrow.P90, narrow.P95];
                    ordered.Zip(ordered.Skip(1)).ShouldAllBe(pair => pair.First <= pair.Second);
                    wide.P5.ShouldBeLessThanOrEqualTo(narrow.P5 * (1 + 1e-12));
                    wide.P25.ShouldBeLessThanOrEqualTo(narrow.P25 * (1 + 1e-12));
                    wide.P75.ShouldBeGreaterThanOrEqualTo(narrow.P75 * (1 - 1e-12));
                    wide.P95.ShouldBeGreaterThanOrEqualTo(narrow.P95 * (1 - 1e-12));
                }
            )
        );

    [Fact]
    public void A_draw_without_a_value_is_lost_and_counts_as_a_miss()
    {
        // 1 / x of a uniform between -1 and 1, where below zero nothing comes out: half of the draws.
        var root = Line.Computed("y", "Y", Dimension.None, "√x", static of => Math.Sqrt(of[0]), Leaf("x", 0.25));
        var model = Model(Group(root), new() { ["x"] = Distribution.Uniform(Dimension.None, -1, 1) }) with
        {
            Limits = [new RiskLimit("limit", "Limit", ["y"], Distribution.Uniform(Dimension.None, 0.5, 0.5))],
        };
        var risk = RiskStudy.Of(model, Usual, cancellation: TestContext.Current.CancellationToken);
        risk.Find("y")!.Spread!.Lost.ShouldBe(0.5, 0.02);
        risk.Find("y")!.Spread!.P50.ShouldBe(Math.Sqrt(0.5), 0.02);
        // Kept: x from 0 to 0.25, an eighth.
        risk.Misses.ShouldHaveSingleItem().Chance.ShouldBe(7 / 8.0, 0.02);
    }

    [Fact]
    public void An_uncertain_limit_is_drawn_too()
    {
        var model = Model(Group(Line.Sum("y", "Y", Dimension.None, Leaf("x", 10))), new() { ["x"] = Normal(10, 3) }) with
        {
            Limits = [new RiskLimit("limit", "Limit", ["y"], Normal(15, 4))],
        };
        // The difference is N(5, 5): it lies below zero in 15.87 % of draws.
        RiskStudy.Of(model, Usual, cancellation: TestContext.Current.CancellationToken).Misses[0].Chance.ShouldBe(0.1587, 0.01);
    }

    // Draws choose among worlds: n devices cost n, for n = 1 to 16; the mean is 8.5, and all of the variance is the choice's.
    [Fact]
    public void Draws_choose_the_nearest_world()
    {
        var choice = new LineVariable("devices", "Devices", Distribution.Uniform(Dimension.None, 0, 1));
        RiskWorld World(int devices, params ImmutableArray<double> place) =>
            new(Group(Line.Sum("cost", "Cost", Dimension.None, Leaf("devices", devices))), static _ => null, place);
        var model = new RiskModel(World(8), ["cost"])
        {
            Choices = [choice],
            Worlds = [.. Enumerable.Range(0, 16).Select(point => World(point + 1, (point + 0.5) / 16))],
        };
        var risk = RiskStudy.Of(model, Usual, cancellation: TestContext.Current.CancellationToken);
        var spread = risk.Find("cost")!.Spread!;
        spread.Mean.ShouldBe(8.5, 0.1);
        spread.P5.ShouldBe(1);
        spread.P95.ShouldBe(16);
        Driver(risk, "devices").FirstOrder.ShouldBe(1, 0.05);
        Driver(risk, "devices").Low.ShouldBe(1);
        Driver(risk, "devices").High.ShouldBe(16);
    }

    private static Spread Cost(double price, double hours, double factor)
    {
        var cost = Line.Product(
            "cost",
            "Cost",
            new Line("price", "Price", price, Dimension.Money) { Interval = new Interval(price / factor, price * factor) },
            Leaf("hours", hours)
        );
        var risk = RiskStudy.Of(
            Group(Line.Sum("total", "Total", Dimension.Money, cost, new Line("fixed", "Fixed", price, Dimension.Money))),
            new RiskOptions { Draws = 500 }
        );
        double still = (price * hours) + price;
        return risk.Find("total")!.Spread ?? new Spread(still, still, still, still, still, still, still, still, 0);
    }

    private static Line Tree()
    {
        var price = Cited("price", 3, Dimension.Money, 2, 5);
        var count = Cited("count", 100, Dimension.None, 60, 130);
        var share = Cited("share", 0.9, Dimension.None, 0.8, 0.95);
        var cost = Line.Product("cost", "Cost", price, count);
        var loss = Line.Computed("loss", "Loss", Dimension.Money, "cost / share − cost", static of => (of[0] / of[1]) - of[0], cost, share);
        return Group(Line.Sum("total", "Total", Dimension.Money, cost, loss));
    }

    private static RiskResult Study(Line root, Dictionary<string, Distribution> drawn) =>
        RiskStudy.Of(Model(Group(root), drawn, root.Key), Usual);

    private static RiskModel Model(Line root, Dictionary<string, Distribution> drawn, params ImmutableArray<string> targets) =>
        new(
            new RiskWorld(
                root,
                line => drawn.TryGetValue(line.Key, out var distribution) ? new LineVariable(line.Key, line.Name, distribution) : null,
                []
            ),
            targets
        );

    private static RiskDriver Driver(RiskResult risk, string id) => risk.Targets[0].Drivers.Single(driver => driver.Variable.Id == id);

    private static IEnumerable<string> Drivers(RiskResult risk) => risk.Targets[0].Drivers.Select(driver => driver.Variable.Id);

    private static Distribution Normal(double mean, double deviation) => Distribution.Normal(Dimension.None, mean, deviation);

    internal static Line Group(params Line[] parts) =>
        new("root", "Root", null, Dimension.None) { Parts = [.. parts], Combination = Combination.Other };

    internal static Line Leaf(string key, double value) => new(key, key, value, Dimension.None);

    internal static Line Cited(string key, double value, Dimension unit, double low, double high) =>
        new(key, key, value, unit) { Interval = new Interval(low, high) };
}
