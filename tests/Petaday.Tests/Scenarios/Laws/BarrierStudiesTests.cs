using NJsonSchema;
using Petaday.Catalog;
using Petaday.Reports;
using Petaday.Reports.Laws;
using Petaday.Scenarios;
using Petaday.Scenarios.Laws;

namespace Petaday.Tests.Scenarios.Laws;

/// <summary>The barrier law beside the engine.</summary>
public sealed class BarrierStudiesTests
{
    private static readonly Lazy<Knowledge> Shipped = new(() => Knowledge.Open(Library.OpenShipped(), [])!);
    private static readonly Lazy<BarrierStudy> Study = new(() =>
        BarrierStudies.Run(null, [], ["dense", "moe-latent"], Shipped.Value, TimeProvider.System, [])!
    );

    [Fact]
    public void The_law_is_120_times_the_square_of_the_parameters_over_the_experts()
    {
        foreach (var row in Study.Value.Rows)
        {
            row.Law.Flops.ShouldBe(120 * row.Parameters * row.Parameters / row.Experts, row.Law.Flops * 1e-9);
            row.Explanation.Unsound().ShouldBeEmpty();
        }
    }

    [Fact]
    public void It_goes_from_a_billion_to_a_hundred_trillion()
    {
        foreach (var family in Study.Value.Rows.GroupBy(row => row.Family))
        {
            family.Min(row => row.Parameters).ShouldBeInRange(0.8e9, 1.2e9);
            family.Max(row => row.Parameters).ShouldBeInRange(0.9e14, 1.1e14);
            family.Count().ShouldBe(11);
        }
    }

    /// <summary>Where attention's and the tables' share falls, the engine's FLOPs come down to the law's, from above: 6 P T leaves both out.</summary>
    [Fact]
    public void The_law_counts_the_FLOPs_of_large_dense_models_and_not_those_of_small_ones()
    {
        var dense = Study.Value.Rows.Where(row => row.Family == "dense").ToList();
        dense.ShouldAllBe(row => row.FlopsRatio >= 1);
        dense.First().FlopsRatio.ShouldNotBeNull().ShouldBeGreaterThan(1.3);
        dense.Single(row => row.Parameters is > 0.9e12 and < 1.1e12).FlopsRatio.ShouldNotBeNull().ShouldBeInRange(1, 1.1);
    }

    [Fact]
    public void Experts_gain_less_than_their_number() =>
        Study
            .Value.Rows.Where(row => row.Experts > 1)
            .ShouldAllBe(row => row.FlopsRatio > 1.2 && row.Breaks.Any(reason => reason.StartsWith("experts")));

    [Fact]
    public void Data_run_out_where_twenty_tokens_a_parameter_are_more_than_there_are()
    {
        Study.Value.Rows.Where(row => row.Tokens > 100e12).ShouldAllBe(row => row.Breaks.Any(reason => reason.StartsWith("data")));
        Study.Value.Rows.Where(row => row.Tokens < 100e12).ShouldAllBe(row => !row.Breaks.Any(reason => reason.StartsWith("data")));
    }

    [Fact]
    public async Task The_json_is_as_its_schema_says()
    {
        var schema = await JsonSchema.FromFileAsync(
            Path.Combine(Repository.Root, "docs", "schemas", "barrier-law.schema.json"),
            TestContext.Current.CancellationToken
        );
        schema.Validate(AnswerJson.Text(writer => BarrierReport.Json(writer, Study.Value))).ShouldBeEmpty();
    }

    [Fact]
    public void A_machine_that_is_not_there_is_said_once()
    {
        List<Diagnostic> problems = [];
        BarrierStudies
            .Run(
                null,
                [new ScenarioFlag("system.id", "dgx-h1000", "--system")],
                ["dense"],
                Shipped.Value,
                TimeProvider.System,
                problems,
                null,
                TestContext.Current.CancellationToken
            )
            .ShouldBeNull();
        problems.ShouldHaveSingleItem().ToString().ShouldContain("dgx-h100");
    }
}
