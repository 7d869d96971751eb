using System.Text.Json;
using System.Xml.Linq;
using NJsonSchema;
using Petaday.Catalog;
using Petaday.Reports;
using Petaday.Scenarios;
using Petaday.Tests.Scenarios;

namespace Petaday.Tests.Reports;

public sealed class PlanReportTests
{
    private const string Text = """
        model: gpt3-1.3b
        recipe: { tokens: 100B }
        system: { id: [dgx-h100, dgx-a100-80gb], devices: [8, 32] }
        site: [us-va, fr]

        """;
    private static readonly Lazy<Outcome> Feasible = new(() => Plan(Text));
    private static readonly Lazy<Outcome> Infeasible = new(() => Plan(Text + "goal: { budget: 1 USD }\n"));

    [Fact]
    public async Task What_is_written_is_what_the_schema_says()
    {
        var file = Path.Combine(Repository.Root, "docs", "schemas", "result.schema.json");
        var schema = await JsonSchema.FromFileAsync(file, TestContext.Current.CancellationToken);
        foreach (var outcome in new[] { Feasible.Value, Infeasible.Value })
        {
            var text = AnswerJson.Text(writer => PlanJson.Write(writer, outcome));
            schema.Validate(text).ShouldBeEmpty();
            using var json = JsonDocument.Parse(text);
            json.RootElement.TryGetProperty("infeasible", out _).ShouldBe(outcome.Infeasible is not null);
            json.RootElement.GetProperty("pareto").GetArrayLength().ShouldBe(outcome.Plan!.Front.Length);
            json.RootElement.GetProperty("choice").GetProperty("site").GetString().ShouldBe(outcome.Plan.Winner.Case.Site.Id);
        }
    }

    [Fact]
    public void A_spreadsheet_has_every_plan_once()
    {
        var plan = Feasible.Value.Plan!;
        var lines = PlanTables.Csv(plan).TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(plan.Points.Length + 1);
        lines.Distinct().Count().ShouldBe(lines.Length);
        lines.Count(line => line.EndsWith(",true", StringComparison.Ordinal)).ShouldBe(plan.Front.Length);
    }

    [Fact]
    public void A_picture_has_the_front_and_names_what_was_chosen()
    {
        var plan = Feasible.Value.Plan!;
        var svg = XDocument.Parse(SvgChart.Write(PlanChart.Of(plan)));
        svg.Descendants().Count(element => element.Name.LocalName == "circle").ShouldBe(plan.Front.Length + 1);
        svg.Descendants().Any(element => element.Name.LocalName == "text" && element.Value.Contains(plan.Winner.Machines)).ShouldBeTrue();
    }

    [Fact]
    public void A_page_says_what_the_next_best_lose_and_how_sure_the_choice_is()
    {
        var page = PlanPage.Of(Feasible.Value);
        var headings = page.Blocks.OfType<Heading>().Select(heading => heading.Text).ToList();
        headings.ShouldContain("How sure the choice is");
        headings.ShouldContain("The best plans, and what the others lose on");
        PlanTables.Best(Feasible.Value.Plan!).Rows.Length.ShouldBe(5);
        PlanTables.Sensitivity(Feasible.Value.Plan!).Rows.Length.ShouldBe(10);
        PlanPage
            .Of(Infeasible.Value)
            .Blocks.OfType<Heading>()
            .Select(heading => heading.Text)
            .ShouldContain("Enough alone to let a plan through");
    }

    private static Outcome Plan(string text)
    {
        var knowledge = Knowledge.Open(Library.OpenShipped(), []).ShouldNotBeNull();
        var scenario = ScenarioReader.Parse(text, [], []).ShouldNotBeNull();
        var resolved = ScenarioResolver.Resolve(scenario, knowledge, ScenarioWish.Plan, []).ShouldNotBeNull();
        return Planner
            .Plan(resolved, knowledge, TimeProvider.System, [], cancellation: TestContext.Current.CancellationToken)
            .ShouldNotBeNull();
    }
}
