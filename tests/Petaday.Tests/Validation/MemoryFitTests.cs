using Petaday.Catalog;
using Petaday.Hardware;
using Petaday.Training;
using Petaday.Validation;
using Petaday.Validation.Calibration;

namespace Petaday.Tests.Validation;

public sealed class MemoryFitTests
{
    private static readonly Library Shipped = Library.OpenShipped();
    private static readonly ParameterSet Priors = ParameterFile.ReadPriors(Shipped, []);
    private static readonly RunMapper Mapper = new(RunCatalogReader.Read(Shipped, Priors, []));

    [Fact]
    public void AnAllocatorThatAddsMoreIsFound()
    {
        // Bytes as a stack with a fifth of fragmentation and 4 GB of software would have them.
        RunRow[] rows = [.. Rows(0.2, 4e9)];
        MemoryFit fit = MemoryFit.Of(rows, Mapper, Priors, TestContext.Current.CancellationToken);
        fit.Runs.ShouldBe(rows.Length);
        fit.After!.Median.ShouldBeLessThan(0.03, "priors hold it a little");
        fit.After.Median.ShouldBeLessThan(fit.Before!.Median);
        // Base and overhead do not part well: the priors say how what is missing is shared.
        fit.Parameters.Single(row => row is { Id: "megatron-deepspeed", Name: "memoryBase" }).Value.ShouldBeInRange(1.4e9, 4e9);
        fit.Parameters.Single(row => row is { Id: "megatron-deepspeed", Name: "memoryOverhead" }).Value.ShouldBeInRange(0.15, 0.35);
        fit.Parameters.ShouldAllBe(row => row.Runs > 0 && row.Low < row.Value && row.Value < row.High);
    }

    [Fact]
    public void GroupsFollowTheirMembersByLess()
    {
        MemoryFit fit = MemoryFit.Of(Rows(0.2, 4e9), Mapper, Priors, TestContext.Current.CancellationToken);
        double[] bases = [.. ((string[])["megatron-deepspeed", "eager", "any"]).Select(id => Value(fit, id))];
        bases.ShouldBe(bases.OrderDescending());
        bases[^1].ShouldBeGreaterThan(Priors.Get("stack", "memoryBase"));
    }

    [Fact]
    public void WithoutMemoryThereIsNothingToFit()
    {
        MemoryFit fit = MemoryFit.Of([Published.Row("llm-foundry-a100-80gb-0001")], Mapper, Priors, TestContext.Current.CancellationToken);
        (fit.Runs, fit.Before, fit.After).ShouldBe((0, null, null));
        fit.Parameters.ShouldBeEmpty();
    }

    [Fact]
    public void WhatTheAllocatorReportsSaysNothingOfTheBase()
    {
        MemoryFit fit = MemoryFit.Of(
            Published.File.Rows.Where(row => row.SourceGroup == "torchtitan-h100"),
            Mapper,
            Priors,
            TestContext.Current.CancellationToken
        );
        fit.Runs.ShouldBe(12);
        fit.Parameters.ShouldAllBe(row => row.Name == "memoryOverhead");
    }

    [Fact]
    public void WhetherARunFitsIsNotAskedOfWhatIsKnownOfItsOutcome()
    {
        // It did run, with inputs gathered again; by the stack's default it does not fit, and that is what the outcome is held against.
        RunRow row = Published.File.Rows.First(row =>
            row is { SourceGroup: "nanotron-grid", Layers: 80, Tensor: 32, MicroBatch: 4, Scored: true, Memory: not null }
        );
        ValidationReport report = Validator.Run(
            [row],
            new RunMapper(Published.Catalog),
            Published.Estimate,
            cancellationToken: TestContext.Current.CancellationToken
        );
        MemoryResult result = report.MemoryRows.Single();
        result.PredictedToFit.ShouldBe(false);
        result.PredictedBytes!.Value.ShouldBeLessThan(result.CapacityBytes!.Value);
        result.Assumptions.ShouldContain(assumption => assumption.Contains("gathered again"));
    }

    private static double Value(MemoryFit fit, string id) => fit.Parameters.Single(row => row.Id == id && row.Name == "memoryBase").Value;

    private static IEnumerable<RunRow> Rows(double overhead, double taken)
    {
        foreach (RunRow row in Published.File.Rows.Where(row => row is { SourceGroup: "bigscience-a100", Memory: not null, Scored: true }))
        {
            MappedRun run = Mapper.Map(row).Run!;
            Stack stack = run.Stack with { Parameters = run.Stack.Parameters with { MemoryOverhead = overhead, MemoryBase = taken } };
            double bytes = StepModel.Estimate(run.Architecture, run.System, stack, run.Recipe, run.Strategy).Memory.Bytes;
            yield return row with
            {
                Memory = bytes / Math.Pow(2, 30),
            };
        }
    }
}
