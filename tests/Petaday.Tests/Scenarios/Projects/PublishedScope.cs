using Petaday.Scenarios.Projects;

namespace Petaday.Tests.Scenarios.Projects;

/// <summary>A project in the scope of Cottier et al. (2024): hardware, energy and staff, with experiments; USD.</summary>
internal sealed record PublishedScope(double Hardware, double Energy, double Staff)
{
    public double Whole => Hardware + Energy + Staff;

    public static PublishedScope Of(ProjectAnswer project) =>
        new(
            new[] { "compute.devices", "compute.servers", "compute.interconnect", "experiments.devices" }.Sum(key =>
                project.Value("project." + key)
            ),
            project.Value("project.energy.electricity") + project.Value("project.experiments.electricity"),
            project.Value("project.people")
        );
}
