using Petaday.Catalog;
using Petaday.Economics.Project;
using Petaday.Explanations.Risk;
using Petaday.Scenarios;
using Petaday.Scenarios.Projects;
using Petaday.Scenarios.Risk;

namespace Petaday.Tests.Scenarios.Risk;

/// <summary>Distributions in a scenario, from the file to the percentiles.</summary>
public sealed class ScenarioRiskTests
{
    private const string Plain = """
        model: gpt3-1.3b
        recipe: { tokens: 100B }
        system: { id: dgx-a100-80gb, devices: 64 }
        strategy: { tensor: 2, microBatch: 4 }
        money: { pricePerDeviceHour: 2 USD/h }

        """;

    private static readonly Lazy<Knowledge> Shipped = new(() => Knowledge.Open(Library.OpenShipped(), []).ShouldNotBeNull());

    [Theory]
    [InlineData("recipe: { tokens: 100B +- 10% }", "recipe.tokens", 100e9)]
    [InlineData("recipe: { tokens: [50B, 100B, 300B] }", "recipe.tokens", 100e9)]
    [InlineData("recipe: { sequence: 'uniform(2000, 2101)' }", "recipe.sequence", 2050)]
    [InlineData("recipe: { globalBatch: 'normal(512, 20) sequences' }", "recipe.globalBatch", 512)]
    [InlineData("system: { devices: 'lognormal(1000, 2x)' }", "system.devices", 1000)]
    [InlineData("strategy: { pipeline: [1, 2, 4] }", "strategy.pipeline", 2)]
    [InlineData("goal: { memoryShare: 80% +- 5% }", "goal.memoryShare", 0.8)]
    [InlineData("goal: { budget: 4 .. 9 MUSD }", "goal.budget", 6e6)]
    [InlineData("goal: { deadline: 'triangular(20, 30, 90) d' }", "goal.deadline", 30 * 86400.0)]
    [InlineData("money: { powerPrice: 0.08 USD/kWh +- 20% }", "money.powerPrice", 0.08 / 3.6e6)]
    public void A_key_given_as_a_distribution_stands_at_its_middle(string text, string path, double middle)
    {
        var scenario = Read("model: gpt3-175b\n" + text);
        var key = scenario.Uncertain.ShouldHaveSingleItem();
        key.Path.ShouldBe(path);
        key.Central.ShouldBe(middle, 1e-9 * middle);
        scenario.At(path)!.Kind.ShouldBe(NodeKind.Scalar);
        key.Note.ShouldContain(path);
    }

    [Theory]
    [InlineData("goal: { memoryShare: 90% +- 30% }", "goal.memoryShare", "up to 1")]
    [InlineData("goal: { memoryShare: [0.5, 0.9, 1.1] }", "goal.memoryShare", "up to 1")]
    [InlineData("money: { pricePerDeviceHour: 'uniform(-1, 3) USD/h' }", "money.pricePerDeviceHour", "above 0")]
    [InlineData("money: { pricePerDeviceHour: 2 USD/h +- 200% }", "money.pricePerDeviceHour", "above 0")]
    [InlineData("money: { pricePerDeviceHour: 2 +- 1 }", "money.pricePerDeviceHour", "no unit")]
    [InlineData("money: { pricePerDeviceHour: 2 /h +- 1 }", "money.pricePerDeviceHour", "money per time")]
    [InlineData("recipe: { tokens: [300B, 100B, 200B] }", "recipe.tokens", "low end above")]
    [InlineData("recipe: { tokens: [100B, 200B] }", "recipe.tokens", "or a distribution: [low, mode, high]")]
    [InlineData("system: { devices: 'normal(1000, -5)' }", "system.devices", "negative")]
    [InlineData("system: { devices: 'uniform(0, 3)' }", "system.devices", "from 1")]
    [InlineData("goal: { budget: 'normal(5, 1) kWh' }", "goal.budget", "money")]
    public void A_distribution_that_cannot_be_is_refused_where_it_stands(string text, string path, string part)
    {
        List<Diagnostic> problems = [];
        ScenarioReader.Parse("model: gpt3-175b\n" + text, [], problems).ShouldBeNull();
        var problem = problems.ShouldHaveSingleItem();
        problem.Key.ShouldBe(path);
        problem.Line.ShouldBe(2);
        problem.ToString().ShouldContain(part);
    }

    [Fact]
    public void A_list_to_choose_from_stays_a_list() =>
        Read("model: gpt3-175b\nsystem: { devices: [512, 1024, 2048] }").Uncertain.ShouldBeEmpty();

    [Fact]
    public void A_flag_may_be_a_distribution_with_commas()
    {
        List<Diagnostic> problems = [];
        var flag = new ScenarioFlag("system.devices", "uniform(512, 1024)", "--devices");
        ScenarioReader.Parse("model: gpt3-175b", [flag], problems)!.Uncertain.ShouldHaveSingleItem().Central.ShouldBe(768);
    }

    // Whatever stands in the tree of an answer must come out of its program as it stands there.
    [Theory]
    [InlineData("rent")]
    [InlineData("own")]
    public void The_tree_of_an_answer_is_worked_out_anew_to_the_bit(string devices)
    {
        var (resolved, answer) = Estimate(Plain.Replace("money: {", $"money: {{ devices: {devices},", StringComparison.Ordinal));
        Reworked(LineProgram.Of(answer.Explanation, new AnswerVariables(resolved.Source, answer).Of)).ShouldBeGreaterThan(50);
    }

    [Fact]
    public void A_distribution_without_spread_leaves_the_answer_as_it_was()
    {
        var (_, plain) = Estimate(Plain);
        var (_, settled) = Estimate(
            Plain
                .Replace("100B", "100B +- 0%", StringComparison.Ordinal)
                .Replace("2 USD/h", "'uniform(2, 2) USD/h'", StringComparison.Ordinal)
        );
        settled.Run.Seconds.ShouldBe(plain.Run.Seconds);
        settled.Cost.Total.ShouldBe(plain.Cost.Total);
        settled.Carbon.ShouldBe(plain.Carbon);
    }

    // Rent is device time × price, and nothing else moves the price: the wider price's percentiles hold those of the narrower.
    [Fact]
    public void Money_spreads_with_its_price_and_days_with_the_step_model()
    {
        var narrow = Risk(Plain);
        var wide = Risk(Plain.Replace("2 USD/h", "2 USD/h +- 50%", StringComparison.Ordinal));
        wide.Find("run.days")!.Spread.ShouldBe(narrow.Find("run.days")!.Spread);
        wide.Find("cost.total")!.Spread!.P5.ShouldBeLessThan(narrow.Find("cost.total")!.Spread!.P5);
        wide.Find("cost.total")!.Spread!.P95.ShouldBeGreaterThan(narrow.Find("cost.total")!.Spread!.P95);
        wide.Find("cost.total")!.Line.Value.ShouldBe(narrow.Find("cost.total")!.Line.Value);
        wide.Targets.Single(target => target.Of.Path == "cost.total")
            .Drivers.ShouldContain(driver => driver.Variable.Id == "money.pricePerDeviceHour" && driver.Total > 0.1);
    }

    // The whole project: its program gives the tree's own values, and its draws the interval that the lines give by arithmetic.
    [Fact]
    public void A_project_is_drawn_as_its_lines_say()
    {
        var (resolved, answer) = Estimate(Plain);
        var project = ProjectEstimator.Estimate(resolved, answer, Shipped.Value, []).ShouldNotBeNull();
        // The run's own lines stand beside, for the project's point to them.
        var whole = project.Explanation with
        {
            Parts = [.. project.Explanation.Parts, .. answer.Explanation.Parts],
        };
        Reworked(LineProgram.Of(whole, new AnswerVariables(resolved.Source, answer).Of)).ShouldBeGreaterThan(100);
        var risk = ScenarioRisk
            .Of(
                resolved,
                answer,
                ProjectRisk.Subject(Shipped.Value),
                Shipped.Value,
                TimeProvider.System,
                new RiskOptions(),
                cancellation: TestContext.Current.CancellationToken
            )
            .ShouldNotBeNull();
        var spread = risk.Find("project.compute.rent")!.Spread!;
        var range = LineSpread.Of(project.Cost.Total.Find("compute.rent")!)!.Value;
        spread.P5.ShouldBe(range.Low, 0.03 * range.Low);
        spread.P95.ShouldBe(range.High, 0.03 * range.High);
        risk.Targets.Select(target => target.Of.Path).ShouldBe(["project", "run.days", "carbon.operationalTonnes"]);
        risk.Targets[0].Drivers.Sum(driver => Math.Max(0, driver.FirstOrder)).ShouldBeInRange(0.8, 1.15);
    }

    // The step's own interval, taken alone, is that of the answer.
    [Fact]
    public void The_step_comes_out_with_the_interval_it_went_in_with()
    {
        var (_, answer) = Estimate(Plain);
        var spread = Risk(Plain).Find("step.seconds")!.Spread!;
        spread.P5.ShouldBe(answer.Intervals["step.seconds"].Low, 0.01 * answer.Step.Seconds);
        spread.P95.ShouldBe(answer.Intervals["step.seconds"].High, 0.02 * answer.Step.Seconds);
        spread.P50.ShouldBe(answer.Step.Seconds, 0.01 * answer.Step.Seconds);
    }

    [Fact]
    public void Limits_are_missed_as_often_as_draws_pass_them()
    {
        string goal = "goal: { budget: 1 USD, deadline: 1000 d, carbonCap: 1e6 tCO2e }\n";
        Risk(Plain + goal)
            .Misses.Select(miss => (miss.Limit.Key, miss.Chance))
            .ShouldBe([("goal.budget", 1), ("goal.deadline", 0), ("goal.carbonCap", 0)]);
    }

    [Fact]
    public void Devices_are_estimated_anew_at_points()
    {
        var risk = Risk(
            Plain
                .Replace("devices: 64", "devices: 'uniform(32, 128)'", StringComparison.Ordinal)
                .Replace("100B", "100B, globalBatch: 7680 sequences", StringComparison.Ordinal)
                .Replace("microBatch: 4", "microBatch: 1", StringComparison.Ordinal)
        );
        risk.Notes.ShouldContain(note => note.Contains("system.devices: estimated anew at", StringComparison.Ordinal));
        var devices = risk.Find("system.devices")!.Spread!;
        devices.P5.ShouldBeInRange(32, 48);
        devices.P95.ShouldBeInRange(112, 128);
        // More devices, fewer days.
        var driver = risk.Targets.Single(target => target.Of.Path == "run.days").Drivers.Single(one => one.Variable.Id == "system.devices");
        driver.Low.ShouldBeGreaterThan(driver.High);
        driver.Total.ShouldBeGreaterThan(0.1);
    }

    [Fact]
    public void Seeds_and_threads()
    {
        string text = Plain.Replace("2 USD/h", "1 .. 4 USD/h", StringComparison.Ordinal);
        var one = Risk(text, new RiskOptions { Draws = 3000, Threads = 1 });
        var many = Risk(text, new RiskOptions { Draws = 3000, Threads = 5 });
        many.Lines.Select(line => line.Spread).ShouldBe(one.Lines.Select(line => line.Spread));
        Risk(text, new RiskOptions { Draws = 3000, Seed = 2 }).Find("cost.total")!.Spread.ShouldNotBe(one.Find("cost.total")!.Spread);
    }

    /// <summary>Holds every line against what the program makes of it, with each unknown at the value of its own line; how many lines there are.</summary>
    private static int Reworked(LineProgram program)
    {
        var lanes = new Lanes(program.Slots);
        foreach (var (slot, value) in program.Constants)
        {
            lanes[slot].Fill(value);
        }

        foreach (var (variable, slot) in program.Variables)
        {
            // A figure at an end of its range is not the middle of its draws.
            lanes[slot].Fill(program.Lines.FirstOrDefault(line => line.Slot == slot)?.Line.Value ?? variable.Distribution.Central);
        }

        lanes.Run([.. program.Operations], 1);
        foreach (var line in program.Lines)
        {
            lanes[line.Slot][0].ShouldBe(line.Line.Value!.Value, line.Path);
        }

        return program.Lines.Length;
    }

    private static Scenario Read(string text)
    {
        List<Diagnostic> problems = [];
        return ScenarioReader.Parse(text, [], problems).ShouldNotBeNull(string.Join('\n', problems));
    }

    private static (ResolvedScenario Resolved, Answer Answer) Estimate(string text)
    {
        List<Diagnostic> problems = [];
        var resolved = ScenarioResolver
            .Resolve(Read(text), Shipped.Value, ScenarioWish.Estimate, problems)
            .ShouldNotBeNull(string.Join('\n', problems));
        var outcome = Estimator
            .Estimate(resolved, Shipped.Value, TimeProvider.System, problems)
            .ShouldNotBeNull(string.Join('\n', problems));
        return (resolved, outcome.Answer.ShouldNotBeNull());
    }

    private static RiskResult Risk(string text, RiskOptions? options = null)
    {
        var (resolved, answer) = Estimate(text);
        return ScenarioRisk
            .Of(resolved, answer, RiskSubject.Estimate, Shipped.Value, TimeProvider.System, options ?? new RiskOptions())
            .ShouldNotBeNull();
    }
}
