using FsCheck;
using FsCheck.Fluent;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;
using static Petaday.Tests.Runs.Factors;
using Interval = Petaday.Quantities.Interval;

namespace Petaday.Tests.Runs;

public class RunCalendarTests
{
    private const string H100 = "h100-sxm-80gb";

    private static readonly JobShape Llama3 = new(16_384, H100) { CheckpointBytes = Bytes(14 * 405e9), HostBandwidth = Given("50 GB/s") };

    // M = 3 h of 1,000 devices, 30 min of training between checkpoints of 20 s, 8 and 4 min of recovery.
    private static readonly ReliabilityInputs Known = new()
    {
        DeviceTimePerInterruption = Given("3000 h"),
        CheckpointInterval = Given("30 min"),
        CheckpointStall = Given("20 s"),
        Recovery = Given("12 min"),
        PlannedStopInterval = Given("1000000000000 h"),
    };

    private static Line Bytes(double bytes) => new("checkpointBytes", "Size", bytes, Dimension.Bytes);

    private static RunCalendar Of(JobShape job, ReliabilityInputs inputs) => GoodputModel.Calendar(job, inputs, ForRuns);

    private static double Seconds(RunCalendar calendar, string key) => calendar.Lines.Single(line => line.Key == key).Value!.Value;

    [Fact]
    public void LinesAddUpToTheElapsedTimeExactly()
    {
        foreach (CheckpointMode mode in Enum.GetValues<CheckpointMode>())
        {
            RunCalendar calendar = Of(
                Llama3,
                new()
                {
                    Checkpoint = mode,
                    KeepsStragglers = true,
                    EvaluationShare = Given("0.01"),
                }
            );

            calendar.Lines.Aggregate(0.0, (sum, line) => sum + line.Value!.Value).ShouldBe(calendar.Elapsed.Value!.Value);
            calendar.Elapsed.Unsound().ShouldBeEmpty();
            calendar.Goodput.Unsound().ShouldBeEmpty();
        }
    }

    // Daly 2006, equation 20, by hand: τ = 1800, δ = 20, R = 720, M = 10,800.
    [Fact]
    public void TheSumIsDalysEquation()
    {
        RunCalendar calendar = Of(new JobShape(1000, H100), Known);

        double expected = 1800 / (10_800 * Math.Exp(720.0 / 10_800) * (Math.Exp(1820.0 / 10_800) - 1));
        calendar.Goodput.Value!.Value.ShouldBe(expected, 1e-7);
        CheckpointPlan.Goodput(1800, 20, 720, 10_800).ShouldBe(expected, 1e-12);
    }

    // Per checkpoint of 1,800 s: M (e^(1820/M) - 1) - 1820 = 162.34 s of work again; 0.18355 breaks of M (e^(720/M) - 1) = 744.54 s.
    [Fact]
    public void ItsPartsAreThoseWorkedOutByHand()
    {
        RunCalendar calendar = Of(new JobShape(1000, H100), Known);
        double segments = 86_400.0 / 1800;

        Seconds(calendar, "training").ShouldBe(86_400);
        Seconds(calendar, "checkpointStalls").ShouldBe(segments * 20, 1e-9);
        Seconds(calendar, "lostWork").ShouldBe(segments * 162.3414, 0.05);
        Seconds(calendar, "recovery").ShouldBe(segments * 0.1835501 * 744.5429, 0.05);
    }

    // Kokolis et al. 2025, section on the expected ETTR: (1 - N r (u0 + Δt/2)) / (1 + w/Δt), said to be within 5 % of a Monte Carlo.
    [Theory]
    [InlineData(1024, 3600, 300, 300)]
    [InlineData(8192, 1800, 60, 120)]
    [InlineData(16_384, 900, 20, 120)]
    public void ItAgreesWithTheEstimatorOfKokolisEtAl(int devices, double interval, double stall, double recovery)
    {
        double m = 29_538.0 * 3600 / devices;
        double theirs = (1 - ((recovery + (interval / 2)) / m)) / (1 + (stall / interval));

        CheckpointPlan.Goodput(interval, stall, recovery, m).ShouldBe(theirs, 0.05 * theirs);
    }

    [Theory]
    [InlineData(1800, 20)]
    [InlineData(600, 60)]
    [InlineData(5400, 1)]
    public void APlayedOutJobHasTheSameCalendar(double interval, double stall)
    {
        double[] phases = [300, 120, 60];
        // Device, node, fabric, software: 1/M is the sum, M = 2 h.
        double[] times = [4 * 3600, 12 * 3600, 24 * 3600, 8 * 3600];
        double mean = 1 / times.Sum(time => 1 / time);
        var played = new JobSimulation(new Random(20_261_126), times, interval, stall, phases).Run(20_000 * interval);

        double segments = played.Training / interval;
        double attempts = CheckpointPlan.Attempts(interval + stall, mean);
        ((double)played.Failures).ShouldBe(played.Elapsed / mean, 5 * Math.Sqrt(played.Failures));
        played.Lost.ShouldBe(segments * CheckpointPlan.Lost(interval + stall, mean), 0.04 * played.Lost);
        double start = 0;
        for (int i = 0; i < phases.Length; i++)
        {
            played
                .Phases[i]
                .ShouldBe(segments * attempts * CheckpointPlan.Phase(start, start + phases[i], 480, mean), 0.04 * played.Phases[i]);
            start += phases[i];
        }

        (played.Training / played.Elapsed).ShouldBe(CheckpointPlan.Goodput(interval, stall, 480, mean), 0.003);
    }

    [Fact]
    public void APlayedOutJobOnSpotDevicesHasTheSameGoodput()
    {
        var job = new JobShape(1000, H100) { CheckpointBytes = Bytes(1e12) };
        ReliabilityInputs inputs = Known with { DeviceTimePerPreemption = Given("4000 h"), StorageBandwidth = Given("100 GB/s") };
        var played = new JobSimulation(new Random(7), [3 * 3600, 4 * 3600], 1800, 20, [720], warned: 1).Run(20_000 * 1800.0);

        RunCalendar calendar = Of(job, inputs);

        calendar.Goodput.Value!.Value.ShouldBe(played.Training / played.Elapsed, 0.01);
        // A notice of two minutes is not enough where a checkpoint takes longer: more work is lost.
        Seconds(Of(job, inputs with { StorageBandwidth = Given("1 GB/s") }), "lostWork")
            .ShouldBeGreaterThan(Seconds(calendar, "lostWork") * 1.5);
    }

    [Fact]
    public void MoreFailuresNeverGiveMoreGoodputAndFasterStorageNeverLess() =>
        Prop.ForAll(
                Gen.Choose(1, 60_000)
                    .Select(devices => devices)
                    .Zip(Gen.Choose(1, 400), (devices, more) => (devices, more / 100.0))
                    .Zip(Gen.Choose(0, 2), (pair, mode) => (pair.devices, pair.Item2, (CheckpointMode)mode))
                    .ToArbitrary(),
                sample =>
                {
                    var (devices, factor, mode) = sample;
                    var job = new JobShape(devices, H100) { CheckpointBytes = Bytes(5e12), HostBandwidth = Given("25 GB/s") };
                    double At(double ratio, double bandwidth) =>
                        GoodputModel
                            .Calendar(
                                job,
                                new()
                                {
                                    Checkpoint = mode,
                                    FailureRatio = new Line("failureRatio", "Ratio", ratio, Dimension.None),
                                    StorageBandwidth = new Line("storageBandwidth", "Storage", bandwidth, Dimension.BytesPerSecond),
                                },
                                ForRuns,
                                withIntervals: false
                            )
                            .Goodput.Value
                        ?? 0;
                    double usual = At(1, 1e12);
                    return At(1 + factor, 1e12) <= usual && At(1, 1e12 * (1 + factor)) >= usual - 1e-12 && usual is >= 0 and <= 1;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void CausesAddUp()
    {
        JobFailures failures = JobFailures.Of(Llama3, new(), ForRuns.Reliability);

        failures.Rate.Parts.Select(part => part.Key).ShouldBe(["device", "fabric", "node", "software"], ignoreOrder: true);
        // 419 interruptions in 54 days.
        failures.MeanTime.Value!.Value.ShouldBe(54 * 86_400.0 / 419, 5);
    }

    [Fact]
    public void NodesNotScreenedBreakMoreOftenButSoftwareDoesNot()
    {
        JobFailures screened = JobFailures.Of(Llama3, new(), ForRuns.Reliability);
        JobFailures not = JobFailures.Of(Llama3, new() { Screened = false }, ForRuns.Reliability);

        foreach (Line cause in screened.Rate.Parts)
        {
            double ratio = not.Rate.Parts.Single(part => part.Key == cause.Key).Value!.Value / cause.Value!.Value;
            ratio.ShouldBe(cause.Key == FailureTable.Software ? 1 : 3.69, 1e-9);
        }
    }

    // FT-HSDP (arXiv:2602.00277): 17 s on 16,384 devices, 200 s on 98,304.
    [Theory]
    [InlineData(16_384, 17)]
    [InlineData(98_304, 200)]
    public void CommunicatorsTakeAsLongAsPublished(int devices, double seconds)
    {
        JobShape job = Llama3 with { Devices = devices };
        JobFailures failures = JobFailures.Of(job, new(), ForRuns.Reliability);
        CheckpointLines checkpoint = CheckpointLines.Of(job, new(), ForRuns.Reliability, failures.MeanTime);

        RecoveryLines recovery = RecoveryLines.Of(job, new(), ForRuns.Reliability, failures, checkpoint);

        recovery.Phases.Single(phase => phase.Key == "initialisation").Value!.Value.ShouldBe(seconds, 0.01 * seconds);
    }

    [Fact]
    public void WithoutSparesABreakWaitsForARepair()
    {
        double with = Of(Llama3, new()).Goodput.Value!.Value;

        Of(Llama3, new() { Spares = Given("0") }).Goodput.Value!.Value.ShouldBeLessThan(with - 0.1);
        Of(Llama3, new() { Spares = Given("0.02") }).Goodput.Value!.Value.ShouldBe(with);
    }

    // 1,250 nodes of which 0.5 % are slow: one is nearly always among them, and a step takes a tenth longer.
    [Fact]
    public void SlowHostsSlowALargeJobAndHardlyASmallOne()
    {
        double Slow(int devices) =>
            Seconds(Of(new JobShape(devices, H100), new() { KeepsStragglers = true }), "stragglers") / Units.SecondsPerDay;

        Slow(10_000).ShouldBe(0.1 * (1 - Math.Pow(0.995, 1250)), 1e-12);
        Slow(8).ShouldBe(0.1 * 0.005, 1e-12);
    }

    [Fact]
    public void AGoodputThatIsGivenIsTheGoodput()
    {
        RunCalendar calendar = Of(Llama3, new() { Goodput = Given("0.8") });

        calendar.Elapsed.Value!.Value.ShouldBe(Units.SecondsPerDay / 0.8, 1e-9);
        calendar.Lines.Select(line => line.Key).ShouldBe(["training", "interruptions"]);
    }

    [Fact]
    public void AJobThatBreaksFasterThanItRecoversHasNoCalendar()
    {
        RunCalendar calendar = Of(Llama3, new() { DeviceTimePerInterruption = Given("100 h"), Recovery = Given("1 h") });

        calendar.Goodput.Value.ShouldBeNull();
        calendar.Elapsed.Value.ShouldBeNull();
        calendar.Elapsed.Note.ShouldNotBeNull().ShouldContain("breaks before it has recovered");
    }

    [Fact]
    public void TheIntervalHoldsTheValueAndIsNotTheWholeOfIt()
    {
        RunCalendar calendar = Of(Llama3, new());
        Interval range = calendar.Goodput.Interval.ShouldNotBeNull();

        calendar.Goodput.Value!.Value.ShouldBeInRange(range.Low, range.High);
        (range.High - range.Low).ShouldBeInRange(0.03, 0.25);
        foreach (Line line in calendar.Lines.Skip(1))
        {
            line.Value!.Value.ShouldBeInRange(line.Interval!.Value.Low, line.Interval.Value.High);
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void RefusesWhatCannotBe(double value)
    {
        var line = new Line("bad", "bad", value, Dimension.None);

        Should.Throw<ArgumentOutOfRangeException>(() => Of(Llama3, new() { FailureRatio = line }));
        Should.Throw<ArgumentOutOfRangeException>(() => Of(Llama3, new() { Detection = line }));
        Should.Throw<ArgumentOutOfRangeException>(() => Of(Llama3, new() { StorageBandwidth = line }));
        Should.Throw<ArgumentOutOfRangeException>(() => Of(Llama3, new() { Goodput = line }));
    }

    [Fact]
    public void RefusesAWordThatIsNoneOfTheCatalogs() =>
        Should
            .Throw<ArgumentException>(() => Of(Llama3, new() { Operations = "magic" }))
            .Message.ShouldContain("automated, manual, scheduled");
}
