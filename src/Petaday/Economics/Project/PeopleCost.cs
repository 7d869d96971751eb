using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Economics.Project;

/// <summary>People: head-count by role × share of their time × months × loaded cost; else the share of the whole that published projects had.</summary>
internal static class PeopleCost
{
    private static readonly (string Key, string Name)[] Roles =
    [
        ("researchers", "Researchers"),
        ("engineers", "Engineers"),
        ("dataStaff", "Data staff"),
        ("operations", "Operations"),
        ("managers", "Managers"),
    ];

    /// <summary>The cause.</summary>
    public static CostCause Cause { get; } = new("people", "People", Lines);

    private static IEnumerable<Line> Lines(ProjectWork work) =>
        Roles.Any(role => work.Figures.IsGiven("people." + role.Key))
            ? Roles.Select(role => Role(work, role.Key, role.Name))
            : [Share(work)];

    private static Line Role(ProjectWork work, string key, string name)
    {
        string own = $"people.{key}Cost";
        return work.Priced(
            key,
            name,
            "people." + key,
            "people.timeShare",
            "people.months",
            work.Figures.IsGiven(own) ? own : "people.monthlyCost"
        );
    }

    /// <summary>share / (1 − share) of what the project's compute costs amortised, experiments and electricity included: the scope in which the share was published.</summary>
    private static Line Share(ProjectWork work) =>
        Line.Computed(
            "staff",
            "Staff, by its share of published projects",
            Dimension.Money,
            "amortised compute and energy × (1 + experiments) × share / (1 − share)",
            static parts => parts[0] * (1 + parts[1]) * parts[2] / (1 - parts[2]),
            Runs.Reference.To(work.Amortised, "cost.amortised"),
            work.Figures.Of("experiments.share", Dimension.None),
            work.Figures.Of("people.share", Dimension.None)
        );
}
