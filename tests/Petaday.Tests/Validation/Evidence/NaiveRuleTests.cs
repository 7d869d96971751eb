using Petaday.Architectures;
using Petaday.Hardware;
using Petaday.Validation;

namespace Petaday.Tests.Validation.Evidence;

public sealed class NaiveRuleTests
{
    /// <summary>Korthikanti et al. 2022, the first row of table 5: 22 B parameters, 4 x 2048 tokens on 8 A100 of 312 TFLOP/s.</summary>
    [Fact]
    public void ItIsSixNdAtFortyPercentOfThePeak()
    {
        MappedRun run = Published.Map("korthikanti2022-0001");
        double parameters = ParameterCount.Of(run.Architecture).Active;
        parameters.ShouldBe(22e9, 0.5e9);
        double expected = 6 * parameters * (4 * 2048) / (8 * 0.4 * 312e12);
        NaiveRule.Seconds(run)!.Value.ShouldBe(expected, 1e-9);
        expected.ShouldBe(1.08, 0.03);
    }

    [Fact]
    public void ItTakesThePeakOfTheRunsOwnPrecision()
    {
        MappedRun run = Published.Map("nanotron-grid-0667");
        MappedRun faster = run with { Recipe = run.Recipe with { Precision = Precision.Fp8 } };
        double ratio = run.System.Accelerator.Peak(Precision.Fp8) / run.System.Accelerator.Peak(Precision.Bf16);
        ratio.ShouldBe(2, 0.01);
        (NaiveRule.Seconds(run) / NaiveRule.Seconds(faster))!.Value.ShouldBe(ratio, 1e-9);
    }

    [Fact]
    public void ItIsSummedUpOverTheRowsThatAreEvaluatedAndNoOthers()
    {
        ValidationReport report = Published.Report;
        report.NaivePlain.Rows.ShouldBe(report.Plain.Rows);
        report.NaivePlain.Skipped.ShouldBe(report.Plain.Skipped);
        StepResult[] rows = [.. report.Rows.Where(row => row is { Scored: true, Skipped: null })];
        report.NaivePlain.MeanAbsError!.Value.ShouldBe(rows.Average(row => Math.Abs((row.Naive!.Value / row.Measured!.Value) - 1)), 1e-9);
        double total = rows.Sum(row => row.SourceWeight);
        report.Naive.MeanAbsError!.Value.ShouldBe(
            rows.Sum(row => row.SourceWeight * Math.Abs((row.Naive!.Value / row.Measured!.Value) - 1)) / total,
            1e-9
        );
        report.Summary.MeanAbsError!.Value.ShouldBeLessThan(report.Naive.MeanAbsError!.Value / 2);
    }

    [Fact]
    public void AThroughputIsComparedAsOne()
    {
        RunRow timed = Published.Row("nanotron-grid-0667");
        ValidationReport report = Validator.Run(
            [timed, timed with { Id = "rate", MeasuredStepSeconds = null, TokensPerSecondPerDevice = 1000 }],
            new RunMapper(Published.Catalog),
            Published.Estimate,
            cancellationToken: TestContext.Current.CancellationToken
        );
        double tokens = 4096.0 * timed.GlobalBatch!.Value / timed.Devices!.Value;
        report.Rows[1].Naive!.Value.ShouldBe(tokens / report.Rows[0].Naive!.Value, 1e-6);
    }
}
