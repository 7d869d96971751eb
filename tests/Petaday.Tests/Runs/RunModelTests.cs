using FsCheck;
using FsCheck.Fluent;
using Petaday.Explanations;
using Petaday.Runs;
using static Petaday.Tests.Runs.Factors;

namespace Petaday.Tests.Runs;

public class RunModelTests
{
    private static RunInputs Run(double tokens, double batch, double stepSeconds, int devices) =>
        new(tokens, batch, Given($"{stepSeconds:R} s", "stepSeconds"), devices) { AcceleratorId = "h100-sxm-80gb" };

    // Brown et al. 2020 (arXiv:2005.14165), appendix D: 174.6 B parameters, 300 B tokens, 3,640 PF-days.
    [Fact]
    public void Gpt3TakesThePublishedPetaflopDays()
    {
        RunPlan plan = RunModel.Plan(Run(300e9, 3.2e6, 1, 1024) with { Parameters = 174.6e9 }, ForRuns);

        plan.PetaflopDays.ShouldNotBeNull().ShouldBe(3640, 0.02 * 3640);
        plan.Flops.Value.ShouldBe(6 * 174.6e9 * 300e9);
    }

    [Fact]
    public void ARunIsWholeStepsOverGoodput()
    {
        RunInputs inputs = Run(1e9 + 1, 1e6, 2, 8) with { Reliability = new() { Goodput = Given("0.8") } };

        RunPlan plan = RunModel.Plan(inputs, ForRuns);

        plan.Steps.Value.ShouldBe(1001);
        plan.ElapsedSeconds.Value.ShouldNotBeNull().ShouldBe(1001 * 2 / 0.8, 1e-9);
        plan.DeviceHours.ShouldNotBeNull().ShouldBe(8 * 1001 * 2 / 0.8 / 3600, 1e-9);
        plan.Explanation.Unsound().ShouldBeEmpty();
    }

    // The Llama 3 Herd of Models (arXiv:2407.21783), section 3.3.4: 16,384 H100, more than 90 % effective training time.
    [Fact]
    public void Llama3sGoodputIsAboveNineTenths() =>
        GoodputModel.Of(16_384, "h100-sxm-80gb", new(), ForRuns).Value.ShouldNotBeNull().ShouldBeInRange(0.90, 0.95);

    // ByteRobust (arXiv:2509.16293): 9,600 devices, 97 % on a dense job and 91 % on a mixture of experts.
    [Fact]
    public void GoodputOfTenThousandDevicesLiesBetweenTheTwoPublishedJobs() =>
        GoodputModel.Of(9_600, "h100-sxm-80gb", new(), ForRuns).Value.ShouldNotBeNull().ShouldBeInRange(0.91, 0.97);

    // FT-HSDP (arXiv:2602.00277): 98,304 devices, 18 minutes between failures, 44 % with a synchronous recovery of about 10 minutes. Its checkpoint
    // interval is not known: the two ends are Young's and Daly's and a quarter of an hour.
    [Fact]
    public void GoodputOfAHundredThousandDevicesFallsAsPublished()
    {
        const double m = 18 * 60;
        double often = CheckpointPlan.Goodput(CheckpointPlan.BestInterval(0.5, m), 0.5, 600, m);
        double rarely = CheckpointPlan.Goodput(15 * 60, 0.5, 600, m);

        0.44.ShouldBeInRange(rarely, often);
    }

    [Fact]
    public void TheBestIntervalIsBetterThanItsNeighbours()
    {
        double m = 3 * 3600;
        double best = CheckpointPlan.BestInterval(30, m);
        double at = CheckpointPlan.Goodput(best, 30, 300, m);

        at.ShouldBeGreaterThan(CheckpointPlan.Goodput(best * 0.7, 30, 300, m));
        at.ShouldBeGreaterThan(CheckpointPlan.Goodput(best * 1.4, 30, 300, m));
    }

    [Fact]
    public void GoodputFallsAsAJobGrows() =>
        Prop.ForAll(
                Gen.Choose(1, 50_000).Two().ToArbitrary(),
                pair =>
                {
                    (int few, int many) = (Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2));
                    double at(int devices) => GoodputModel.Of(devices, "a100-sxm-80gb", new(), ForRuns).Value!.Value;
                    return at(many) <= at(few) && at(few) is > 0 and <= 1;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void SparesThatTheJobHoldsArePaidFor()
    {
        RunInputs inputs = Run(1e12, 4e6, 5, 512);

        double without = RunModel.Plan(inputs, ForRuns).DeviceHours!.Value;
        RunPlan with = RunModel.Plan(inputs with { Reliability = new() { Spares = Given("0.05") } }, ForRuns);

        with.DeviceHours!.Value.ShouldBe(1.05 * without, 1e-6);
        with.Explanation.Unsound().ShouldBeEmpty();
    }

    [Fact]
    public void DaysScaleWithTheStepsTime()
    {
        double once = RunModel.Plan(Run(1e12, 4e6, 5, 512), ForRuns).Days!.Value;

        RunModel.Plan(Run(1e12, 4e6, 10, 512), ForRuns).Days!.Value.ShouldBe(2 * once, 1e-9 * once);
    }

    [Fact]
    public void AnUnknownStepLeavesTheCalendarUnknownAndSaysWhy()
    {
        RunInputs inputs = Run(1e9, 1e6, 1, 8) with
        {
            StepSeconds = Line.Unknown("stepSeconds", "Step", Petaday.Quantities.Dimension.Seconds, "the layout does not fit"),
        };

        RunPlan plan = RunModel.Plan(inputs, ForRuns);

        plan.Days.ShouldBeNull();
        plan.DeviceHours.ShouldBeNull();
        plan.Notes.ShouldContain(note => note.Contains("the layout does not fit", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-1, 1e6, 8)]
    [InlineData(double.NaN, 1e6, 8)]
    [InlineData(double.PositiveInfinity, 1e6, 8)]
    [InlineData(1e9, 0, 8)]
    [InlineData(1e9, 1e6, 0)]
    public void RefusesNumbersThatNoRunCanHave(double tokens, double batch, int devices) =>
        Should.Throw<ArgumentOutOfRangeException>(() => RunModel.Plan(Run(tokens, batch, 1, devices), ForRuns));
}
