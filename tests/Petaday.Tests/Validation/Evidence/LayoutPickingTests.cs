using Petaday.Training;
using Petaday.Validation;
using Petaday.Validation.Evidence;

namespace Petaday.Tests.Validation.Evidence;

public sealed class LayoutPickingTests
{
    private static readonly RunRow Base = Published.Row("nanotron-grid-0667") with { Outcome = null, Memory = null };

    [Fact]
    public void ThePickIsHeldAgainstTheBestOfItsGroup()
    {
        // First group: the layout predicted fastest (tensor 4: 2 s) took 8 s, the best 4 s: half its throughput. Second: picked rightly. Third: alone, no choice.
        LayoutPicking picking = Of(
                Row("a1", 4, 256, 8),
                Row("a2", 8, 256, 4),
                Row("a3", 16, 256, 16),
                Row("b1", 4, 512, 8),
                Row("b2", 8, 512, 16),
                Row("c1", 4, 1024, 1)
            )
            .ShouldHaveSingleItem();
        picking.Groups.ShouldBe(2);
        picking.Layouts.ShouldBe(5);
        picking.Share.ShouldBe((0.5 + 1) / 2, 1e-9);
        picking.WorstShare.ShouldBe(0.5, 1e-9);
        picking.BlindShare.ShouldBe((((0.5 + 1 + 0.25) / 3) + ((1 + 0.5) / 2)) / 2, 1e-9);
    }

    [Fact]
    public void RunsOfDifferentMachinesOrSoftwareAreNoChoice() =>
        Of(Row("a1", 4, 256, 8), Row("a2", 4, 256, 4) with { StackId = "megatron-lm" }, Row("a3", 4, 256, 4) with { PrecisionId = "fp16" })
            .ShouldBeEmpty();

    /// <summary>The same layout under two versions of a stack is one choice, as good as its fastest run.</summary>
    [Fact]
    public void ALayoutThatWasMeasuredTwiceIsOneChoice()
    {
        Of(Row("a1", 4, 256, 8), Row("a2", 4, 256, 4)).ShouldBeEmpty();
        LayoutPicking picking = Of(Row("a1", 4, 256, 8), Row("a2", 4, 256, 4), Row("a3", 8, 256, 2)).ShouldHaveSingleItem();
        picking.Layouts.ShouldBe(2);
        picking.Share.ShouldBe(0.5, 1e-9);
    }

    [Fact]
    public void RowsThatAreNotScoredAreNotPicked() =>
        Of(Row("a1", 4, 256, 8), Row("a2", 8, 256, 4) with { Scored = false }).ShouldBeEmpty();

    [Fact]
    public void TheGridOfNanotronHasThirteenGroups()
    {
        LayoutPicking grid = Published.Report.Picking.Single(picking => picking.SourceGroup == "nanotron-grid");
        grid.Groups.ShouldBe(13);
        grid.Layouts.ShouldBe(517, "six layouts were measured twice");
        grid.Share.ShouldBeGreaterThan(grid.BlindShare + 0.2);
    }

    private static IReadOnlyList<LayoutPicking> Of(params RunRow[] rows) =>
        Validator
            .Run(
                rows,
                new RunMapper(Published.Catalog),
                run => new StepEstimate(new StepTime(run.Strategy.Tensor / 2.0, []), new StepMemory(5e10, 8e10, []), 1, 1, 1, 1, 1, 1),
                cancellationToken: TestContext.Current.CancellationToken
            )
            .Picking;

    private static RunRow Row(string id, int tensor, int batch, double seconds) =>
        Base with
        {
            Id = id,
            Tensor = tensor,
            Pipeline = 1,
            Data = 128 / tensor,
            MicroBatch = 1,
            GlobalBatch = batch,
            GradientAccumulation = null,
            MeasuredStepSeconds = seconds,
        };
}
