using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Economics.Project;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Scenarios.Projects;

/// <summary>What the whole project around a run costs.</summary>
public static class ProjectEstimator
{
    /// <summary>The project of the one case of a scenario that was resolved for an estimate.</summary>
    /// <param name="resolved">The scenario.</param>
    /// <param name="answer">The answer of its run.</param>
    /// <param name="knowledge">The catalog and its factors.</param>
    /// <param name="diagnostics">Gets what is wrong with the keys of the project.</param>
    /// <returns>Null, with diagnostics added, where they cannot be used.</returns>
    public static ProjectAnswer? Estimate(
        ResolvedScenario resolved,
        Answer answer,
        Knowledge knowledge,
        ICollection<Diagnostic> diagnostics
    )
    {
        ArgumentNullException.ThrowIfNull(resolved);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(diagnostics);
        int before = diagnostics.Count;
        if (ProjectFigureReader.Read(resolved.Source, knowledge.Library, diagnostics) is not { } figures)
        {
            return null;
        }

        ProjectNeeds.Check(resolved.Source, figures, diagnostics);
        if (diagnostics.Count > before)
        {
            return null;
        }

        var cost = ProjectModel.Estimate(new ProjectRun(resolved.Cases[0], resolved.Source, answer, figures, knowledge).Inputs());
        if (
            cost.Bases.SelectMany(basis => basis.Everything()).FirstOrDefault(line => line.Value is { } value && !double.IsFinite(value)) is
            { } huge
        )
        {
            diagnostics.Add(
                resolved.Source.Root.Problem(
                    DiagnosticCodes.OutOfRange,
                    $"'{huge.Name}' is more than can be worked with",
                    "smaller figures"
                )
            );
            return null;
        }

        return new ProjectAnswer(answer, cost, Defaults(cost, figures), Notes(cost), Tree(cost));
    }

    private static Line Tree(ProjectCost cost) =>
        new("answer", "Project", null, Dimension.None)
        {
            Combination = Combination.Other,
            Parts =
            [
                cost.Total with
                {
                    Key = "project",
                },
                new Line("bases", "The project on three bases", null, Dimension.None)
                {
                    Combination = Combination.Other,
                    Parts = cost.Bases,
                },
                cost.Sizing,
            ],
        };

    /// <summary>Figures of the catalog that a line of the project rests on.</summary>
    private static ImmutableArray<ChosenDefault> Defaults(ProjectCost cost, ProjectFigures figures)
    {
        var used = cost
            .Bases.Append(cost.Sizing)
            .SelectMany(tree => tree.Everything())
            .Select(line => line.Input)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. ProjectSections
                .Keys.Where(key => used.Contains(key.Path) && !figures.IsGiven(key.Path))
                .Select(key => figures.Find(key.Path)!)
                .Select(line => new ChosenDefault(line.Input!, line.Quantity!.Value.Format(), Why(line))),
        ];
    }

    private static string Why(Line line)
    {
        string source = line.Sources.Length > 0 ? $"{line.Sources[0].Title} [{Words.Of(line.Sources[0].Grade)}]" : "catalog";
        return line.Note is null ? source : $"{line.Note}; {source}";
    }

    private static ImmutableArray<string> Notes(ProjectCost cost) =>
        [.. cost.Run.Notes, "intervals are of the run's time, of published figures and shares; a price without a range has none"];
}
