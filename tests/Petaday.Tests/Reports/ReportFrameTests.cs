using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Reports;
using Petaday.Scenarios;

namespace Petaday.Tests.Reports;

public sealed class ReportFrameTests
{
    private static readonly SourceReference A = new("a", "A", "https://example.org/a", new DateOnly(2024, 1, 2), Grade.Vendor);
    private static readonly SourceReference B = new("b", "B", null, null, Grade.Measured);

    [Fact]
    public void A_page_becomes_question_answer_parts_assumptions_sources()
    {
        var page = new Page([
            new Heading("Title", 1),
            new Paragraph("lead"),
            new FactList([new Fact("x", "1")]),
            new Heading("Notes"),
            new Notes(["a limit"]),
            new Heading("Cost"),
            new Paragraph("dear"),
        ]);
        var report = Report.Of(
            page,
            new ReportFrame("What?", ["That."])
            {
                Explanations = [Line.Sum("cost", "Cost", Dimension.Money, new Line("one", "One", 1, Dimension.Money) { Sources = [A, B] })],
                Additions = [("Cost", new Petaday.Reports.Figure("cost", "Bars", "<svg/>")), ("", new Notes(["first"]))],
                Assumptions = ["Notes"],
                FurtherAssumptions = ["and another"],
            }
        );
        report
            .Blocks.Select(block => block is Heading heading ? $"{heading.Level} {heading.Text}" : block.GetType().Name)
            .ShouldBe([
                "1 Title",
                "Paragraph",
                "2 The question",
                "Paragraph",
                "2 The answer",
                "Paragraph",
                "FactList",
                "Notes",
                "2 Cost",
                "Paragraph",
                "Figure",
                "2 Assumptions",
                "3 Notes",
                "Notes",
                "Notes",
                "2 Sources",
                "SourceList",
            ]);
    }

    [Fact]
    public void Sources_are_numbered_once_also_where_a_line_stands_for_another()
    {
        var price = new Line("price", "Price", 2, Dimension.Money) { Sources = [B, A] };
        var total = Line.Sum("cost", "Cost", Dimension.Money, price);
        var numbers = new SourceNumbers(
            new Line("first", "First", 1, Dimension.Money) { Sources = [A] },
            Petaday.Runs.Reference.To(total, "cost")
        );
        numbers.Sources.ShouldBe([A, B]);
        numbers.Of(total).ShouldBe("[1] [2]");
        numbers.Of(new Line("none", "None", 1, Dimension.Money)).ShouldBe("");
    }

    [Fact]
    public void A_scenario_is_written_so_that_it_reads_back()
    {
        var problems = new List<Diagnostic>();
        var scenario = ScenarioReader.Parse(
            "name: \"a: 'b' # | <c> \\u202e\\n\"\nmodel: gpt3-1.3b\nrecipe: { tokens: 26B, sequence: 2048 }\nsystem: { id: [dgx-h100, dgx-a100-80gb], devices: 8 }\n",
            [],
            problems
        )!;
        problems.ShouldBeEmpty();
        string text = ScenarioText.Of(
            scenario,
            [
                new ChosenDefault("recipe.precision", "bf16", "usual\nnext: line"),
                new ChosenDefault("money.devices", "rent", "most do"),
                new ChosenDefault("site", "us", "x"),
            ]
        );
        text.ShouldContain("  # chosen: precision: bf16 (usual next: line)\n");
        text.ShouldContain("\n# chosen: money.devices: rent (most do)\n");
        var again = ScenarioReader.Parse(text, [], problems)!;
        problems.ShouldBeEmpty();
        again.Text("name").ShouldBe(scenario.Text("name"));
        again.Choices("system.id").Select(node => node.Text).ShouldBe(["dgx-h100", "dgx-a100-80gb"]);
        ScenarioText
            .Of(again, ImmutableArray<ChosenDefault>.Empty)
            .ShouldBe(ScenarioText.Of(scenario, ImmutableArray<ChosenDefault>.Empty));
    }
}
