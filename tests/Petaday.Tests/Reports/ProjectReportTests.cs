using Petaday.Reports;
using Petaday.Scenarios;
using Petaday.Scenarios.Projects;
using Petaday.Tests.Scenarios.Projects;

namespace Petaday.Tests.Reports;

public sealed class ProjectReportTests
{
    private static readonly ProjectAnswer Project = WorkedProjects.Of(WorkedProjects.Small);
    private static readonly Ledger Amounts = Ledger.Of(Project.Cost, Currency.Dollar);

    [Fact]
    public void It_asks_answers_with_the_interval_and_numbers_its_sources()
    {
        var asked = ScenarioReader.Parse(WorkedProjects.Small, [], []);
        string text = MarkdownPage.Text(ProjectReport.Of(Project, Amounts, null, asked));
        foreach (string heading in new[] { "The question", "The answer", "Every line", "Assumptions", "Sources" })
        {
            text.Split("\n## " + heading + "\n").Length.ShouldBe(2, heading);
        }

        text.ShouldContain($"The project costs {Amounts.Total!.Value.Text()} USD (90 %: ");
        text.ShouldContain("model: gpt3-1.3b");
        text.ShouldContain("\n1. ");
    }

    [Fact]
    public void Its_bars_are_the_causes_that_cost_something()
    {
        string html = HtmlPage.Text(ProjectReport.Of(Project, Amounts, null, null));
        html.ShouldContain("<title>Causes of cost, USD</title>");
        html.ShouldContain(">Project</text>");
        html.ShouldNotContain("NaN");
    }

    [Fact]
    public void A_distribution_is_shown_as_it_was_written()
    {
        const string Uncertain = WorkedProjects.Small + "money: { pricePerDeviceHour: [1.5 USD/h, 2 USD/h, 4 USD/h] }\n";
        var asked = ScenarioReader.Parse(Uncertain, [], []).ShouldNotBeNull();
        string text = ScenarioText.Of(asked, []);
        text.ShouldContain("pricePerDeviceHour: [1.5 USD/h, 2 USD/h, 4 USD/h]");
        List<Petaday.Catalog.Diagnostic> problems = [];
        ScenarioReader.Parse(text, [], problems)!.Uncertain.ShouldBe(asked.Uncertain);
        problems.ShouldBeEmpty();
    }
}
