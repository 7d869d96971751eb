using Petaday.Scenarios.Projects;

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
        var run = Projects.Example(name).Cost.Run;
        run.Amortised.Value.ShouldNotBeNull().ShouldBe(amortised, 0.15 * amortised);
        run.Rental.Value.ShouldNotBeNull().ShouldBe(rental, 0.15 * rental);
        run.Acquisition.Value.ShouldNotBeNull().ShouldBe(acquisition, 0.15 * acquisition);
    }

    /// <summary>Hardware 47 to 67 %, staff 29 to 49 %, energy 2 to 6 % of hardware, energy and staff, experiments included, in whole per cents as they were published.</summary>
    [Theory]
    [InlineData("gpt3-175b")]
    [InlineData("opt-175b")]
    [InlineData("gpt-4")]
    [InlineData("gemini-ultra")]
    public void Shares_fall_in_the_published_bands(string name)
    {
        var project = Projects.Example(name);
        double hardware = Hardware(project);
        double energy = project.Value("project.energy.electricity") + project.Value("project.experiments.electricity");
        double staff = project.Value("project.people");
        double whole = hardware + energy + staff;
        Math.Round(100 * hardware / whole).ShouldBeInRange(47, 67, name);
        Math.Round(100 * staff / whole).ShouldBeInRange(29, 49, name);
        Math.Round(100 * energy / whole).ShouldBeInRange(2, 6, name);
    }

    /// <summary>What their scope leaves out (hall, storage, data, evaluation) is said, and stays below a tenth.</summary>
    [Theory]
    [InlineData("gpt3-175b")]
    [InlineData("opt-175b")]
    [InlineData("gpt-4")]
    [InlineData("gemini-ultra")]
    public void What_the_published_scope_leaves_out_is_small(string name)
    {
        var project = Projects.Example(name);
        double scope =
            Hardware(project)
            + project.Value("project.energy.electricity")
            + project.Value("project.experiments.electricity")
            + project.Value("project.people");
        (scope / project.Cost.Total.Value!.Value).ShouldBeInRange(0.9, 1.0);
    }

    private static double Hardware(ProjectAnswer project) =>
        project.Value("project.compute.devices")
        + project.Value("project.compute.servers")
        + project.Value("project.compute.interconnect")
        + project.Value("project.experiments.devices");
}
