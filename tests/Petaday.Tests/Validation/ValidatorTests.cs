using System.Text;
using System.Text.Json;
using Petaday.Training;
using Petaday.Validation;

namespace Petaday.Tests.Validation;

public sealed class ValidatorTests
{
    private static readonly RunRow Base = Published.Row("nanotron-grid-0667") with
    {
        Memory = null,
        Outcome = null,
        MeasuredStepSeconds = 10,
        TokensPerSecondPerDevice = null,
    };

    [Fact]
    public void SummaryIsOverScoredRowsWeightedBySource()
    {
        // Predicted is always 10 s. Source x: three rows of weight 1/3; y: one of weight 1; an unscored row counts nowhere.
        RunRow[] rows =
        [
            Row("x1", "x", 20, 1 / 3.0),
            Row("x2", "x", 20, 1 / 3.0),
            Row("x3", "x", 12.5, 1 / 3.0),
            Row("y1", "y", 8, 1),
            Row("z1", "z", 1, 1) with
            {
                Scored = false,
            },
            Row("y2", "y", 8, 1) with
            {
                SequenceLength = null,
            },
        ];
        ValidationReport report = Run(rows);

        // Errors: -0.5, -0.5, -0.2, +0.25.
        report.Plain.Rows.ShouldBe(4);
        report.Plain.Skipped.ShouldBe(1);
        report.Plain.MeanAbsError!.Value.ShouldBe((0.5 + 0.5 + 0.2 + 0.25) / 4, 1e-9);
        report.Plain.MedianAbsError!.Value.ShouldBe((0.25 + 0.5) / 2, 1e-9);
        report.Plain.MaxAbsError!.Value.ShouldBe(0.5, 1e-9);
        report.Plain.MeanError!.Value.ShouldBe((-0.5 - 0.5 - 0.2 + 0.25) / 4, 1e-9);
        report.Summary.MeanAbsError!.Value.ShouldBe((0.4 + 0.25) / 2, 1e-9, "x counts once with its mean of 0.4, y once");

        // In order 0.2 (1/3), 0.25 (1), 0.5 (2/3): half of 2 lies at 0.25; nine tenths at 0.5.
        report.Summary.MedianAbsError!.Value.ShouldBe(0.25, 1e-9);
        report.Summary.P90AbsError!.Value.ShouldBe(0.5, 1e-9);
        report.Worst[0].Id.ShouldBe("x1");
        report.BySource.Select(group => (group.Key, group.Rows, group.Skipped)).ShouldBe([("x", 3, 0), ("y", 1, 1)]);
        report.Rows.Length.ShouldBe(6);
        report.SkipReasons.ShouldHaveSingleItem().Key.ShouldBe("the sequence length is not stated");
    }

    [Fact]
    public void ThroughputIsTheMetricWhereNoTimeIsStated()
    {
        ValidationReport report = Run([Row("a", "s", 10, 1) with { MeasuredStepSeconds = null, TokensPerSecondPerDevice = 500 }]);
        StepResult row = report.Rows.ShouldHaveSingleItem();
        row.Metric.ShouldBe("tokens_per_s_per_gpu");
        row.Error!.Value.ShouldBe(1, 1e-9, "1000 predicted, 500 measured");
    }

    [Fact]
    public void ARunThatDidNotFitIsEvaluatedForMemoryAlone()
    {
        ValidationReport report = Run([
            Row("fits", "s", 10, 1) with
            {
                Outcome = "ok",
                Memory = 40,
                MemoryDefinition = "GiB peak",
            },
            Row("bursts", "s", 10, 1) with
            {
                Outcome = "oom",
                MeasuredStepSeconds = null,
            },
        ]);
        report.Plain.Rows.ShouldBe(1);
        report.Plain.Skipped.ShouldBe(0);
        report.MemoryPlain.Rows.ShouldBe(2);
        report.MemoryPlain.Outcomes.ShouldBe(2);
        report.MemoryPlain.FitAccuracy.ShouldBe(0.5, "50 GB in 80 is predicted to fit, always");
        report.MemoryPlain.OutOfMemoryCalledFit.ShouldBe(1);
        MemoryResult fits = report.MemoryRows[0];
        fits.MeasuredBytes!.Value.ShouldBe(40 * Math.Pow(2, 30), 1);
        fits.Error!.Value.ShouldBe(50e9 / (40 * Math.Pow(2, 30)) - 1, 1e-9);
        report.MemoryRows[1].Error.ShouldBeNull();
    }

    [Theory]
    [InlineData("reserved (max)", 47)]
    [InlineData("GiB peak active", 42)]
    [InlineData("nvidia-smi style max per GPU (as given)", 50)]
    public void MemoryIsComparedByWhatTheFigureCounts(string definition, double gigabytes)
    {
        // Of 50 GB predicted, 3 are the software's and 5 lie between tensors.
        StepEstimate estimate = Ten with
        {
            Memory = new StepMemory(50e9, 80e9, [new("weights", 42e9), new("fragmentation", 5e9), new("software", 3e9)]),
        };
        RunRow row = Base with { Memory = 40, MemoryDefinition = definition };
        ValidationReport report = Validator.Run(
            [row],
            new RunMapper(Published.Catalog),
            _ => estimate,
            cancellationToken: TestContext.Current.CancellationToken
        );
        report.MemoryRows.ShouldHaveSingleItem().PredictedBytes!.Value.ShouldBe(gigabytes * 1e9, 1);
    }

    [Fact]
    public void AnIntervalNeverSeesItsOwnSource()
    {
        // Four sources whose measured times are 1.0, 1.1, 1.2 and 5.0 times what is predicted: the wild one is outside the others' range.
        RunRow[] rows = [Row("a", "a", 10, 1), Row("b", "b", 11, 1), Row("c", "c", 12, 1), Row("d", "d", 50, 1)];
        ValidationReport report = Run(rows);
        StepResult wild = report.Rows[3];
        // Around the median of three sources by Student's t with two degrees of freedom, 2.919986, over the normal 1.644854; of four by 2.353363.
        const double OfThree = 2.919986 / 1.644854;
        wild.Interval!.Value.Low.ShouldBe(11 * Math.Pow(10.0 / 11, OfThree), 1e-4);
        wild.Interval!.Value.High.ShouldBe(11 * Math.Pow(12.0 / 11, OfThree), 1e-4);
        wild.IsCovered.ShouldBe(false);
        report.Rows[0].Interval!.Value.High.ShouldBe(12 * Math.Pow(50.0 / 12, OfThree), 1e-3);
        report.Plain.Coverage90!.Value.ShouldBe(0.5, 1e-9, "b and c lie between the others, a below and d above");
        report.StepRatio!.Value.High.ShouldBe(1.15 * Math.Pow(5 / 1.15, 2.353363 / 1.644854), 1e-4);
    }

    [Fact]
    public void TheReportIsTheSameForAnyNumberOfThreads()
    {
        RunRow[] rows = [.. Published.File.Rows.Where((_, i) => i % 40 == 0)];
        string one = Json(
            Validator.Run(
                rows,
                new RunMapper(Published.Catalog),
                Published.Estimate,
                new ValidationOptions { MaxThreads = 1 },
                cancellationToken: TestContext.Current.CancellationToken
            )
        );
        string many = Json(
            Validator.Run(
                rows,
                new RunMapper(Published.Catalog),
                Published.Estimate,
                new ValidationOptions { MaxThreads = 8 },
                cancellationToken: TestContext.Current.CancellationToken
            )
        );
        many.ShouldBe(one);
    }

    [Fact]
    public void JsonHoldsWhatTheContractNames()
    {
        using JsonDocument document = JsonDocument.Parse(Json(Run([Row("a", "s", 20, 1) with { Outcome = "ok", Memory = 1 }])));
        JsonElement row = document.RootElement.GetProperty("rows")[0];
        string[] keys = ["id", "metric", "measured", "predicted", "error", "interval", "skipped"];
        row.EnumerateObject().Select(property => property.Name).Take(7).ShouldBe(keys);
        row.GetProperty("error").GetDouble().ShouldBe(-0.5, 1e-9);
        row.GetProperty("interval").ValueKind.ShouldBe(JsonValueKind.Null);
        JsonElement summary = document.RootElement.GetProperty("summary");
        foreach (string key in (string[])["rows", "skipped", "meanAbsError", "medianAbsError", "p90AbsError", "maxAbsError", "coverage90"])
        {
            summary.TryGetProperty(key, out _).ShouldBeTrue(key);
            summary.GetProperty("plain").TryGetProperty(key, out _).ShouldBeTrue(key);
        }

        JsonElement memory = document.RootElement.GetProperty("memory");
        string[] memoryKeys = ["id", "measuredBytes", "predictedBytes", "capacityBytes", "outcome", "error", "interval", "skipped"];
        memory.GetProperty("rows")[0].EnumerateObject().Select(property => property.Name).Take(8).ShouldBe(memoryKeys);
        memory.GetProperty("summary").GetProperty("fitAccuracy").GetDouble().ShouldBe(1);
    }

    [Fact]
    public void CancellationStopsIt()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Should.Throw<OperationCanceledException>(() =>
            Validator.Run([Base], new RunMapper(Published.Catalog), _ => Ten, cancellationToken: source.Token)
        );
    }

    private static RunRow Row(string id, string group, double seconds, double weight) =>
        Base with
        {
            Id = id,
            SourceGroup = group,
            MeasuredStepSeconds = seconds,
            SourceWeight = weight,
        };

    private static readonly StepEstimate Ten = new(new StepTime(10, []), new StepMemory(50e9, 80e9, []), 1, 1, 0.5, 0.5, 1000, 1);

    private static ValidationReport Run(IReadOnlyList<RunRow> rows) => Validator.Run(rows, new RunMapper(Published.Catalog), _ => Ten);

    private static string Json(ValidationReport report)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            ValidationJson.Write(writer, report);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
