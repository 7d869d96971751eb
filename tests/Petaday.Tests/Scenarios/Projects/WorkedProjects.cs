using Petaday.Catalog;
using Petaday.Scenarios;
using Petaday.Scenarios.Projects;

namespace Petaday.Tests.Scenarios.Projects;

/// <summary>Projects worked out from texts and examples, with the shipped catalog.</summary>
internal static class WorkedProjects
{
    /// <summary>A run whose strategy is given, so that nothing is searched.</summary>
    public const string Small =
        "model: gpt3-1.3b\nrecipe: { tokens: 26B }\nsystem: { devices: 8 }\nstrategy: { tensor: 1, data: 8, microBatch: 8 }\n";

    public static readonly Library Catalog = Library.OpenShipped();

    private static readonly Lazy<Knowledge> Shipped = new(() => Knowledge.Open(Catalog, [])!);

    public static ProjectAnswer Of(string text)
    {
        List<Diagnostic> problems = [];
        var project = Estimate(ScenarioReader.Parse(text, [], problems), problems);
        problems.ShouldBeEmpty();
        return project.ShouldNotBeNull();
    }

    public static IReadOnlyList<Diagnostic> Wrong(string text)
    {
        List<Diagnostic> problems = [];
        Estimate(ScenarioReader.Parse(text, [], problems), problems).ShouldBeNull();
        return problems;
    }

    /// <summary>A project, or null with what is wrong.</summary>
    public static ProjectAnswer? Try(string text, List<Diagnostic> problems) =>
        Estimate(ScenarioReader.Parse(text, [], problems), problems);

    public static ProjectAnswer Example(string name)
    {
        List<Diagnostic> problems = [];
        string file = Path.Combine(Repository.Root, "examples", "projects", name + ".yaml");
        var project = Estimate(ScenarioReader.Read(file, [], problems), problems);
        problems.ShouldBeEmpty();
        return project.ShouldNotBeNull();
    }

    public static double Value(this ProjectAnswer project, string path) => project.Explanation.Find(path)?.Value ?? double.NaN;

    private static ProjectAnswer? Estimate(Scenario? scenario, List<Diagnostic> problems) =>
        scenario is not null
        && ScenarioResolver.Resolve(scenario, Shipped.Value, ScenarioWish.Estimate, problems) is { } resolved
        && Estimator.Estimate(resolved, Shipped.Value, TimeProvider.System, problems)?.Answer is { } answer
            ? ProjectEstimator.Estimate(resolved, answer, Shipped.Value, problems)
            : null;
}
