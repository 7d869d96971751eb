using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Quantities;

namespace Petaday.Scenarios.Siting;

/// <summary>Reads a CSV file of projects: each row is the scenario that stands around it with a few keys of its own.</summary>
internal static class ProjectFile
{
    private const string Name = "project";

    private static readonly (string Column, string Path)[] Keys =
    [
        (Name, "name"),
        ("model", "model"),
        ("system", "system.id"),
        ("devices", "system.devices"),
        ("run_time", "siting.runTime"),
        ("energy", "siting.energy"),
        ("allow", "siting.allow"),
        ("deny", "siting.deny"),
        ("dataset", "siting.dataset"),
        ("dataset_at", "siting.datasetAt"),
    ];

    /// <summary>The projects, each as a scenario; empty, with diagnostics added, where the file cannot be used.</summary>
    public static ImmutableArray<Scenario> Read(string path, Scenario around, ICollection<Diagnostic> diagnostics)
    {
        int before = diagnostics.Count;
        var projects = ImmutableArray.CreateBuilder<Scenario>();
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (var row in TableReader.ReadFile(path, diagnostics, [.. Keys.Select(static key => key.Column)]))
        {
            if (row[Name] is not { } name)
            {
                diagnostics.Add(row.Problem(DiagnosticCodes.MissingKey, "this row names no project", "a name") with { Key = Name });
            }
            else if (!names.Add(name.Text))
            {
                diagnostics.Add(name.Problem(DiagnosticCodes.DuplicateKey, $"'{NumberText.Clip(name.Text)}' is there twice"));
            }
            else if (ScenarioReader.Checked(Over(around.Root, row), [], around.Files, diagnostics) is { } project)
            {
                projects.Add(project);
            }
        }

        if (diagnostics.Count == before && projects.Count == 0)
        {
            diagnostics.Add(new Diagnostic(DiagnosticCodes.MissingKey, path, 0, 0, "", "the file has no projects", "a row a project"));
        }

        return diagnostics.Count > before ? [] : projects.ToImmutable();
    }

    private static Node Over(Node around, Node row)
    {
        foreach (var (column, path) in Keys)
        {
            if (row[column] is { } cell)
            {
                around = Overlay.Merge(around, At(path, Value(cell, path)));
            }
        }

        return around;
    }

    // Cells with several words are lists where the key takes one.
    private static Node Value(Node cell, string path)
    {
        var place = cell.Place with { Path = path };
        string[] words = cell.Text.Split([' ', ';'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && path is "siting.allow" or "siting.deny"
            ? Node.List(place, [.. words.Select(word => Node.Scalar(place, word))])
            : Node.Scalar(place, cell.Text);
    }

    private static Node At(string path, Node value)
    {
        string[] names = path.Split('.');
        for (int depth = names.Length - 1; depth >= 0; depth--)
        {
            value = Node.Map(value.Place with { Path = string.Join('.', names[..depth]) }, [KeyValuePair.Create(names[depth], value)]);
        }

        return value;
    }
}
