using System.Globalization;
using Petaday.Catalog;
using Petaday.Quantities;
using Petaday.Scenarios.Projects;
using static Petaday.Tests.Scenarios.Projects.WorkedProjects;

namespace Petaday.Tests.Scenarios.Projects;

/// <summary>Schema and catalog name the same keys, with the same defaults.</summary>
public sealed class ProjectKeyTests
{
    private static readonly Entry Factors = WorkedProjects.Catalog.TryFind(EntryKind.Factors, "project", out var entry, out var problem)
        ? entry
        : throw new InvalidDataException(problem.Message);

    [Fact]
    public void A_default_of_the_schema_is_the_catalogs()
    {
        foreach (var key in ProjectSections.Keys.Where(key => Factors.Has(key.Path)))
        {
            string said = key.Default.ShouldNotBeNull(key.Path);
            double value =
                key.Quantities.Length > 0 ? Quantity.Parse(said).In(key.Quantities[0]) : double.Parse(said, CultureInfo.InvariantCulture);
            Factors.Figure(key.Path).ShouldNotBeNull(key.Path).Value.ShouldBe(value, Math.Abs(value) * 1e-12, key.Path);
        }
    }

    [Fact]
    public void Every_figure_of_the_catalog_has_a_key_a_source_and_a_grade()
    {
        var keys = ProjectSections.Keys.Select(key => key.Path).ToHashSet();
        foreach (string path in Leaves(Factors.Root, ""))
        {
            keys.ShouldContain(path);
            var figure = Factors.Figure(path).ShouldNotBeNull(path);
            Factors.Source(figure).ShouldNotBeNull(path).Title.ShouldNotBe(figure.SourceId, path);
            (figure.Low ?? figure.Value).ShouldBeLessThanOrEqualTo(figure.Value, path);
            (figure.High ?? figure.Value).ShouldBeGreaterThanOrEqualTo(figure.Value, path);
        }
    }

    [Fact]
    public void A_key_says_what_it_is_in_which_range_and_what_holds_without_it()
    {
        foreach (var key in ProjectSections.Keys)
        {
            key.Description.ShouldEndWith(".", customMessage: key.Path);
            key.Default.ShouldNotBeNull(key.Path);
            if (key.Quantities.Length > 0 || key.Types.Contains("number"))
            {
                key.Minimum.ShouldNotBeNull(key.Path).Value.ShouldBeGreaterThanOrEqualTo(0, key.Path);
                key.Maximum.ShouldNotBeNull(key.Path);
            }
        }
    }

    /// <summary>What a line rests on is said, with its reason.</summary>
    [Fact]
    public void A_default_that_a_line_rests_on_is_said()
    {
        var project = Of(Small);
        project.Defaults.Select(chosen => chosen.Key).ShouldContain("people.share");
        project.Defaults.Select(chosen => chosen.Key).ShouldContain("experiments.share");
        project.Defaults.Select(chosen => chosen.Key).ShouldNotContain("people.monthlyCost");
        project.Defaults.Single(chosen => chosen.Key == "people.share").Why.ShouldContain("Cottier");
        Of(Small + "experiments: { share: 2 }").Defaults.ShouldNotContain(chosen => chosen.Key == "experiments.share");
    }

    /// <summary>A leaf that a key sets names it: who draws another value finds it.</summary>
    [Fact]
    public void A_leaf_names_the_key_that_sets_it()
    {
        var people = Of(Small + "people: { researchers: 3, months: 4 months }").Explanation.Find("project.people").ShouldNotBeNull();
        people
            .Everything()
            .Select(line => line.Input)
            .OfType<string>()
            .ShouldBe(["people.researchers", "people.timeShare", "people.months", "people.monthlyCost"], ignoreOrder: true);
    }

    /// <summary>A line of nothing says why.</summary>
    [Fact]
    public void What_is_not_counted_is_said()
    {
        foreach (
            var line in Of(Small)
                .Cost.Bases.SelectMany(basis => basis.Parts)
                .SelectMany(cause => cause.Parts)
                .Where(line => line.Value == 0 && line.Parts.IsEmpty)
        )
        {
            line.Note.ShouldNotBeNull(line.Key);
        }
    }

    private static IEnumerable<string> Leaves(Node node, string path) =>
        node
            .Entries.Where(entry => path.Length > 0 || ProjectSections.All.Contains(entry.Key))
            .SelectMany(entry =>
            {
                string below = path.Length == 0 ? entry.Key : $"{path}.{entry.Key}";
                return entry.Value["value"] is not null ? [below] : Leaves(entry.Value, below);
            });
}
