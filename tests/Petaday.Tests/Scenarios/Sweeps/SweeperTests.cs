using System.Text.Json;
using NJsonSchema;
using Petaday.Catalog;
using Petaday.Reports;
using Petaday.Scenarios;
using Petaday.Scenarios.Sweeps;

namespace Petaday.Tests.Scenarios.Sweeps;

/// <summary>A point of a sweep is the scenario with its keys set so.</summary>
public sealed class SweeperTests
{
    private const string Shown = "step.seconds,memory.bytesPerDevice,run.days,cost.total,strategy.recompute,step.breakdown.matrixProducts";

    private static readonly Lazy<Knowledge> Shipped = new(() => Knowledge.Open(Library.OpenShipped(), [])!);

    private static readonly ScenarioFlag[] Small =
    [
        new("model", "gpt3-1.3b", "--model"),
        new("recipe.tokens", "26B", "--tokens"),
        new("system.devices", "8", "--devices"),
        new("strategy.tensor", "1", "--tensor"),
        new("strategy.microBatch", "4", "--micro-batch"),
    ];

    [Theory]
    [InlineData("system.devices", "8", "16")]
    [InlineData("strategy.microBatch", "1", "2", "8")]
    [InlineData("recipe.precision", "bf16", "fp8")]
    [InlineData("recipe.globalBatch", "512 sequences", "1M tokens")]
    [InlineData("system.id", "dgx-h100", "dgx-a100-80gb")]
    [InlineData("site", "us", "fr")]
    [InlineData("model", "gpt3-1.3b", "olmo-1b")]
    [InlineData("stack", "megatron-core", "fsdp2")]
    [InlineData("money.pricePerDeviceHour", "1 USD/h", "3 USD/h")]
    [InlineData("strategy", "auto")]
    public void A_point_is_what_an_estimate_says_with_the_key_set(string path, params string[] values)
    {
        var sweep = Run([$"{path}={string.Join(',', values)}"]);
        sweep.Points.Select(point => point.At[0].Text).ShouldBe(values);
        foreach (var point in sweep.Points)
        {
            Results(Estimate(new ScenarioFlag(path, point.At[0].Text, "--set"))).ShouldBe(point.Results, point.At[0].Text);
        }
    }

    [Fact]
    public void Two_keys_give_every_pair_the_last_fastest()
    {
        var sweep = Run(["tensor=1,2", "strategy.microBatch=1..4:3x"]);
        sweep.Points.Select(point => $"{point.At[0].Text}/{point.At[1].Text}").ShouldBe(["1/1", "1/2", "1/4", "2/1", "2/2", "2/4"]);
        var last = Estimate(new ScenarioFlag("strategy.tensor", "2", "-"), new ScenarioFlag("strategy.microBatch", "4", "-"));
        sweep.Points[^1].Results.ShouldBe(Results(last));
    }

    [Fact]
    public void A_goal_asks_for_a_plan_and_names_what_binds()
    {
        var sweep = Run(["goal.budget=1 USD,1 MUSD"]);
        sweep.Points[0].Infeasible.ShouldNotBeNull().Constraint.ShouldBe("goal.budget");
        sweep.Points[1].IsFeasible.ShouldBeTrue();
        sweep.Points[0].Results.ShouldBe(sweep.Points[1].Results, "what comes nearest is the same plan");
    }

    [Fact]
    public void What_cannot_be_done_stays_and_says_why()
    {
        var sweep = Run(["strategy.tensor=1,3"]);
        sweep.Points.Length.ShouldBe(2);
        sweep.Points[1].Results.ShouldBeEmpty();
        sweep.Points[1].Infeasible.ShouldNotBeNull().Message.ShouldContain("expected");
        var full = Run(["model=gpt3-1.3b,llama-3.1-70b"]);
        full.Points[1].Infeasible.ShouldNotBeNull().Constraint.ShouldBe("memory");
        full.Points[1].Results[1].Number.ShouldNotBeNull().ShouldBeGreaterThan(80e9);
        string csv = SweepReport.Csv(sweep);
        csv.TrimEnd().Split('\n').Length.ShouldBe(3);
        csv.ShouldContain("false,strategy.");
    }

    [Theory]
    [InlineData("model=gpt3-1.3b,gpt3-13x", "there is no model 'gpt3-13x'")]
    [InlineData("strategy.tensor=3,5", "tensor 3 does not divide the 16 attention heads")]
    public void A_slip_and_a_sweep_of_which_nothing_can_be_set_up_are_wrong_input(string vary, string expected)
    {
        List<Diagnostic> problems = [];
        Run([vary], problems).ShouldBeNull();
        problems.ShouldContain(problem => problem.ToString().Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_part_that_no_step_has_is_a_slip()
    {
        List<Diagnostic> problems = [];
        Run(["tensor=1,2"], problems, "step.breakdown.matrixproduct").ShouldBeNull();
        problems[0].ToString().ShouldContain("did you mean 'step.breakdown.matrixProducts'");
    }

    [Fact]
    public void Ten_thousand_points_are_the_most()
    {
        List<Diagnostic> problems = [];
        Run(["recipe.sequence=1..2000:1000", "recipe.tokens=1..100B:11"], problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().ToString().ShouldContain("1000 x 11 are 11000 points; expected at most 10000");
    }

    [Fact]
    public void The_same_sweep_gives_the_same_bytes()
    {
        string[] vary = ["strategy=auto", "devices=8..32:3x"];
        string once = AnswerJson.Text(writer => SweepReport.Json(writer, Run(vary)));
        AnswerJson.Text(writer => SweepReport.Json(writer, Run(vary))).ShouldBe(once);
        SweepPicture.Svg(Run(vary)).ShouldBe(SweepPicture.Svg(Run(vary)));
    }

    [Fact]
    public async Task The_json_is_as_its_schema_says()
    {
        var schema = await JsonSchema.FromFileAsync(
            Path.Combine(Repository.Root, "docs", "schemas", "sweep.schema.json"),
            TestContext.Current.CancellationToken
        );
        var sweep = Run(["tensor=1,3", "precision=bf16,fp8"]);
        schema.Validate(AnswerJson.Text(writer => SweepReport.Json(writer, sweep))).ShouldBeEmpty();
    }

    [Fact]
    public void A_sweep_that_is_stopped_gives_what_is_done_and_says_so()
    {
        using var stopping = new CancellationTokenSource();
        var sweep = Run(
                ["strategy.microBatch=1,2,4,8", "recipe.tokens=1..100B:50"],
                [],
                cancellation: stopping.Token,
                progress: new Stop(stopping, 5)
            )
            .ShouldNotBeNull();
        sweep.IsPartial.ShouldBeTrue();
        sweep.Points.Length.ShouldBeInRange(5, 150);
        sweep.Asked.ShouldBe(200);
        AnswerJson.Text(writer => SweepReport.Json(writer, sweep)).ShouldContain("\"partial\": true");
        SweepText.Partial(sweep).ShouldNotBeNull().ShouldContain("of 200 points");
    }

    [Fact]
    public void Stopped_before_the_first_point_it_is_stopped()
    {
        using var stopping = new CancellationTokenSource();
        stopping.Cancel();
        Should.Throw<OperationCanceledException>(() => Run(["tensor=1,2"], [], cancellation: stopping.Token));
    }

    /// <summary>Names and units of what is shown are those of the JSON result.</summary>
    [Fact]
    public void Every_result_that_can_be_shown_is_the_json_results()
    {
        var answer = Estimate(new ScenarioFlag("strategy", "auto", "-"));
        using var json = JsonDocument.Parse(AnswerJson.Text(answer));
        foreach (var key in ResultKeys.All)
        {
            var element = key.Path.Split('.').Aggregate(json.RootElement, (node, name) => node.GetProperty(name));
            var value = key.Read(answer);
            (value.Text ?? value.Number?.ToString("R", System.Globalization.CultureInfo.InvariantCulture) ?? "").ShouldBe(
                element.ValueKind switch
                {
                    JsonValueKind.Number => element.GetDouble().ToString("R", System.Globalization.CultureInfo.InvariantCulture),
                    JsonValueKind.True => "true",
                    JsonValueKind.False => "false",
                    JsonValueKind.Null => "",
                    _ => element.GetString(),
                },
                key.Path
            );
        }
    }

    private static IEnumerable<ResultValue> Results(Answer answer) => ResultKeys.Read(Shown, [])!.Value.Select(key => key.Read(answer));

    private static Answer Estimate(params ScenarioFlag[] over)
    {
        List<Diagnostic> problems = [];
        var scenario = ScenarioReader.Read(null, [.. Small, .. over], problems).ShouldNotBeNull();
        var resolved = ScenarioResolver.Resolve(scenario, Shipped.Value, ScenarioWish.Estimate, problems).ShouldNotBeNull();
        return Estimator
            .Estimate(resolved, Shipped.Value, TimeProvider.System, problems, null, TestContext.Current.CancellationToken)!
            .Answer.ShouldNotBeNull();
    }

    private static Sweep Run(string[] vary)
    {
        List<Diagnostic> problems = [];
        return Run(vary, problems).ShouldNotBeNull(string.Join('\n', problems));
    }

    private static Sweep? Run(
        string[] vary,
        List<Diagnostic> problems,
        string shown = Shown,
        IProgress<double>? progress = null,
        CancellationToken? cancellation = null
    )
    {
        var keys = VaryReader.Read(vary, problems).ShouldNotBeNull(string.Join('\n', problems));
        return Sweeper.Run(
            [new SweepBase(null, Small)],
            keys,
            ResultKeys.Read(shown, problems)!.Value,
            Shipped.Value,
            TimeProvider.System,
            problems,
            progress,
            cancellation ?? TestContext.Current.CancellationToken
        );
    }

    private sealed class Stop(CancellationTokenSource source, int after) : IProgress<double>
    {
        private int told;

        public void Report(double value)
        {
            if (Interlocked.Increment(ref told) == after)
            {
                source.Cancel();
            }
        }
    }
}
