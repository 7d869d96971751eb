using System.Collections.Immutable;
using Petaday.Architectures;
using Petaday.Catalog;

namespace Petaday.Scenarios;

/// <summary>Finds the model that a scenario names: a catalog id, a file, or an architecture written in place.</summary>
internal static class ModelResolver
{
    /// <summary>Keys by which <c>plan</c> chooses a model, where none is given.</summary>
    public static readonly ImmutableArray<string> ModelGoalKeys = ["goal.loss", "goal.computeOf", "goal.servedTokens", "goal.families"];

    /// <summary>Says that no model is given.</summary>
    public static Diagnostic Missing(Scenario scenario) =>
        (scenario.Root["model"] ?? scenario.Root).Problem(
            DiagnosticCodes.MissingKey,
            "no model is given",
            "'model: <id>' in the file or '--model <id>'; 'petaday plan' chooses one for a budget, a deadline, a loss or a compute"
        );

    /// <summary>The model; null, with diagnostics added, where there is none that can be used.</summary>
    public static ModelChoice? Resolve(Scenario scenario, Library library, DefaultsLog log, ICollection<Diagnostic> diagnostics)
    {
        var node = scenario.At("model");
        if (node is null)
        {
            diagnostics.Add(Missing(scenario));
        }
        else if (ModelGoalKeys.Select(scenario.At).FirstOrDefault(asked => asked is not null) is { } asked)
        {
            diagnostics.Add(
                asked.Problem(DiagnosticCodes.NotAllowed, "this chooses a model, and the scenario names one", "no 'model', or no such goal")
            );
        }

        return node switch
        {
            { Kind: NodeKind.Map } => Described(node["name"]?.Text ?? node["id"]?.Text ?? "inline", node, log, diagnostics),
            { Kind: NodeKind.Scalar } when IsFile(node) => Config(scenario.Files, node, diagnostics) is { } config
                ? Described(node.Text, config, log, diagnostics)
                : null,
            { Kind: NodeKind.Scalar } => Known(node, library, diagnostics),
            _ => null,
        };
    }

    /// <summary>Whether the model is given by a file's name.</summary>
    public static bool NamesFile(Scenario scenario) => scenario.At("model") is { Kind: NodeKind.Scalar } node && IsFile(node);

    /// <summary>A name that looks like a file's.</summary>
    private static bool IsFile(Node node) =>
        node.Text.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        || node.Text.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
        || node.Text.Contains('/', StringComparison.Ordinal);

    /// <summary>The document of a model that is given by a file; null, with diagnostics added, where it cannot be read.</summary>
    internal static Node? Config(IInputFiles files, Node name, ICollection<Diagnostic> diagnostics)
    {
        string path = files.PathOf(name);
        return files.TryReadText(path, diagnostics, out string text) ? DocumentReader.Parse(text, path, diagnostics) : null;
    }

    private static ModelChoice? Known(Node node, Library library, ICollection<Diagnostic> diagnostics)
    {
        if (
            Catalogued.Find(library, EntryKind.Models, node, diagnostics) is not { } entry
            || ArchitectureReader.FromEntry(entry, diagnostics) is not { } architecture
        )
        {
            return null;
        }

        return new ModelChoice(entry.Id, entry.Name, architecture, ParameterCount.Of(architecture), entry);
    }

    private static ModelChoice? Described(string id, Node node, DefaultsLog log, ICollection<Diagnostic> diagnostics)
    {
        if (ArchitectureReader.FromNode(node, diagnostics) is not { } reading)
        {
            return null;
        }

        foreach (string note in reading.Notes)
        {
            log.Limit(note);
        }

        return new ModelChoice(id, id, reading.Architecture, ParameterCount.Of(reading.Architecture), null);
    }
}
