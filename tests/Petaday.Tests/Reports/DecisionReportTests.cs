using NJsonSchema;
using Petaday.Catalog;
using Petaday.Reports;
using Petaday.Scenarios;
using Petaday.Scenarios.Decisions;
using Petaday.Tests.Scenarios;

namespace Petaday.Tests.Reports;

/// <summary>A decision on the shipped catalog, as its reports show it.</summary>
public sealed class DecisionReportTests
{
    private const string Text = """
        model: qwen3-1.7b
        system: l40s-8
        task: { monthlyTokens: 2B, examples: 5000, domainTokens: 100M, refreshEvery: 6 months }

        """;
    private static readonly Lazy<Knowledge> Known = new(() => Knowledge.Open(Library.OpenShipped(), []).ShouldNotBeNull());

    private static DecisionOutcome Decided(string text)
    {
        List<Diagnostic> problems = [];
        var scenario = ScenarioReader.Parse(text, [], problems).ShouldNotBeNull(string.Join('\n', problems));
        return DecisionMaker
            .Decide(scenario, Known.Value, TimeProvider.System, problems, cancellation: TestContext.Current.CancellationToken)
            .ShouldNotBeNull(string.Join('\n', problems));
    }

    [Fact]
    public async Task What_is_written_is_what_the_schema_says()
    {
        var file = Path.Combine(Repository.Root, "docs", "schemas", "decision.schema.json");
        var schema = await JsonSchema.FromFileAsync(file, TestContext.Current.CancellationToken);
        foreach (string goal in (string[])["", "goal: { budget: 1 USD }\n"])
        {
            var outcome = Decided(Text + goal);
            string text = AnswerJson.Text(writer => DecisionJson.Write(writer, outcome));
            schema.Validate(text).ShouldBeEmpty();
            text.ShouldNotContain("NaN");
            (outcome.Infeasible is null).ShouldBe(goal.Length == 0);
        }
    }

    [Fact]
    public void Every_line_makes_its_value_and_is_finite()
    {
        var lines = Decided(Text).Explanation.Everything().ToList();
        lines.SelectMany(line => line.Unsound()).ShouldBeEmpty();
        lines.ShouldAllBe(line => line.Value == null || double.IsFinite(line.Value.Value));
    }

    [Fact]
    public void Every_input_says_where_it_comes_from() =>
        Decided(Text)
            .Explanation.Everything()
            .Where(line => line.Parts.IsEmpty && line.Interval is not null && line.Input is null)
            .ShouldAllBe(line => !line.Sources.IsEmpty || line.Note != null);

    [Fact]
    public void The_same_question_has_the_same_answer()
    {
        string once = AnswerJson.Text(writer => DecisionJson.Write(writer, Decided(Text)));
        AnswerJson.Text(writer => DecisionJson.Write(writer, Decided(Text))).ShouldBe(once);
    }
}
