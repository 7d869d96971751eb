using System.Collections.Immutable;

namespace Petaday.Scenarios.Projects;

/// <summary>The sections of a scenario that tell of a project beyond its final run.</summary>
public static class ProjectSections
{
    /// <summary>Their names, in the order of the schema.</summary>
    public static ImmutableArray<string> All { get; } =
    ["data", "experiments", "evaluation", "people", "updates", "adaptation", "compliance", "infrastructure"];

    /// <summary>Every key of theirs that holds a value.</summary>
    public static IEnumerable<ScenarioKey> Keys =>
        All.Select(section => ScenarioSchema.Find(section)!)
            .SelectMany(section => section.Everything())
            .Where(key => key.Children.Length == 0);
}
