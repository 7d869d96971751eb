using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;
using static Petaday.Tests.Runs.Factors;

namespace Petaday.Tests.Runs;

public class RampTests
{
    private static readonly RunInputs Bloom = new(366e9, 2048 * 2048, Given("105 s", "stepSeconds"), 384)
    {
        AcceleratorId = "a100-sxm-80gb",
        FlopsPerToken = new Line("flopsPerToken", "FLOPs", 1e12, Dimension.FlopPerToken),
        Reliability = new() { Goodput = Given("1") },
    };

    private static Line Tokens(double tokens) => new("tokens", "tokens", tokens, Dimension.Tokens);

    private static Line Plain(double value) => new("value", "value", value, Dimension.None);

    private static double Seconds(RunPlan plan, string key) => plan.Calendar.Single(line => line.Key == key).Value!.Value;

    // BLOOM's batch grew from 192 to 2,048 sequences by 16 over 9,765,625 samples; 12 stages, 8 replicas, micro-batches of 2: (B/16 + 11)/139 of a full step.
    [Fact]
    public void BloomsRampTakesAsMuchLongerAsItsUpdatesOneByOne()
    {
        double longer = 0;
        for (int batch = 192; batch <= 2048; batch += 16)
        {
            double updates = 9_765_625.0 / 117 / batch;
            longer += updates * 105 * (((batch / 16.0) + 11) / 139) - (updates * batch / 2048 * 105);
        }

        var ramp = new BatchRamp(Tokens(192 * 2048), Tokens(9_765_625.0 * 2048), Plain(11.0 / 139));
        double ours = Seconds(RunModel.Plan(Bloom with { Ramp = ramp }, ForRuns), "batchRamp");

        ours.ShouldBe(longer, 0.03 * longer);
        // About 7 days at the start of the run before steps came at their full pace, of which these are what the ramp costs.
        (ours / Units.SecondsPerDay).ShouldBeInRange(0.5, 1);
    }

    // BLOOM's last checkpoint is of update 95,000: 87,264 full batches and what the ramp adds.
    [Fact]
    public void BloomsRampAddsTheUpdatesThatItHad()
    {
        var ramp = new BatchRamp(Tokens(192 * 2048), Tokens(20e9), Plain(1));
        double added = Seconds(RunModel.Plan(Bloom with { Ramp = ramp }, ForRuns), "batchRamp") / 105;

        ((366e9 / (2048.0 * 2048)) + added).ShouldBe(95_000, 0.01 * 95_000);
    }

    [Fact]
    public void ARampFromTheFullBatchTakesNoTime()
    {
        var ramp = new BatchRamp(Tokens(2048 * 2048), Tokens(20e9), Plain(0.5));

        Seconds(RunModel.Plan(Bloom with { Ramp = ramp }, ForRuns), "batchRamp").ShouldBe(0);
    }

    [Fact]
    public void LongerSequencesTakeTheirTimeAndTheirFlops()
    {
        RunPlan plain = RunModel.Plan(Bloom, ForRuns);
        RunPlan longer = RunModel.Plan(Bloom with { LongContext = new(Tokens(36.6e9), Plain(2), Plain(1.5)) }, ForRuns);

        (longer.ElapsedSeconds.Value / plain.ElapsedSeconds.Value)!.Value.ShouldBe(1.1, 1e-4);
        (longer.Flops.Value / plain.Flops.Value)!.Value.ShouldBe(1.05, 1e-9);
        longer.Explanation.Unsound().ShouldBeEmpty();
    }

    [Fact]
    public void RefusesARampOrStageThatTheRunDoesNotHave()
    {
        Should.Throw<ArgumentOutOfRangeException>(() =>
            RunModel.Plan(Bloom with { Ramp = new(Tokens(1e8), Tokens(1e9), Plain(0.1)) }, ForRuns)
        );
        Should.Throw<ArgumentOutOfRangeException>(() =>
            RunModel.Plan(Bloom with { Ramp = new(Tokens(1e6), Tokens(1e12), Plain(0.1)) }, ForRuns)
        );
        Should.Throw<ArgumentOutOfRangeException>(() =>
            RunModel.Plan(Bloom with { LongContext = new(Tokens(1e12), Plain(2), Plain(2)) }, ForRuns)
        );
    }
}
