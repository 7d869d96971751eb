using Petaday.Catalog;
using Petaday.Scenarios;

namespace Petaday.Tests.Scenarios;

/// <summary>Failures, checkpoints, ramps and stages of a scenario: what they do to the answer, and what cannot stand together.</summary>
public sealed class RunResolverTests
{
    private static readonly Lazy<Knowledge> Shipped = new(() => Knowledge.Open(Library.OpenShipped(), []).ShouldNotBeNull());

    private static readonly ScenarioFlag[] Usual =
    [
        new("model", "llama-3.1-8b", "--model"),
        new("recipe.tokens", "1T", "--tokens"),
        new("recipe.globalBatch", "512 sequences", "--global-batch"),
        new("system.devices", "512", "--devices"),
        new("strategy.data", "512", "--data"),
        new("strategy.zero", "3", "--zero"),
    ];

    private static ScenarioFlag Run(string key, string value) => new("run." + key, value, "--run." + key);

    private static (Answer? Answer, List<Diagnostic> Problems) Ask(params ScenarioFlag[] flags)
    {
        List<Diagnostic> problems = [];
        var scenario = ScenarioReader.Read(null, [.. Usual, .. flags], problems);
        var resolved = scenario is null ? null : ScenarioResolver.Resolve(scenario, Shipped.Value, ScenarioWish.Estimate, problems);
        var outcome = resolved is null
            ? null
            : Estimator.Estimate(
                resolved,
                Shipped.Value,
                TimeProvider.System,
                problems,
                cancellation: TestContext.Current.CancellationToken
            );
        return (outcome?.Answer, problems);
    }

    private static Answer Answer(params ScenarioFlag[] flags)
    {
        var (answer, problems) = Ask(flags);
        problems.ShouldBeEmpty();
        return answer.ShouldNotBeNull();
    }

    [Fact]
    public void The_calendar_adds_up_to_the_days()
    {
        var run = Answer().Run;

        run.Calendar.Aggregate(0.0, (sum, line) => sum + line.Seconds!.Value).ShouldBe(run.Seconds!.Value);
        run.Calendar.Select(line => line.Key).ShouldBeUnique();
        (run.Calendar[0].Seconds / run.Seconds)!.Value.ShouldBe(run.Goodput!.Value, 1e-9);
    }

    // 8,030,261,248 parameters at 14 bytes: weights in 16 bits, their copy in 32, two moments in 32.
    [Fact]
    public void A_checkpoint_has_what_the_optimizer_keeps()
    {
        Answer().Run.CheckpointBytes!.Value.ShouldBe(14 * 8_030_261_248.0);
        Answer(new ScenarioFlag("recipe.optimizer", "muon", "--optimizer")).Run.CheckpointBytes!.Value.ShouldBe(10 * 8_030_261_248.0);
        Answer(Run("checkpointBytes", "1 TB")).Run.CheckpointBytes!.Value.ShouldBe(1e12);
    }

    [Fact]
    public void People_take_longer_than_machinery()
    {
        double manual = Answer(Run("operations", "manual")).Run.Goodput!.Value;
        double scheduled = Answer(Run("operations", "scheduled")).Run.Goodput!.Value;
        double automated = Answer(Run("operations", "automated")).Run.Goodput!.Value;

        manual.ShouldBeLessThan(scheduled);
        scheduled.ShouldBeLessThan(automated);
        automated.ShouldBe(Answer().Run.Goodput!.Value);
    }

    [Fact]
    public void A_key_that_is_given_is_found_in_the_tree_by_its_name()
    {
        var lines = Answer(Run("deviceHoursPerInterruption", "1000 h")).Explanation.Everything();

        lines.ShouldContain(line => line.Input == "run.deviceHoursPerInterruption" && line.Value == 3.6e6);
    }

    [Fact]
    public void Ramps_and_longer_sequences_are_lines_of_the_calendar()
    {
        var answer = Answer(
            new ScenarioFlag("recipe.batchRamp.from", "64 sequences", "--recipe.batchRamp.from"),
            new ScenarioFlag("recipe.batchRamp.tokens", "100B", "--recipe.batchRamp.tokens"),
            new ScenarioFlag("recipe.longContext.tokens", "50B", "--recipe.longContext.tokens"),
            new ScenarioFlag("recipe.longContext.sequence", "65536", "--recipe.longContext.sequence")
        );

        answer.Run.Calendar.Single(line => line.Key == "batchRamp").Seconds!.Value.ShouldBeGreaterThan(0);
        answer.Run.Calendar.Single(line => line.Key == "longContext").Seconds!.Value.ShouldBeGreaterThan(0);
        answer.Run.Flops.ShouldBeGreaterThan(Answer().Run.Flops);
    }

    [Fact]
    public void A_ramp_from_more_than_the_full_batch_is_one_from_the_full_batch()
    {
        var answer = Answer(
            new ScenarioFlag("recipe.batchRamp.from", "4096 sequences", "--recipe.batchRamp.from"),
            new ScenarioFlag("recipe.batchRamp.tokens", "100B", "--recipe.batchRamp.tokens")
        );

        answer.Run.Calendar.Single(line => line.Key == "batchRamp").Seconds!.Value.ShouldBe(0);
    }

    [Fact]
    public void A_run_that_never_ends_has_no_days_and_says_why()
    {
        var answer = Answer(Run("deviceHoursPerInterruption", "1 h"));

        answer.Run.Seconds.ShouldBeNull();
        answer.Run.Goodput.ShouldBeNull();
        answer.Notes.ShouldContain(note => note.Contains("breaks before it has recovered", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("goodput", "1.5", "from 0 to 1")]
    [InlineData("goodput", "0", "from 0 to 1")]
    [InlineData("goodput", "most", "number")]
    [InlineData("operations", "automatd", "did you mean 'automated'")]
    [InlineData("nodes", "good", "screened, unscreened")]
    [InlineData("checkpoint", "memory", "in-memory")]
    [InlineData("deviceHoursPerInterruption", "-3 h", "more than zero")]
    [InlineData("deviceHoursPerInterruption", "5 GB", "is in B")]
    [InlineData("storageBandwidth", "5 GB", "bytes per second")]
    [InlineData("checkpointInterval", "0 s", "more than zero")]
    [InlineData("checkpointsKept", "0", "1")]
    [InlineData("spares", "2", "from 0 to 1")]
    [InlineData("evaluation", "-0.1", "0")]
    [InlineData("failureRatio", "NaN", "number")]
    public void What_cannot_be_is_said_with_its_key(string key, string value, string expected)
    {
        var (_, problems) = Ask(Run(key, value));

        string text = problems.ShouldHaveSingleItem().ToString();
        text.ShouldContain("run." + key);
        text.ShouldContain(expected);
    }

    [Theory]
    [InlineData("goodput", "0.9", "operations", "manual")]
    [InlineData("goodput", "0.9", "checkpointInterval", "30 min")]
    [InlineData("recovery", "10 min", "detection", "3 min")]
    [InlineData("deviceHoursPerInterruption", "10000 h", "failureRatio", "2")]
    [InlineData("checkpointInterval", "30 min", "shortestInterval", "10 min")]
    public void Of_two_keys_of_which_one_would_do_nothing_one_is_refused(string given, string value, string other, string otherValue)
    {
        var (_, problems) = Ask(Run(given, value), Run(other, otherValue));

        string text = problems.ShouldHaveSingleItem().ToString();
        text.ShouldContain($"run.{given} is given");
        text.ShouldContain($"run.{other} would not be used");
    }

    [Theory]
    [InlineData("recipe.batchRamp.from", "192", "lacks 'tokens'")]
    [InlineData("recipe.longContext.tokens", "100B", "lacks 'sequence'")]
    [InlineData("recipe.longContext.sequence", "65536", "lacks 'tokens'")]
    public void Half_a_stage_is_refused(string key, string value, string expected)
    {
        var (_, problems) = Ask(new ScenarioFlag(key, value, "--" + key));

        problems.ShouldHaveSingleItem().ToString().ShouldContain(expected);
    }
}
