using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Scenarios;
using Petaday.Validation;
using Petaday.Validation.Evidence;

namespace Petaday.Tests.Validation.Evidence;

public sealed class LeftOutPredictionsTests
{
    private static readonly string[] Sources = ["torchtitan-a100", "korthikanti2022", "llm.c", "fms-fsdp"];
    private static readonly RunRow[] Rows = [.. Published.File.Rows.Where(row => Sources.Contains(row.SourceGroup))];

    /// <summary>Writing a report down and applying what was read to any other evaluation of the same rows gives the report again.</summary>
    [Fact]
    public void WhatIsWrittenIsReadBack()
    {
        ValidationReport honest = Run(1.1);
        ValidationReport again = LeftOutPredictions.Apply(Rows, Run(1), Read(LeftOutPredictions.Write(honest), [])).ShouldNotBeNull();
        again.Plain.Rows.ShouldBe(honest.Plain.Rows);
        again.Summary.MedianAbsError!.Value.ShouldBe(honest.Summary.MedianAbsError!.Value, 1e-4);
        again.Summary.Coverage90.ShouldBe(honest.Summary.Coverage90);
        again.Memory.ShouldBe(honest.Memory);
        again.Challenges.Length.ShouldBe(honest.Challenges.Length);
    }

    [Fact]
    public void RowsThatTheFileDoesNotSpeakOfAreSkipped()
    {
        string id = Rows.First(row => row.Scored).Id;
        ValidationReport report = LeftOutPredictions.Apply(Rows, Run(1), Read($"id,predicted\n{id},3.5\n", [])).ShouldNotBeNull();
        report.Plain.Rows.ShouldBe(1);
        report.Rows.Single(row => row.Id == id).Predicted.ShouldBe(3.5);
    }

    [Fact]
    public void AFileOfOtherRowsIsNone() =>
        LeftOutPredictions.Apply(Rows, Run(1), Read("id,predicted\nelsewhere,3.5\n", [])).ShouldBeNull();

    [Fact]
    public void ARowThatPredictsNothingIsSaid()
    {
        List<Diagnostic> diagnostics = [];
        Read("id,predicted\na,-1\nb,x\n,3\nc,2\n", diagnostics).Keys.ShouldBe(["c"]);
        diagnostics.Select(problem => problem.Line).ShouldBe([2, 3, 4]);
    }

    /// <summary>The shipped file is of the shipped runs: a new fit writes it anew.</summary>
    [Fact]
    public void TheShippedFileSpeaksOfEveryStepThatIsPredicted()
    {
        ImmutableDictionary<string, LeftOutPrediction> shipped = LeftOutPredictions.Read(Library.OpenShipped(), []);
        Published
            .Report.Rows.Where(row => row is { Scored: true, Skipped: null } && !shipped.ContainsKey(row.Id))
            .Select(row => row.Id)
            .Take(5)
            .ShouldBeEmpty("petaday calibrate --from priors --leave-one-source-out --output catalog");
    }

    /// <summary>The intervals of answers come from the same predictions, which their files write to six digits.</summary>
    [Fact]
    public void TheShippedIntervalsAreOfTheSameFits()
    {
        Library shipped = Library.OpenShipped();
        ValidationReport leftOut = LeftOutPredictions
            .Apply(Published.File.Rows, Published.Report, LeftOutPredictions.Read(shipped, []))
            .ShouldNotBeNull();
        double[] found = Figures(AccuracyBook.Intervals(leftOut));
        found.Length.ShouldBeGreaterThan(20);
        found.ShouldBe(
            Figures(File.ReadAllText(Path.Combine(Library.ShippedDirectory, AccuracyBook.IntervalsPath))),
            1.1e-3,
            "petaday calibrate --from priors --leave-one-source-out --output catalog"
        );
    }

    private static double[] Figures(string table) =>
        [
            .. table
                .Split('\n')
                .Where(line => line.StartsWith(AccuracyBook.StepSeconds, StringComparison.Ordinal))
                .SelectMany(line => line.Split(',').Skip(2))
                .Where(cell => cell.Length > 0)
                .Select(cell => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture)),
        ];

    private static ValidationReport Run(double factor) =>
        Validator.Run(
            Rows,
            new RunMapper(Published.Catalog),
            run =>
            {
                var estimate = Published.Estimate(run);
                return estimate with
                {
                    Time = estimate.Time with { Seconds = factor * estimate.Time.Seconds },
                    TokensPerSecondPerDevice = estimate.TokensPerSecondPerDevice / factor,
                };
            },
            cancellationToken: TestContext.Current.CancellationToken
        );

    private static ImmutableDictionary<string, LeftOutPrediction> Read(string text, List<Diagnostic> diagnostics)
    {
        string directory = Directory.CreateTempSubdirectory("petaday").FullName;
        string file = Path.Combine(directory, LeftOutPredictions.FilePath);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        ImmutableDictionary<string, LeftOutPrediction> read = LeftOutPredictions.Read(Library.Open([directory]), diagnostics);
        Directory.Delete(directory, recursive: true);
        return read;
    }
}
