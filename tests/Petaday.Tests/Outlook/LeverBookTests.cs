using Petaday.Catalog;
using Petaday.Outlook;
using Petaday.Quantities;

namespace Petaday.Tests.Outlook;

public sealed class LeverBookTests
{
    private static readonly LeverBook Shipped = LeverBook.Read(Library.OpenShipped(), [])!;

    [Fact]
    public void Every_row_of_the_evidence_is_a_lever()
    {
        var told = Shipped.All.Select(lever => lever.Evidence?.Lever).ToHashSet();
        Shipped.Evidence.Select(row => row.Lever).Where(row => !told.Contains(row)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_lever_says_where_its_evidence_stops_or_why_it_has_no_effect() =>
        Shipped.All.Where(lever => lever.WhyNone is null && lever.Scope is null).ShouldBeEmpty();

    [Fact]
    public void The_roadmap_has_its_stages_in_order() =>
        Shipped
            .All.Select(lever => lever.Stage.Name)
            .Distinct()
            .ShouldBe([
                "supercomputing optimisation",
                "data reduction",
                "model partitioning",
                "training algorithms",
                "data formats",
                "efficient hardware",
                "competitive accelerators",
                "site",
                "unproven",
                "negative",
            ]);

    [Theory]
    [InlineData("algorithmic-progress", "muon")]
    [InlineData("dclm-filtering", "algorithmic-progress")]
    [InlineData("algorithmic-progress", "moe")]
    [InlineData("muon", "sophia")]
    [InlineData("fp8", "fp4")]
    [InlineData("spot", "one-year")]
    [InlineData("moe", "moe-ideal")]
    public void What_holds_another_cannot_be_combined_with_it(string one, string other)
    {
        Lever[] both = [Found(one), Found(other)];
        LeverBook.Conflicts(both, "--levers").ShouldHaveSingleItem().ToString().ShouldContain("cannot be combined");
    }

    [Theory]
    [InlineData("fp8", "moe")]
    [InlineData("model-growth", "muon")]
    [InlineData("algorithmic-progress", "fp8")]
    public void What_does_not_can(string one, string other) => LeverBook.Conflicts([Found(one), Found(other)], "--levers").ShouldBeEmpty();

    /// <summary>A factor of 0.909 with a range of 0.714 to 0.99, seen as 0.95 with what else the lever does, lies between 0.95 x 0.714 / 0.909 and 0.95 x 0.99 / 0.909.</summary>
    [Fact]
    public void An_interval_is_of_the_uncertain_part_of_a_lever()
    {
        var range = Found("matrix-optimizer").Around(0.95);
        range.Low.ShouldBe(0.95 * 0.714 / 0.909, 1e-12);
        range.High.ShouldBe(0.95 * 0.99 / 0.909, 1e-12);
        var claim = Found("sophia").Around(0.5);
        claim.Low.ShouldBe(0.5, 1e-12);
        claim.High.ShouldBe(1, 1e-12);
        Found("analog-in-memory").Around(1).ShouldBe(new Interval(1, 1));
    }

    [Fact]
    public void A_name_that_is_not_there_is_said_with_the_nearest()
    {
        List<Diagnostic> problems = [];
        Shipped.Find("dclm-filtring", "--levers", problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().ToString().ShouldContain("'dclm-filtering'");
    }

    [Theory]
    [InlineData("levers: { x: { stage: data reduction, tokens: -1, scope: a } }", "above 0")]
    [InlineData("levers: { x: { stage: data reduktion, tokens: 0.5, scope: a } }", "'data reduction'")]
    [InlineData("levers: { x: { stage: data reduction, scope: a } }", "none")]
    [InlineData("levers: { x: { stage: data reduction, tokens: 0.5, none: both } }", "either")]
    [InlineData("levers: { x: { stage: data reduction, results: { energie: 0.5 } } }", "'energy'")]
    [InlineData("levers: { x: { stage: data reduction, tokns: 0.5 } }", "'tokens'")]
    [InlineData("levers: { x: { stage: data reduction, tokens: 0.5, grade: mesured } }", "'measured'")]
    [InlineData("levers: { x: { stage: data reduction, tokens: 0.5, evidence: Sophie } }", "'Sophia'")]
    [InlineData("levers: { x: { stage: data reduction, tokens: 0.5, effort: many } }", "effort")]
    [InlineData("levers: [ 1, 2", "")]
    public void A_file_of_your_own_that_is_wrong_is_said_with_its_line(string text, string word)
    {
        List<Diagnostic> problems = [];
        LeverBook.Read(Library.OpenShipped(Own(text)), problems).ShouldBeNull();
        string said = string.Join('\n', problems);
        said.ShouldContain("effects.yaml");
        said.ShouldContain(word);
    }

    [Fact]
    public void A_lever_of_your_own_takes_the_place_of_a_shipped_one()
    {
        var book = LeverBook.Read(
            Library.OpenShipped(
                Own("levers: { sophia: { name: Mine, stage: training algorithms, grade: measured, tokens: 0.8, scope: here } }")
            ),
            []
        )!;
        book.All.Single(lever => lever.Id == "sophia").Name.ShouldBe("Mine");
        book.All.Length.ShouldBe(Shipped.All.Length);
    }

    private static string Own(string text)
    {
        string directory = Directory.CreateTempSubdirectory("petaday").FullName;
        Directory.CreateDirectory(Path.Combine(directory, "levers"));
        File.WriteAllText(Path.Combine(directory, LeverBook.EffectsPath), text);
        return directory;
    }

    private static Lever Found(string id) => Shipped.All.Single(lever => lever.Id == id);
}
