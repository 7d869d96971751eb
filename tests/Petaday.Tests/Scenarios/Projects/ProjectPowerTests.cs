using Petaday.Economics.Project;
using Petaday.Explanations;

namespace Petaday.Tests.Scenarios.Projects;

/// <summary>What the hall and its devices draw reaches the project's electricity, with its ranges.</summary>
public sealed class ProjectPowerTests
{
    private const string Owned = WorkedProjects.Small + "money: { devices: own }\n";

    [Fact]
    public void Electricity_is_the_halls_power_over_the_time_held_at_the_tariff()
    {
        var project = WorkedProjects.Of(Owned);
        double watts = project.Run.Explanation.Find("energy.averageMegawatts")!.Value!.Value;
        double seconds = project.Run.Run.Seconds!.Value;
        double tariff = Whole(project.Explanation.Find("project.energy.electricity")!)
            .First(static line => line.Key == "tariff")
            .Value!.Value;
        project.Value("project.energy.electricity").ShouldBe(watts * seconds * tariff, watts * seconds * tariff * 1e-9);
    }

    [Fact]
    public void The_halls_overhead_and_the_devices_power_stand_below_it()
    {
        var lines = Whole(WorkedProjects.Of(Owned).Explanation.Find("project.energy.electricity")!).ToList();
        lines.ShouldContain(static line => line.Key == "pue");
        lines.ShouldContain(static line => line.Key == "device");
    }

    /// <summary>The range of a figure of the devices' power is part of the line's.</summary>
    [Fact]
    public void Ranges_of_power_widen_it()
    {
        var line = WorkedProjects.Of(Owned).Explanation.Find("project.energy.electricity")!;
        var power = Whole(line).First(static part => part.Key == "devicePower");
        var range = LineSpread.Of(power).ShouldNotBeNull();
        range.Low.ShouldBeLessThanOrEqualTo(power.Value!.Value);
        range.High.ShouldBeGreaterThan(power.Value!.Value);
    }

    private static IEnumerable<Line> Whole(Line line)
    {
        var whole = line.Origin ?? line;
        return whole.Parts.SelectMany(Whole).Prepend(line);
    }
}
