using Petaday.Explanations;

namespace Petaday.Tests.Scenarios.Projects;

/// <summary>Projects in examples/projects against what was published of them (Cottier et al. 2024, arXiv:2405.21015, and its public code).</summary>
public sealed class PublishedProjectTests
{
    /// <summary>Amortised, rental and acquisition of the final run, USD of 2023: rows cost-059 to -065, -072 to -074, -103 to -105 and -141 to -143 of catalog/runs/costs.csv.</summary>
    [Theory]
    [InlineData("gpt3-175b", 2_198_105, 4_336_473, 242_000_906)]
    [InlineData("gpt-4", 40_695_706, 78_562_017, 778_066_899)]
    [InlineData("llama-3.1-405b", 51_040_524, 169_828_008, 896_044_949)]
    [InlineData("gemini-ultra", 28_309_604, 198_893_275, 597_913_206)]
    [InlineData("opt-175b", 733_635, 1_489_702, 32_030_089)]
    public void Three_prices_are_within_15_percent(string name, double amortised, double rental, double acquisition)
    {
        var run = WorkedProjects.Example(name).Cost.Run;
        run.Amortised.Value.ShouldNotBeNull().ShouldBe(amortised, 0.15 * amortised);
        run.Rental.Value.ShouldNotBeNull().ShouldBe(rental, 0.15 * rental);
        run.Acquisition.Value.ShouldNotBeNull().ShouldBe(acquisition, 0.15 * acquisition);
    }

    public static TheoryData<string> Names { get; } = ["gpt3-175b", "opt-175b", "gpt-4", "gemini-ultra"];

    /// <summary>In whole per cents, as the bands were published.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Shares_fall_in_the_published_bands(string name)
    {
        var scope = PublishedScope.Of(WorkedProjects.Example(name));
        Math.Round(100 * scope.Hardware / scope.Whole).ShouldBeInRange(47, 67, name);
        Math.Round(100 * scope.Staff / scope.Whole).ShouldBeInRange(29, 49, name);
        Math.Round(100 * scope.Energy / scope.Whole).ShouldBeInRange(2, 6, name);
    }

    /// <summary>What their scope leaves out (hall, storage, data, evaluation) stays below a tenth.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_published_scope_leaves_out_is_small(string name)
    {
        var project = WorkedProjects.Example(name);
        (PublishedScope.Of(project).Whole / project.Cost.Total.Value!.Value).ShouldBeInRange(0.9, 1.0);
    }

    /// <summary>Hours given, every line down to its figures and to what it points to in the run is a sum, a product or a formula that works it out anew: what Monte Carlo draws on.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_project_can_be_worked_out_anew_from_its_leaves(string name)
    {
        HashSet<Line> seen = new(ReferenceEqualityComparer.Instance);
        Stack<Line> waiting = new(WorkedProjects.Example(name).Cost.Total.Parts);
        while (waiting.TryPop(out var line))
        {
            if (seen.Add(line) && line.Key is not ("elapsedSeconds" or "deviceRate" or "peakWatts" or "peakMegawatts" or "flopsPerToken"))
            {
                line.Combination.ShouldNotBe(Combination.Other, line.Key);
                line.Parts.Reverse().ToList().ForEach(waiting.Push);
            }
        }
    }
}
