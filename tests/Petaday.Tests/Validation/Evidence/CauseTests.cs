using Petaday.Catalog;
using Petaday.Validation;
using Petaday.Validation.Evidence;

namespace Petaday.Tests.Validation.Evidence;

public sealed class CauseTests
{
    private const string Header =
        "ids,source,error,least_error,least_devices,most_devices,least_tensor,most_tensor,least_pipeline,most_pipeline,least_micro_batch_s,common,why,known_from\n";

    [Fact]
    public void EveryRowThatACauseNamesIsThere()
    {
        HashSet<string> ids = [.. Published.File.Rows.Select(row => row.Id)];
        ShippedEvidence.Book.Causes.SelectMany(cause => cause.Ids).ShouldAllBe(id => ids.Contains(id));
        HashSet<string> sources = [.. Published.File.Rows.Select(row => row.SourceGroup)];
        ShippedEvidence.Book.Causes.ShouldAllBe(cause => cause.Source == null || sources.Contains(cause.Source));
    }

    /// <summary>The catalog says that the pipeline engine's defect takes 1.3 to 2.2 s a micro-batch on flagged rows, between quartiles.</summary>
    [Fact]
    public void TheStallOfTheFlaggedRowsIsAsTheCatalogSays()
    {
        double[] seconds =
        [
            .. Published
                .File.Rows.Where(row => row.QualityFlag == "pipeline-engine-defect" && row.MeasuredStepSeconds is not null)
                .Select(row => row.MeasuredStepSeconds!.Value * row.Data!.Value * row.MicroBatch!.Value / row.GlobalBatch!.Value)
                .Order(),
        ];
        seconds.Length.ShouldBe(208);
        seconds[52].ShouldBe(1.3, 0.05);
        seconds[156].ShouldBe(2.2, 0.05);
    }

    [Theory]
    [InlineData("", -0.9, true)]
    [InlineData("under", -0.9, true)]
    [InlineData("over", -0.9, false)]
    [InlineData("over", 0.9, true)]
    [InlineData("", -0.3, false)]
    public void ARowIsExplainedWhereAllThatIsStatedHolds(string sign, double error, bool explained)
    {
        EvidenceBook book = Book($",nanotron-grid,{sign},0.4,128,128,4,4,2,,1.0,these,because,seen\n", []);
        RunRow row = Published.Row("nanotron-grid-0667"); // 128 devices, tensor 4, 16 stages, 155.86 s for 128 micro-batches
        (book.Of(row, Result(row, error)) is not null).ShouldBe(explained);
        book.Of(row with { Devices = 256 }, Result(row, error)).ShouldBeNull();
        book.Of(row with { Pipeline = 1 }, Result(row, error)).ShouldBeNull();
        book.Of(row with { Tensor = null }, Result(row, error)).ShouldBeNull();
        book.Of(row with { MeasuredStepSeconds = 100 }, Result(row, error)).ShouldBeNull();
    }

    [Fact]
    public void TheFirstThatExplainsARowCounts()
    {
        EvidenceBook book = Book("a b,,,,,,,,,,,first,x,y\n,,,,,,,,,,,second,x,y\n", []);
        RunRow row = Published.Row("nanotron-grid-0667");
        book.Of(row with { Id = "b" }, Result(row, 1))!.Common.ShouldBe("first");
        book.Of(row, Result(row, 1))!.Common.ShouldBe("second");
    }

    [Fact]
    public void ARateThatIsTooHighIsATimeThatIsTooShort()
    {
        EvidenceBook book = Book(",,under,,,,,,,,,these,x,y\n", []);
        RunRow row = Published.Row("nanotron-grid-0667");
        book.Of(row, Result(row, 1) with { Metric = "tokens_per_s_per_gpu" }).ShouldNotBeNull();
        book.Of(row, Result(row, 1)).ShouldBeNull();
    }

    [Fact]
    public void ATableThatCannotBeReadIsSaid()
    {
        List<Diagnostic> diagnostics = [];
        Book(",,sideways,,x,,,,,,,these,,y\n", diagnostics);
        diagnostics.Select(problem => problem.Key).ShouldBe(["error", "least_devices", "why"], ignoreOrder: true);
        diagnostics.ShouldAllBe(problem => problem.Line == 2 && problem.File!.EndsWith("causes.csv"));
    }

    private static StepResult Result(RunRow row, double error) =>
        Published.Report.Rows.Single(result => result.Id == row.Id) with
        {
            Error = error,
        };

    private static EvidenceBook Book(string rows, List<Diagnostic> diagnostics)
    {
        string directory = Directory.CreateTempSubdirectory("petaday").FullName;
        Directory.CreateDirectory(Path.Combine(directory, "validation"));
        File.WriteAllText(Path.Combine(directory, "validation", "causes.csv"), Header + rows);
        EvidenceBook book = EvidenceBook.Read(Library.Open([directory]), diagnostics);
        Directory.Delete(directory, recursive: true);
        return book;
    }
}
