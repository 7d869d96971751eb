using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;
using static Petaday.Tests.Runs.Factors;

namespace Petaday.Tests.Runs;

public class CheckpointTests
{
    // 176 B parameters at 14 bytes on 48 nodes of 8.
    private static readonly JobShape Bloom = new(384, "a100-sxm-80gb")
    {
        CheckpointBytes = new Line("checkpointBytes", "Size", 14 * 176e9, Dimension.Bytes),
        HostBandwidth = Given("25 GB/s"),
        FabricBandwidth = Given("25 GB/s"),
    };

    private static CheckpointLines Of(JobShape job, ReliabilityInputs inputs) =>
        CheckpointLines.Of(job, inputs, ForRuns.Reliability, JobFailures.Of(job, inputs, ForRuns.Reliability).MeanTime);

    [Fact]
    public void ASynchronousCheckpointStallsForItsBytesOverTheBandwidth()
    {
        CheckpointLines lines = Of(Bloom, new() { Checkpoint = CheckpointMode.Synchronous });

        lines.Bandwidth.Value!.Value.ShouldBe(48 * 0.98e9, 1);
        lines.Stall.Value!.Value.ShouldBe(14 * 176e9 / (48 * 0.98e9), 1e-9);
    }

    [Fact]
    public void AnAsynchronousOneStallsForTheCopyToTheHost()
    {
        CheckpointLines lines = Of(Bloom, new());

        lines.Stall.Value!.Value.ShouldBe(0.5 + (14 * 176e9 / 384 / 25e9), 1e-9);
        lines.Interval.Value!.Value.ShouldBeGreaterThanOrEqualTo(lines.Write!.Value!.Value);
    }

    [Fact]
    public void CheckpointsAreNotTakenFasterThanStorageWritesThem()
    {
        CheckpointLines lines = Of(Bloom, new() { StorageBandwidth = Given("0.5 GB/s"), ShortestInterval = Given("1 s") });

        lines.Interval.Value!.Value.ShouldBe(14 * 176e9 / 0.5e9, 1e-6);
    }

    [Fact]
    public void CheckpointsInMemoryAreTakenMoreOften()
    {
        double persisted = Of(Bloom, new()).Interval.Value!.Value;
        CheckpointLines memory = Of(Bloom, new() { Checkpoint = CheckpointMode.InMemory });

        memory.Interval.Value!.Value.ShouldBeLessThan(persisted);
        memory.Persistent!.Value.ShouldBe(3 * 3600);
        memory.Load!.Value!.Value.ShouldBe(2 * 14 * 176e9 / 384 / 25e9, 1e-9);
    }

    [Fact]
    public void WhereTheModelIsNotKnownASynchronousStallIsNotEither()
    {
        Line stall = Of(new JobShape(8, "h100-sxm-80gb"), new() { Checkpoint = CheckpointMode.Synchronous }).Stall;

        stall.Value.ShouldBeNull();
        stall.Note.ShouldNotBeNull().ShouldContain("size of a checkpoint");
    }

    // Daly 2006, equation 37, by hand: δ = 60 s, M = 4 h: √(2 x 60 x 14,400) = 1314.534; x (1 + √(60/28,800)/3 + 60/28,800/9) - 60.
    [Fact]
    public void DalysIntervalIsTheOneWorkedOutByHand()
    {
        CheckpointPlan.YoungInterval(60, 14_400).ShouldBe(1314.534, 0.001);
        CheckpointPlan.BestInterval(60, 14_400).ShouldBe(1314.534 * (1 + (0.0456435 / 3) + (0.00208333 / 9)) - 60, 0.01);
        CheckpointPlan.BestInterval(200, 100).ShouldBe(100);
    }

    [Fact]
    public void DalysIntervalIsBetterThanItsNeighboursAndAtLeastAsGoodAsYoungs()
    {
        foreach (double m in (double[])[600, 3600, 86_400])
        {
            foreach (double stall in (double[])[1, 30, 120])
            {
                double best = CheckpointPlan.BestInterval(stall, m);
                double at = CheckpointPlan.Goodput(best, stall, 300, m);

                at.ShouldBeGreaterThan(CheckpointPlan.Goodput(best * 0.8, stall, 300, m));
                at.ShouldBeGreaterThan(CheckpointPlan.Goodput(best * 1.25, stall, 300, m));
                at.ShouldBeGreaterThanOrEqualTo(CheckpointPlan.Goodput(CheckpointPlan.YoungInterval(stall, m), stall, 300, m) - 1e-9);
            }
        }
    }

    [Fact]
    public void BytesKeptAreThoseOfTheCheckpointsKept()
    {
        var inputs = new RunInputs(1e12, 4e6, Given("5 s", "stepSeconds"), 384)
        {
            AcceleratorId = "a100-sxm-80gb",
            CheckpointBytes = Bloom.CheckpointBytes,
            CheckpointsKept = new Line("checkpointsKept", "Kept", 10, Dimension.None),
        };

        RunModel.Plan(inputs, ForRuns).CheckpointBytesKept.Value!.Value.ShouldBe(10 * 14 * 176e9);
    }
}
