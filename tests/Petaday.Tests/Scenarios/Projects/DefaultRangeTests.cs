using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Scenarios.Projects;

namespace Petaday.Tests.Scenarios.Projects;

/// <summary>An amount lies inside its range, and is an end of it only where that is said.</summary>
public sealed class DefaultRangeTests
{
    private const double Rounding = 1e-9;

    public static TheoryData<string> Examples => ["gemini-ultra", "gpt-4", "gpt3-175b", "llama-3.1-405b", "opt-175b"];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_amount_lies_inside_its_interval(string name) => Inside(WorkedProjects.Example(name));

    [Fact]
    public void A_project_of_defaults_lies_inside_its_intervals() => Inside(WorkedProjects.Of(WorkedProjects.Small));

    private static void Inside(ProjectAnswer project)
    {
        var ledger = Ledger.Of(project.Cost, Currency.Dollar);
        var ranged = ledger.Lines.Where(static line => line.Interval is not null).ToList();
        ranged.ShouldNotBeEmpty();
        foreach (var line in ranged)
        {
            var range = line.Interval!.Value;
            double amount = line.Line.Value.GetValueOrDefault();
            amount.ShouldBeInRange(range.Low * (1 - Rounding), range.High * (1 + Rounding), line.Key);
            if (amount > 0 && (amount <= range.Low * (1 + Rounding) || amount >= range.High * (1 - Rounding)))
            {
                Whole(line.Line)
                    .ShouldContain(
                        part => part.Note != null && part.Note.Contains(" end", StringComparison.Ordinal),
                        $"{line.Key} is an end of its range and does not say so"
                    );
            }
        }
    }

    private static IEnumerable<Line> Whole(Line line)
    {
        var whole = line.Origin ?? line;
        return whole.Parts.SelectMany(Whole).Prepend(line);
    }

    [Fact]
    public void A_default_that_is_an_end_of_its_range_says_so()
    {
        var factors = WorkedProjects.Catalog.Find(EntryKind.Factors, "project", []).ShouldNotBeNull();
        foreach (string section in factors.Root.Entries.Select(static entry => entry.Key))
        {
            foreach (string key in factors.Keys(section))
            {
                if (
                    factors.Figure($"{section}.{key}") is { Low: { } low, High: { } high, Value: { } value } figure
                    && (value <= low || value >= high)
                )
                {
                    value.ShouldBeInRange(low, high, key);
                    figure.Note.ShouldNotBeNull(key).ShouldContain(" end", customMessage: key);
                }
            }
        }
    }

    /// <summary>26B tokens: 528 B of raw text a token of which half is kept, 2.93 B of clean text, one copy.</summary>
    [Fact]
    public void Data_sets_are_what_of_the_raw_text_is_kept_and_the_clean_text()
    {
        var sizes = WorkedProjects.Of(WorkedProjects.Small).Cost.Sizing;
        sizes.Parts.Single(static part => part.Key == "storedBytes").Value!.Value.ShouldBe(26e9 * ((528 * 0.5) + 2.93), 1e3);
        var whole = WorkedProjects.Of(WorkedProjects.Small + "data: { rawKept: 1 }\n").Cost.Sizing;
        whole.Parts.Single(static part => part.Key == "storedBytes").Value!.Value.ShouldBe(26e9 * (528 + 2.93), 1e3);
    }
}
