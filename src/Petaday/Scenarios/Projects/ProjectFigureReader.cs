using System.Collections.Immutable;
using Petaday.Catalog;
using Petaday.Economics.Project;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Scenarios.Projects;

/// <summary>Every figure of a project by its key: as the scenario gives it, else as catalog/factors/project.yaml has it under the same key.</summary>
internal static class ProjectFigureReader
{
    private const string Factors = "project";

    /// <summary>Reads them; null, with diagnostics added, where the catalog's own figures cannot be used.</summary>
    public static ProjectFigures? Read(Scenario scenario, Library library, ICollection<Diagnostic> diagnostics)
    {
        int before = diagnostics.Count;
        var lines = ImmutableDictionary.CreateBuilder<string, Line>(StringComparer.Ordinal);
        var words = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var given = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        if (library.Find(EntryKind.Factors, Factors, diagnostics) is not { } factors)
        {
            return null;
        }

        foreach (var key in ProjectSections.Keys)
        {
            if (scenario.At(key.Path) is { } node)
            {
                given.Add(key.Path);
                if (IsWord(key))
                {
                    words[key.Path] = node.TryFlag(out bool flag) ? (flag ? "true" : "false") : node.Text;
                    continue;
                }

                lines[key.Path] = Given(key, node);
            }
            else if (!IsWord(key) && factors.Has(key.Path))
            {
                if (Usual(key, factors, diagnostics) is { } usual)
                {
                    lines[key.Path] = usual;
                }
            }
        }

        return diagnostics.Count > before ? null : new ProjectFigures(lines.ToImmutable(), given.ToImmutable(), words.ToImmutable());
    }

    private static bool IsWord(ScenarioKey key) =>
        key.Quantities.Length == 0 && !key.Types.Contains("number") && !key.Types.Contains("integer");

    private static Dimension Unit(ScenarioKey key) => key.Quantities.Length > 0 ? key.Quantities[0] : Dimension.None;

    /// <summary>The schema has been held against it: it reads.</summary>
    private static Line Given(ScenarioKey key, Node node) =>
        new(key.Name, Name(key), Quantity.Parse(node.Text).In(Unit(key)), Unit(key)) { Input = key.Path, Note = "as the scenario says" };

    private static Line? Usual(ScenarioKey key, Entry factors, ICollection<Diagnostic> diagnostics)
    {
        if (factors.Figure(key.Path) is not { } figure || figure.Dimension != Unit(key))
        {
            diagnostics.Add(
                factors
                    .Root.Find(key.Path)!
                    .Problem(DiagnosticCodes.BadQuantity, "this factor measures something else", QuantityExamples.Describe(Unit(key)))
            );
            return null;
        }

        return factors.Line(key.Path, key.Name, Name(key), Unit(key)) with
        {
            Input = key.Path,
        };
    }

    // A description may go on after its first sentence: what the figure is stands there.
    private static string Name(ScenarioKey key) => key.Description.Split(". ", 2)[0].TrimEnd('.');
}
