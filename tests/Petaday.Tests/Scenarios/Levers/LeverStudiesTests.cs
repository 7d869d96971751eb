using System.Collections.Immutable;
using System.Xml.Linq;
using NJsonSchema;
using Petaday.Catalog;
using Petaday.Outlook;
using Petaday.Reports;
using Petaday.Reports.Levers;
using Petaday.Scenarios;
using Petaday.Scenarios.Levers;

namespace Petaday.Tests.Scenarios.Levers;

/// <summary>Levers are changes of a scenario that the engine works out.</summary>
public sealed class LeverStudiesTests
{
    private static readonly Lazy<Knowledge> Shipped = new(() => Knowledge.Open(Library.OpenShipped(), [])!);
    private static readonly LeverBook Book = LeverBook.Read(Library.OpenShipped(), [])!;

    private static readonly ScenarioFlag[] Small =
    [
        new("model", "gpt3-1.3b", "--model"),
        new("recipe.tokens", "26B", "--tokens"),
        new("recipe.precision", "bf16", "--precision"),
        new("system.id", "nebius-h100", "--system"),
        new("system.devices", "8", "--devices"),
    ];

    /// <summary>Both ends are the engine's own estimates, to the last bit: the end is that of the scenario which the study writes out.</summary>
    [Fact]
    public void The_ends_of_the_waterfall_are_the_engines_direct_evaluations()
    {
        var study = Study(["dclm-filtering", "moe", "matrix-optimizer", "fp8", "spot"]);
        var start = Estimate(ScenarioReader.Read(null, Small, [])!);
        study.StartValue.ShouldBe(start.Cost.Total!.Value);
        var end = Estimate(ScenarioReader.Parse(study.EndScenario(), [], [])!);
        study.EndValue.ShouldBe(end.Cost.Total!.Value);
        study.Steps.ShouldAllBe(step => step.Figures != null);
        study.Steps[0].Before.ShouldBe(study.StartValue);
        study.Steps[^1].After.ShouldBe(study.EndValue);
        foreach (var (one, next) in study.Steps.Zip(study.Steps.Skip(1)))
        {
            next.Before.ShouldBe(one.After);
        }

        study.Explanation().Unsound().ShouldBeEmpty();
        study.Explanation().Value.ShouldNotBeNull().ShouldBe(study.EndValue, study.StartValue * 1e-12);
    }

    /// <summary>A lever on tokens alone multiplies the money by its factor; one on a result, beside the engine, does so to the last bit.</summary>
    [Fact]
    public void A_factor_is_what_the_catalog_says()
    {
        var study = Study(["dclm-filtering", "provider-quality"]);
        study.Singles[0].Ratio.ShouldNotBeNull().ShouldBe(0.6, 0.001);
        study.Singles[1].Figures!.Cost.ShouldBe(study.Start.Figures!.Cost * 1.10);
        study.Singles[1].Figures!.Energy.ShouldBe(study.Start.Figures!.Energy);
    }

    /// <summary>What a lever sets is what the scenario would say: the same estimate as the flag gives.</summary>
    [Fact]
    public void A_lever_that_sets_a_key_is_that_key()
    {
        var study = Study(["fp8"]);
        var same = Estimate(
            ScenarioReader.Read(
                null,
                [.. Small.Where(flag => flag.Path != "recipe.precision"), new("recipe.precision", "fp8", "--precision")],
                []
            )!
        );
        study.EndValue.ShouldBe(same.Cost.Total!.Value);
    }

    /// <summary>A mixture of equal quality has fewer active parameters and more in all; the law of mixtures holds both as good.</summary>
    [Fact]
    public void A_mixture_of_experts_is_as_good_as_the_dense_model()
    {
        var study = Study(["moe"]);
        var model = study.End.Answer!.Model;
        model.ActiveParameters.ShouldBeLessThan(study.Start.Answer!.Model.Parameters);
        model.Parameters.ShouldBeGreaterThan(study.Start.Answer.Model.Parameters);
        study.End.Answer.Run.PredictedLoss.ShouldNotBeNull().ShouldBe(study.Start.Answer.Run.PredictedLoss!.Value, 0.02);
        study.End.Answer.Run.Tokens.ShouldBe(study.Start.Answer.Run.Tokens);
    }

    /// <summary>A100 has no fp8: the lever waits for the hardware that comes after it, and is then pulled.</summary>
    [Fact]
    public void A_lever_that_needs_a_later_one_is_pulled_after_it()
    {
        var study = Study(["fp8", "newer-accelerator"], system: "crusoe-a100-80gb");
        study.Steps.Select(step => step.Lever.Id).ShouldBe(["newer-accelerator", "fp8"]);
        study.Singles.Single(row => row.Lever.Id == "fp8").Why.ShouldNotBeNull().ShouldContain("no fp8");
    }

    [Fact]
    public void A_lever_that_cannot_be_pulled_is_passed_over_and_changes_nothing()
    {
        var study = Study(["dclm-filtering", "fp4", "energy-based-models"]);
        study.Steps.Where(step => step.Figures is null).Select(step => step.Lever.Id).Order().ShouldBe(["energy-based-models", "fp4"]);
        study.EndValue.ShouldBe(Study(["dclm-filtering"]).EndValue);
    }

    [Fact]
    public void The_best_set_is_within_the_effort_and_no_worse_than_any_lever_alone()
    {
        var study = Study(["dclm-filtering", "matrix-optimizer", "fp8", "spot"], effort: 3);
        var best = study.Best.ShouldNotBeNull();
        best.IsProven.ShouldBeTrue();
        best.Effort.ShouldBeLessThanOrEqualTo(3);
        best.Levers.Select(lever => lever.Id).ShouldBe(["dclm-filtering", "spot"]);
        study.Singles.Where(row => row.Ratio is not null && row.Lever.Effort <= 3).ShouldAllBe(row => row.Figures!.Cost >= best.Value);
    }

    [Fact]
    public void The_same_study_gives_the_same_bytes()
    {
        string once = AnswerJson.Text(writer => LeverJson.Write(writer, Study(["dclm-filtering", "fp8"])));
        AnswerJson.Text(writer => LeverJson.Write(writer, Study(["dclm-filtering", "fp8"]))).ShouldBe(once);
    }

    [Fact]
    public async Task The_json_is_as_its_schema_says_and_the_picture_has_a_bar_a_step()
    {
        var schema = await JsonSchema.FromFileAsync(
            Path.Combine(Repository.Root, "docs", "schemas", "levers.schema.json"),
            TestContext.Current.CancellationToken
        );
        var study = Study(["dclm-filtering", "fp8", "analog-in-memory", "energy-based-models"], effort: 4, metric: LeverMetric.Energy);
        schema.Validate(AnswerJson.Text(writer => LeverJson.Write(writer, study))).ShouldBeEmpty();
        study.IsUnproven.ShouldBeTrue();
        study.Best!.Levers.ShouldAllBe(lever => !lever.IsUnproven);
        XDocument.Parse(LeverWaterfall.Svg(study)).Descendants().Count(element => element.Name.LocalName == "title").ShouldBe(1 + 2 + 3);
    }

    /// <summary>
    /// From a dense model of equal quality in bf16 on A100 to DeepSeek-V3: experts, hardware and fp8, step by step, end within 15 % of the 2.788 million H800-hours that
    /// DeepSeek-AI count (2.664 million of them pre-training, which is what the scenario is of).
    /// </summary>
    [Fact]
    public void The_path_to_DeepSeek_V3_ends_near_what_they_count()
    {
        string examples = Path.Combine(Repository.Root, "examples", "outlook");
        var library = Library.OpenShipped(Path.Combine(examples, "deepseek-v3-path"));
        var request = new LeverRequest(
            Path.Combine(examples, "deepseek-v3-dense.yaml"),
            [],
            ["dsv3-stack", "dsv3-experts", "dsv3-fp8", "dsv3-hardware"],
            LeverMetric.DeviceHours,
            null
        );
        var study = LeverStudies
            .Run(
                request,
                LeverBook.Read(library, [])!,
                Knowledge.Open(library, [])!,
                TimeProvider.System,
                [],
                null,
                TestContext.Current.CancellationToken
            )!
            .Study!;
        study.Steps.ShouldAllBe(step => step.Figures != null);
        study.EndValue.ShouldBeInRange(2.788e6 * 0.85, 2.788e6 * 1.15);
        study.End.Answer!.Model.Id.ShouldBe("deepseek-v3");
        study.End.Answer.System.Accelerator.ShouldBe("h800-sxm-80gb");
        study.Start.Answer!.Run.PredictedLoss.ShouldNotBeNull().ShouldBe(study.End.Answer.Run.PredictedLoss!.Value, 0.002);
        study.Joint.ShouldBeLessThan(0.25);
    }

    [Theory]
    [InlineData("muon,sophia", "cannot be combined")]
    [InlineData("algorithmic-progress,model-growth", "holds model-growth already")]
    [InlineData("moee", "'moe'")]
    public void What_cannot_be_combined_or_is_not_there_is_refused(string levers, string word)
    {
        List<Diagnostic> problems = [];
        LeverStudies
            .Run(
                new LeverRequest(null, [.. Small], [.. levers.Split(',')], LeverMetric.Cost, null),
                Book,
                Shipped.Value,
                TimeProvider.System,
                problems,
                null,
                TestContext.Current.CancellationToken
            )
            .ShouldBeNull();
        problems.ShouldHaveSingleItem().ToString().ShouldContain(word);
    }

    private static LeverStudy Study(string[] levers, double? effort = null, LeverMetric metric = LeverMetric.Cost, string? system = null)
    {
        ImmutableArray<ScenarioFlag> flags =
        [
            .. Small.Select(flag => flag.Path == "system.id" && system is not null ? flag with { Text = system } : flag),
        ];
        List<Diagnostic> problems = [];
        var outcome = LeverStudies.Run(
            new LeverRequest(null, flags, [.. levers], metric, effort),
            Book,
            Shipped.Value,
            TimeProvider.System,
            problems,
            null,
            TestContext.Current.CancellationToken
        );
        problems.ShouldBeEmpty();
        return outcome!.Study!;
    }

    private static Answer Estimate(Scenario scenario) =>
        Estimator
            .Estimate(
                ScenarioResolver.Resolve(scenario, Shipped.Value, ScenarioWish.Estimate, [])!,
                Shipped.Value,
                TimeProvider.System,
                [],
                null,
                TestContext.Current.CancellationToken
            )!
            .Answer!;
}
