using System.Text.Json;
using NJsonSchema;
using Petaday.Catalog;
using Petaday.Reports;
using Petaday.Scenarios;
using Petaday.Training;

namespace Petaday.Tests.Scenarios;

public sealed class ExampleTests
{
    private static readonly Lazy<Knowledge> Shipped = new(() => Knowledge.Open(Library.OpenShipped(), [])!);

    public static TheoryData<string> Names => [.. Repository.Examples.Select(file => Path.GetFileNameWithoutExtension(file))];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_example_gives_a_sound_answer(string name)
    {
        var answer = Answer(name);
        answer.Step.Seconds.ShouldBeGreaterThan(0);
        answer.Step.Mfu.ShouldBeInRange(0.01, 1);
        answer.Run.Seconds.ShouldNotBeNull().ShouldBeGreaterThan(0);
        Total(answer.Step.Breakdown).ShouldBe(answer.Step.Seconds, answer.Step.Seconds * 1e-12);
        Total(answer.Memory.Breakdown).ShouldBe(answer.Memory.BytesPerDevice, answer.Memory.BytesPerDevice * 1e-12);
        answer.Explanation.Unsound().ShouldBeEmpty();

        string json = AnswerJson.Text(answer);
        var schema = await JsonSchema.FromFileAsync(
            Path.Combine(Repository.Root, "docs", "schemas", "result.schema.json"),
            TestContext.Current.CancellationToken
        );
        schema.Validate(json).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Keys_of_the_json_result_are_keys_of_the_tree(string name)
    {
        var answer = Answer(name);
        using var json = JsonDocument.Parse(AnswerJson.Text(answer));
        foreach (
            string key in new[]
            {
                "step.seconds",
                "step.mfu",
                "memory.bytesPerDevice",
                "model.parameters",
                "model.flopsPerToken",
                "run.days",
                "run.deviceHours",
                "run.goodput",
                "energy.megawattHours",
                "carbon.operationalTonnes",
                "water.cubicMetres",
                "cost.total",
            }
        )
        {
            string[] names = key.Split('.');
            var written = json.RootElement.GetProperty(names[0]).GetProperty(names[1]);
            var line = answer.Explanation.Find(key).ShouldNotBeNull(key);
            (line.Value is null).ShouldBe(written.ValueKind == JsonValueKind.Null, key);
        }
    }

    [Fact]
    public void The_tree_shows_the_free_parameters_that_the_step_was_computed_with()
    {
        var answer = Answer("gpt3-175b-a100");
        var parameters = Shipped.Value.Hardware.Accelerator(answer.System.Accelerator, []).ShouldNotBeNull().Parameters;
        var stack = Shipped.Value.Stacks.Stack("megatron-core", []).ShouldNotBeNull().Parameters;
        var lines = answer.Explanation.Find("step.seconds").ShouldNotBeNull().Everything().ToList();
        foreach (
            var (name, value) in new[]
            {
                ("matmulFraction", parameters.MatmulFraction),
                ("memoryFraction", parameters.MemoryFraction),
                ("kernelSeconds", parameters.KernelSeconds),
                ("efficiency", stack.Efficiency),
                ("straggling", stack.Straggling),
                ("exposedDataParallel", stack.ExposedDataParallel),
            }
        )
        {
            lines.First(line => line.Name == "accelerator " + name || line.Name == "stack " + name).Value.ShouldBe(value, name);
        }
    }

    [Fact]
    public void Intervals_hold_their_values_and_are_those_of_the_tree()
    {
        var answer = Answer("gpt3-175b-a100");
        foreach (
            var (key, unit) in new[]
            {
                ("step.seconds", 1.0),
                ("run.days", 86_400),
                ("run.deviceHours", 3_600),
                ("cost.total", 1),
                ("memory.bytesPerDevice", 1),
                ("step.mfu", 1),
                ("step.tokensPerSecondPerDevice", 1),
                ("energy.megawattHours", 3.6e9),
                ("carbon.operationalTonnes", 1000),
            }
        )
        {
            var interval = answer.Intervals[key];
            var line = answer.Explanation.Find(key).ShouldNotBeNull();
            line.Interval.ShouldNotBeNull(key).Low.ShouldBe(interval.Low * unit, interval.Low * unit * 1e-12);
            line.Value!.Value.ShouldBeInRange(line.Interval.Value.Low, line.Interval.Value.High, key);
        }

        // A run can be no surer than its step.
        var (step, days) = (answer.Intervals["step.seconds"], answer.Intervals["run.days"]);
        (days.High / days.Low).ShouldBeGreaterThanOrEqualTo(step.High / step.Low);
    }

    [Fact]
    public void The_same_scenario_gives_the_same_bytes()
    {
        string once = WithoutSearchTime(Answer("llama-3.1-70b-h100"));
        string again = WithoutSearchTime(Answer("llama-3.1-70b-h100"));
        again.ShouldBe(once);
    }

    [Fact]
    public void A_default_that_is_taken_is_said()
    {
        var answer = Estimate("model: gpt3-1.3b\nsystem: { devices: 8 }\n").ShouldNotBeNull();
        answer
            .Defaults.Select(chosen => chosen.Key)
            .ShouldBe(
                [
                    "system.id",
                    "site",
                    "money.devices",
                    "stack",
                    "recipe.sequence",
                    "recipe.globalBatch",
                    "recipe.tokens",
                    "recipe.precision",
                    "recipe.optimizer",
                    "strategy",
                ],
                ignoreOrder: true
            );
        answer.Run.Tokens.ShouldBe(300e9);
        answer.Notes.ShouldContain(note => note.StartsWith("recipe.sequence: 2048", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("16M tokens", 8192, 2048)]
    [InlineData("3.2M tokens", 2048, 1536)]
    [InlineData("4M tokens", 4096, 1024)]
    [InlineData("1536 sequences", 2048, 1536)]
    [InlineData("4194304 tokens", 4096, 1024)]
    public void Tokens_of_a_batch_are_rounded_as_people_mean_them(string batch, int sequence, int expected) =>
        Estimate($"model: gpt3-1.3b\nsystem: {{ devices: 8 }}\nrecipe: {{ globalBatch: {batch}, sequence: {sequence}, tokens: 1B }}\n")
            .ShouldNotBeNull()
            .Strategy.GlobalBatchSequences.ShouldBe(expected);

    [Fact]
    public void A_strategy_that_does_not_fit_is_told_so()
    {
        List<Diagnostic> problems = [];
        var outcome = Outcome("model: llama-3.1-405b\nsystem: { devices: 8 }\n", problems).ShouldNotBeNull();
        outcome.Infeasible.ShouldNotBeNull().Constraint.ShouldBe("memory");
        outcome.Answer.ShouldNotBeNull().Memory.Fits.ShouldBeFalse();
    }

    [Fact]
    public void A_strategy_that_cannot_be_is_refused_with_the_key_at_fault()
    {
        List<Diagnostic> problems = [];
        Outcome("model: llama-3.1-70b\nsystem: { devices: 64 }\nstrategy:\n  tensor: 3\n", problems).ShouldBeNull();
        problems.ShouldContain(problem => problem.Key == "strategy.tensor" && problem.Line == 4);
    }

    [Theory]
    [InlineData("model: lama-3.1-70b", "'llama-3.1-70b'")]
    [InlineData("model: gpt3-175b\nsystem: dgx-h10", "'dgx-h100'")]
    [InlineData("model: gpt3-175b\nstack: megatron", "megatron-core")]
    [InlineData("model: gpt3-175b\nstack: maxtext-x", "'maxtext'")]
    [InlineData("model: gpt3-175b\nsystem: tpu-v5p-pod\nstack: megatron-core", "does not run on")]
    [InlineData("model: gpt3-175b\nsite: us-vb", "'us-va'")]
    [InlineData("model: nowhere/config.json", "a file cannot be named here")]
    [InlineData("model: gpt3-175b\nsystem: { id: rtx-4090-box, devices: 8 }", "at most")]
    public void What_the_catalog_does_not_know_is_said(string text, string expected)
    {
        List<Diagnostic> problems = [];
        Outcome(text, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().ToString().ShouldContain(expected);
    }

    [Fact]
    public void A_plan_keeps_to_its_goal_or_says_what_binds()
    {
        const string Open = "model: gpt3-1.3b\nsystem: { devices: [8, 16, 64] }\n";
        List<Diagnostic> problems = [];
        var fast = Plan(Open + "goal: { minimize: time }", problems).ShouldNotBeNull();
        fast.Answer.ShouldNotBeNull().System.Devices.ShouldBe(64);
        double days = fast.Answer!.Run.Seconds!.Value / 86_400;
        var late = Plan(Open + $"goal: {{ deadline: {days / 2:0.000} d }}", problems).ShouldNotBeNull();
        late.Infeasible.ShouldNotBeNull().Constraint.ShouldBe("goal.deadline");
        late.Infeasible!.Nearest.ShouldNotBeNull().ShouldContain("64 x");
        problems.ShouldBeEmpty();
    }

    private static double Total(IEnumerable<NamedAmount> parts) => parts.Sum(part => part.Amount);

    private static string WithoutSearchTime(Answer answer) => AnswerJson.Text(answer with { Search = answer.Search! with { Seconds = 0 } });

    private static Answer Answer(string name)
    {
        List<Diagnostic> problems = [];
        string file = Path.Combine(Repository.Root, "examples", name + ".yaml");
        var scenario = ScenarioReader.Read(file, [], problems);
        problems.ShouldBeEmpty();
        var wish = name.StartsWith("which", StringComparison.Ordinal) ? ScenarioWish.Plan : ScenarioWish.Estimate;
        var outcome = ModelPlanner.Applies(scenario!)
            ? ModelPlanner.Plan(scenario!, Shipped.Value, TimeProvider.System, problems)
            : Work(scenario!, wish, problems);
        problems.ShouldBeEmpty();
        outcome.ShouldNotBeNull().Infeasible.ShouldBeNull(outcome.Infeasible?.Message);
        return outcome.Answer.ShouldNotBeNull();
    }

    private static Answer? Estimate(string text) => Outcome(text, [])?.Answer;

    private static Outcome? Outcome(string text, List<Diagnostic> problems) =>
        ScenarioReader.Parse(text, [], problems) is { } scenario ? Work(scenario, ScenarioWish.Estimate, problems) : null;

    private static Outcome? Plan(string text, List<Diagnostic> problems) =>
        ScenarioReader.Parse(text, [], problems) is { } scenario ? Work(scenario, ScenarioWish.Plan, problems) : null;

    private static Outcome? Work(Scenario scenario, ScenarioWish wish, List<Diagnostic> problems)
    {
        if (ScenarioResolver.Resolve(scenario, Shipped.Value, wish, problems) is not { } resolved)
        {
            return null;
        }

        return wish == ScenarioWish.Plan
            ? Planner.Plan(resolved, Shipped.Value, TimeProvider.System, problems, cancellation: TestContext.Current.CancellationToken)
            : Estimator.Estimate(
                resolved,
                Shipped.Value,
                TimeProvider.System,
                problems,
                cancellation: TestContext.Current.CancellationToken
            );
    }
}
