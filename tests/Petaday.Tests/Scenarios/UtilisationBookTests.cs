using Petaday.Catalog;
using Petaday.Hardware;
using Petaday.Scenarios;
using Petaday.Tests.Validation;

namespace Petaday.Tests.Scenarios;

public sealed class UtilisationBookTests
{
    [Fact]
    public void The_shipped_file_is_what_the_published_runs_give()
    {
        var file = Path.Combine(Repository.Root, "catalog", "validation", "utilisation.csv");
        var expected = UtilisationBook.Text(Published.Report);
        if (System.Environment.GetEnvironmentVariable("PETADAY_WRITE_GOLDEN") == "1")
        {
            File.WriteAllText(file, expected);
        }

        File.ReadAllText(file).ShouldBe(expected, "PETADAY_WRITE_GOLDEN=1 dotnet test writes it anew");
    }

    [Fact]
    public void A_measured_utilisation_is_flops_over_time_and_peak()
    {
        // Korthikanti et al. 2022, table 5: 175B, 64 A100, 13.75 s with selective recomputation, 51.4 % by their count of the model's FLOPs.
        var row = Published.Report.Rows.Single(one => one.Id == "korthikanti2022-0004");
        row.MeasuredMfu!.Value.ShouldBe(0.514, 0.006);
    }

    [Fact]
    public void A_plan_above_everything_measured_is_said_and_one_below_is_not()
    {
        var book = UtilisationBook.Read(Library.OpenShipped(), []);
        book.Note("a100-sxm-80gb", "megatron-core", Precision.Fp16, false, 0.2).ShouldBeNull();
        var high = book.Note("a100-sxm-80gb", "megatron-core", Precision.Fp16, false, 0.9).ShouldNotBeNull();
        high.ShouldContain("90.0 % is more than anybody measured on a100-sxm-80gb with megatron-core in fp16");
        book.Note("rubin", "megatron-core", Precision.Fp4, false, 0.1).ShouldNotBeNull().ShouldContain("no published run says");
    }

    [Theory]
    [InlineData("x,y,bf16,0,1.2,r,s,1")]
    [InlineData("x,y,bf17,0,0.2,r,s,1")]
    [InlineData("x,y,bf16,0,,r,s,1")]
    public void Rows_that_cannot_be_read_are_said(string row)
    {
        var own = Directory.CreateTempSubdirectory("petaday").FullName;
        Directory.CreateDirectory(Path.Combine(own, "validation"));
        File.WriteAllText(
            Path.Combine(own, UtilisationBook.FilePath),
            "accelerator,stack,precision,adapters,mfu,row,source,runs\n" + row + "\n"
        );
        List<Diagnostic> problems = [];
        UtilisationBook.Read(Library.Open([own]), problems);
        problems.ShouldHaveSingleItem().Line.ShouldBe(2);
        Directory.Delete(own, recursive: true);
    }
}
